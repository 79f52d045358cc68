// One card a record or pair: label, gold and answer side by side, a mark for every field, the evidence.

const SIGNS = { r: "✓", h: "◐", w: "✗", m: "−", i: "+" };
const SAYS = { r: "right", h: "half", w: "wrong", m: "missing", i: "invented" };
const LABEL_CLASS = { exact: "good", optional: "quiet", "field errors": "half" };

function recordCard(doc, answer, row) {
  const gold = row.gold === undefined ? null : doc.gold[row.kind][row.gold];
  const pred = row.pred === undefined ? null : doc.answers[answer].records[row.kind][row.pred];
  const names = [];
  if (gold) names.push(`g${row.kind[0]}${row.gold}`);
  if (pred) names.push(`p${row.kind[0]}${row.pred}`);
  const label = `${row.kind}, ${row.label}: ${(gold || pred).words}`;
  const card = make("section", { class: "record", tabindex: "0", "aria-label": label, "data-row": row.id, "data-names": names.join(" ") },
    cardHead(doc, answer, row), row.reason ? make("p", { class: "reason" }, row.reason) : null, sides(row, gold, pred));
  const evidence = make("div", { class: "quotes" },
    gold ? quotes(doc, gold, "gold", "g") : null, pred ? quotes(doc, pred, "answer", "p") : null);
  card.append(evidence);
  if (row.overlap !== undefined && row.pair && row.overlap < 0.5) {
    card.append(make("p", { class: "reason" }, `Evidence overlaps by ${row.overlap.toFixed(2)}: below half, so not counted as grounded.`));
  }
  card.append(...remarks(gold, pred));
  return card;
}

function cardHead(doc, answer, row) {
  const changes = Object.keys(doc.changes).filter((how) => doc.changes[how].includes(`${answer}:${row.id}`));
  return make("header", {},
    make("span", { class: "kind" }, row.kind), " ",
    make("span", { class: `label ${LABEL_CLASS[row.label] || "bad"}` }, row.label), " ",
    row.similarity === undefined ? null : make("span", { class: "similarity" }, row.pair ? `similarity ${row.similarity.toFixed(2)}` : "compared with its nearest"), " ",
    changes.map((how) => make("span", { class: `how ${how}` }, `${how} in B`)));
}

// A table of fields. With one side only, its filled fields; else all that are filled on either side.
function sides(row, gold, pred) {
  const fields = DATA.fields[row.kind].map(([name, weight], index) => ({ name, weight, mark: row.marks ? row.marks[index] : null,
    gold: gold && gold.fields[index], pred: pred && pred.fields[index], why: (row.why || {})[name], error: (row.errors || {})[name] }));
  const filled = fields.filter((one) => (row.marks ? one.mark !== "." : one.gold || one.pred));
  const weighed = filled.filter((one) => one.weight > 0);
  const others = filled.filter((one) => one.weight === 0);
  const box = make("div", {}, fieldTable(weighed, gold, pred, row));
  if (others.length) {
    const differ = others.filter((one) => one.mark && one.mark !== "r").length;
    const said = row.marks ? `${others.length} fields without weight, ${differ || "none"} differ${differ === 1 ? "s" : ""}` : `${others.length} fields without weight`;
    box.append(make("details", { class: "others" }, make("summary", {}, said), fieldTable(others, gold, pred, row)));
  }
  return box;
}

function fieldTable(fields, gold, pred, row) {
  const both = gold && pred;
  const head = make("tr", {}, make("th", { scope: "col" }, "field"),
    gold ? make("th", { scope: "col" }, row.pair || !pred ? "gold" : "gold, nearest") : null,
    pred ? make("th", { scope: "col" }, row.pair || !gold ? "answer" : row.label === "merged" || row.label === "contradiction" ? "answer, compared" : "answer") : null,
    both ? make("th", { scope: "col" }, make("span", { class: "unseen" }, "mark")) : null);
  return make("table", { class: "sides" }, make("thead", {}, head), make("tbody", {}, fields.map((one) => fieldRow(one, gold, pred))));
}

function fieldRow(one, gold, pred) {
  const row = make("tr", { class: one.mark ? SAYS[one.mark] : null }, make("th", { scope: "row", title: one.weight ? `weight ${one.weight}` : "no weight" }, one.name));
  if (gold) row.append(make("td", {}, one.gold || make("span", { class: "empty" }, "–")));
  if (pred) row.append(make("td", {}, one.pred || make("span", { class: "empty" }, "–")));
  if (gold && pred) {
    const why = one.error === "swapped role" ? "swapped role" : one.why || "";
    row.append(make("td", { class: "mark-cell" }, make("span", { class: `sign sign-${one.mark}`, "aria-hidden": "true" }, SIGNS[one.mark]), " ",
      make("span", { class: one.mark === "r" ? "unseen" : "say" }, SAYS[one.mark]), why && why !== "different" ? make("small", {}, ` ${why}`) : null));
  }
  return row;
}

function quotes(doc, record, name, side) {
  const list = make("ul", { "aria-label": `evidence, ${name}` });
  for (const [from, to, note] of record.evidence) {
    if (!record.astray) list.append(make("li", {}, make("span", { class: side }, doc.text.slice(from, to)), note ? make("small", {}, ` ${note}`) : null));
  }
  for (const quote of record.astray || []) list.append(make("li", { class: "astray" }, `not where it is said to stand: ${quote}`));
  return make("div", {}, make("h4", {}, name), list);
}

function remarks(gold, pred) {
  const said = [];
  for (const [check, message] of (pred && pred.flags) || []) {
    said.push(make("p", { class: "remark" }, make("span", { class: "flag" }, check), ` ${message}`));
  }
  if (pred && pred.confidence !== undefined) said.push(make("p", { class: "remark" }, `Confidence ${pred.confidence.toFixed(2)}: the share of samples that found it.`));
  if (gold && gold.optional) said.push(make("p", { class: "remark" }, "Gold marks this record optional."));
  if (gold && gold.note) said.push(make("p", { class: "remark" }, make("b", {}, "Labeller: "), gold.note));
  return said;
}

function rejectedList(refused) {
  if (!refused.length) return null;
  return make("details", { class: "rejected" },
    make("summary", {}, `${refused.length} rejected by the checks`),
    make("ul", {}, refused.map((one) => make("li", {},
      make("span", { class: "flag" }, one.check), ` ${one.kind}: ${one.reason} `,
      make("small", {}, `attempt ${one.attempt}${one.repaired ? ", mended later" : ""}`),
      make("details", {}, make("summary", {}, "as it was given"), make("pre", {}, one.record))))));
}
