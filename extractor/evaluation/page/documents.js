// The list of articles. An article's content is made when it is first opened.

function f1(soft, pred, gold) {
  return pred + gold ? (2 * soft) / (pred + gold) : null;
}

function figure(value) {
  return value === null ? "–" : value.toFixed(2);
}

function documentItem(doc) {
  const item = make("details", { class: "doc", "data-file": doc.file }, make("summary", {}), make("div", { class: "body" }));
  item.addEventListener("toggle", () => {
    if (item.open) fillBody(doc, item);
    if (item.open && !item.dataset.quiet) choose({ doc: doc.file, row: chosen.get("doc") === doc.file ? chosen.get("row") : "" });
    else if (!item.open && chosen.get("doc") === doc.file) choose({ doc: "", row: "" });
    delete item.dataset.quiet;
  });
  return item;
}

function fillSummary(doc, item) {
  const answer = answerOf(doc);
  const { counts, rows, status } = doc.answers[answer];
  const labels = new Map();
  for (const label of ["exact", "field errors"]) labels.set(label, 0);
  for (const row of rows) if (row.label !== "optional") labels.set(row.label, (labels.get(row.label) || 0) + 1);
  const tags = ["split", "language", "genre", "regime"].map((name) => tagOf(doc, name)).filter(Boolean);
  const told = ["event", "position"].map((kind) => {
    const [soft, pred, gold] = counts[kind];
    return make("span", { class: "score" }, make("b", {}, figure(f1(soft, pred, gold))), ` ${kind}s`, make("small", {}, `${pred} given, ${gold} in gold`));
  });
  item.querySelector("summary").replaceChildren(
    make("span", { class: "title" }, doc.title, make("small", {}, ` ${[doc.file, ...tags].join(" · ")}`)),
    make("span", { class: "scores" }, told),
    make("span", { class: "tally" }, status === "ok" ? null : make("strong", {}, `${status} `),
      [...labels].filter(([, number]) => number).map(([label, number]) => make("span", { class: LABEL_CLASS[label] || "bad" }, `${number} ${label}`))));
}

function fillBody(doc, item) {
  const answer = answerOf(doc);
  const body = item.querySelector(".body");
  if (body.dataset.answer === String(answer)) return showRows(doc, body);
  const { rows, rejected, error, seconds, cost } = doc.answers[answer];
  const cards = rows.map((row) => recordCard(doc, answer, row));
  const took = `${nameOfAnswer(answer)}: ${seconds.toFixed(2)} s, ${cost === null ? "cost unknown" : `$${cost.toFixed(4)}`}`;
  body.dataset.answer = String(answer);
  body.replaceChildren(articleText(doc, answer), make("div", { class: "records" },
    make("p", { class: "took" }, took), error ? make("p", { class: "error" }, error) : null,
    cards.length ? cards : make("p", { class: "none" }, "Nothing in gold, nothing answered."),
    make("p", { class: "hidden-rows" }), rejectedList(rejected)));
  return showRows(doc, body);
}

function nameOfAnswer(number) {
  const { run, trial, trials } = DATA.answers[number];
  const name = DATA.answers.some((one) => one.run !== run) ? `Run ${run}` : "This run";
  return trials > 1 ? `${name}, trial ${trial}` : name;
}

// Hides what the filters leave out, and says how much that is.
function showRows(doc, body) {
  const answer = Number(body.dataset.answer);
  let hidden = 0;
  for (const card of body.querySelectorAll(".record")) {
    const row = doc.answers[answer].rows.find((one) => one.id === card.dataset.row);
    const asked = chosen.get("doc") === doc.file && chosen.get("row") === row.id;
    card.hidden = !asked && !rowPasses(doc, answer, row);
    hidden += card.hidden ? 1 : 0;
  }
  body.querySelector(".hidden-rows").textContent = hidden ? `${hidden} more not shown: the filters leave them out.` : "";
}

function pick(card) {
  showEvidence(card.closest(".body"), card.dataset.names.split(" "));
}

// A click on evidence leads to the records that cite it, one after the other.
function recordOf(mark) {
  const cites = mark.dataset.cites.split(" ");
  const cards = [...mark.closest(".body").querySelectorAll(".record:not([hidden])")]
    .filter((card) => card.dataset.names.split(" ").some((name) => cites.includes(name)));
  return cards[(cards.indexOf(document.activeElement) + 1) % cards.length];
}
