// What the reader has chosen. It lives in the address, after #, so that a link shows someone the same.

const DATA = JSON.parse(document.getElementById("data").textContent);
const FILTERS = ["kind", "error", "change", "split", "language", "genre", "regime", "q"];
const CHOICES = [...FILTERS, "answer", "doc", "row", "theme"];
const chosen = new Map();

function readAddress() {
  const given = new URLSearchParams(location.hash.slice(1));
  chosen.clear();
  for (const name of CHOICES) if (given.get(name)) chosen.set(name, given.get(name));
  return given.get("at");
}

// Changes what is chosen; an empty value forgets it. What is not named stays.
function choose(changes) {
  for (const [name, value] of Object.entries(changes)) {
    if (value === "" || value === null || value === undefined) chosen.delete(name);
    else chosen.set(name, String(value));
  }
  const ordered = CHOICES.filter((name) => chosen.has(name)).map((name) => [name, chosen.get(name)]);
  history.replaceState(null, "", `#${new URLSearchParams(ordered)}`);
}

// The number of the answer that is shown; articles with fewer trials show their last one of that run.
function answerOf(doc) {
  const wanted = Math.min(Number(chosen.get("answer")) || 0, DATA.answers.length - 1);
  if (doc.answers[wanted]) return wanted;
  const run = DATA.answers[wanted].run;
  const given = Object.keys(doc.answers).map(Number).filter((number) => DATA.answers[number].run === run);
  return given.at(-1);
}

// An element. Children are elements or words; words are only ever text, whatever stands in them.
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

function tagOf(doc, name) {
  return doc.tags[name] || "";
}

function rowPasses(doc, answer, row) {
  if (chosen.has("kind") && row.kind !== chosen.get("kind")) return false;
  if (chosen.has("change") && !(doc.changes[chosen.get("change")] || []).includes(`${answer}:${row.id}`)) return false;
  if (!chosen.has("error")) return true;
  const [label, field, how] = chosen.get("error").split("/");
  if (row.label !== label) return false;
  return !field || Object.entries(row.errors || {}).some(([name, what]) => name === field && (!how || what === how));
}

function wordsOf(doc) {
  if (!doc.searched) {
    const records = [...doc.gold.event, ...doc.gold.position];
    for (const answer of Object.values(doc.answers)) records.push(...answer.records.event, ...answer.records.position);
    doc.searched = [doc.title, doc.file, doc.text, ...records.map((one) => one.words)].join("\n").toLowerCase();
  }
  return doc.searched;
}

function documentPasses(doc) {
  for (const name of ["split", "language", "genre", "regime"]) {
    if (chosen.has(name) && tagOf(doc, name) !== chosen.get(name)) return false;
  }
  if (chosen.has("q") && !wordsOf(doc).includes(chosen.get("q").toLowerCase())) return false;
  if (!chosen.has("kind") && !chosen.has("error") && !chosen.has("change")) return true;
  const answer = answerOf(doc);
  return doc.answers[answer].rows.some((row) => rowPasses(doc, answer, row));
}
