// The article, cut where evidence begins or ends, so that each piece knows which records cite it.

// The evidence of all records: [from, to, name of the record], gold's and the answer's.
function cited(doc, records) {
  const places = [];
  for (const [side, given] of [["g", doc.gold], ["p", records]]) {
    for (const kind of ["event", "position"]) {
      given[kind].forEach((record, index) => {
        if (side === "p" && record.astray) return;
        for (const [from, to] of record.evidence) places.push([from, to, `${side}${kind[0]}${index}`]);
      });
    }
  }
  return places;
}

function articleText(doc, answer) {
  const places = cited(doc, doc.answers[answer].records);
  const borders = new Set([0, doc.text.length]);
  for (const [from, to] of [...places, ...doc.aside]) borders.add(from).add(to);
  const cuts = [...borders].filter((at) => at <= doc.text.length).sort((a, b) => a - b);
  const panel = make("div", { class: "text", lang: doc.language || null, dir: "auto", tabindex: "0",
    role: "region", "aria-label": "Text of the article" });
  for (let i = 0; i + 1 < cuts.length; i += 1) panel.append(piece(doc, places, cuts[i], cuts[i + 1]));
  return panel;
}

function piece(doc, places, from, to) {
  const words = doc.text.slice(from, to);
  const names = places.filter(([start, end]) => start <= from && to <= end).map(([, , name]) => name);
  if (!names.length) {
    const aside = doc.aside.some(([start, end]) => start <= from && to <= end);
    return aside ? make("span", { class: "aside" }, words) : document.createTextNode(words);
  }
  const sides = ["g", "p"].filter((side) => names.some((name) => name.startsWith(side)));
  return make("mark", { class: sides.join(" "), "data-cites": names.join(" ") }, words);
}

// Makes the evidence of these records stand out, and brings it into the panel's view.
function showEvidence(body, names) {
  const panel = body.querySelector(".text");
  let first = null;
  for (const mark of panel.querySelectorAll("mark")) {
    const cites = mark.dataset.cites.split(" ");
    const active = names.some((name) => cites.includes(name));
    mark.classList.toggle("active", active);
    if (active && !first) first = mark;
  }
  panel.classList.toggle("picked", first !== null);
  if (!first || panel.scrollHeight <= panel.clientHeight) return;
  const top = first.offsetTop - panel.offsetTop;
  if (top < panel.scrollTop || top > panel.scrollTop + panel.clientHeight - 60) panel.scrollTop = top - 60;
}
