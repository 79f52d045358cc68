// Filters, keys and links: what the reader does, and what the page shows of it.

const list = document.getElementById("list");
const form = document.getElementById("filters");
const items = new Map(DATA.documents.map((doc) => [doc, documentItem(doc)]));
list.append(...items.values());

function options(name, title, values) {
  const box = make("select", { name, id: `filter-${name}` }, make("option", { value: "" }, "all"),
    values.map(([value, words]) => make("option", { value }, words)));
  return make("label", { for: `filter-${name}` }, make("span", {}, title), box);
}

function found(values) {
  return [...new Set(values)].filter(Boolean).sort().map((value) => [value, value]);
}

function allRows() {
  return DATA.documents.flatMap((doc) => Object.values(doc.answers).flatMap((answer) => answer.rows));
}

function errorValues() {
  const labels = found(allRows().map((row) => row.label));
  const fields = allRows().flatMap((row) => Object.entries(row.errors || {}).map(([name, how]) => `field errors/${name}/${how}`));
  return [...labels, ...found(fields).map(([value]) => [value, value.split("/").slice(1).join(": ")])];
}

function buildForm() {
  const parts = [
    make("label", { for: "filter-q", class: "wide" }, make("span", {}, "Search"), make("input", { type: "search", name: "q", id: "filter-q", placeholder: "words of articles and records", autocomplete: "off" })),
    options("kind", "Kind", [["event", "events"], ["position", "positions"]]),
    options("error", "Error", errorValues()),
  ];
  if (DATA.answers.some((one) => one.run !== DATA.answers[0].run)) parts.push(options("change", "Changed", found(DATA.documents.flatMap((doc) => Object.keys(doc.changes)))));
  for (const name of ["split", "language", "genre", "regime"]) {
    const values = found(DATA.documents.map((doc) => tagOf(doc, name)));
    if (values.length > 1) parts.push(options(name, name[0].toUpperCase() + name.slice(1), values));
  }
  if (DATA.answers.length > 1) {
    const box = options("answer", "Answers of", DATA.answers.map((_, number) => [String(number), nameOfAnswer(number)]));
    box.querySelector("option").remove();
    parts.push(box);
  }
  parts.push(make("button", { type: "button", id: "clear" }, "Clear"), make("button", { type: "button", id: "unfold" }, "Open all"));
  form.append(...parts);
}

function showForm() {
  for (const field of form.elements) {
    if (!field.name) continue;
    const value = chosen.get(field.name) || (field.name === "answer" ? "0" : "");
    // A value that a link brings and no option has is shown all the same: it filters.
    if (field.tagName === "SELECT" && ![...field.options].some((one) => one.value === value)) field.append(make("option", { value }, value));
    field.value = value;
  }
}

function showList() {
  const totals = { event: [0, 0, 0], position: [0, 0, 0] };
  let shown = 0;
  for (const [doc, item] of items) {
    item.hidden = !documentPasses(doc) && chosen.get("doc") !== doc.file;
    if (item.hidden) continue;
    shown += 1;
    fillSummary(doc, item);
    if (item.open) fillBody(doc, item);
    for (const kind of ["event", "position"]) doc.answers[answerOf(doc)].counts[kind].forEach((value, i) => { totals[kind][i] += value; });
  }
  const told = ["event", "position"].map((kind) => `${kind}s ${figure(f1(...totals[kind]))}`).join(", ");
  document.getElementById("shown").textContent = `${shown} of ${items.size} articles${shown ? `; soft F1 of ${DATA.answers.length > 1 ? "this answer to them" : "these"}: ${told}` : ": nothing passes all filters"}`;
}

function showTheme() {
  const dark = chosen.has("theme") ? chosen.get("theme") === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  document.getElementById("theme").setAttribute("aria-pressed", String(dark));
}

function openChosen() {
  for (const [doc, item] of items) {
    if (doc.file !== chosen.get("doc")) continue;
    item.dataset.quiet = item.open ? "" : "yes";
    if (item.open) delete item.dataset.quiet;
    item.open = true;
    fillBody(doc, item);
    const card = chosen.has("row") ? item.querySelector(`.record[data-row="${CSS.escape(chosen.get("row"))}"]`) : null;
    if (card) {
      card.scrollIntoView({ block: "center" });
      card.focus({ preventScroll: true });
    } else item.scrollIntoView();
  }
}

function show() {
  showTheme();
  showForm();
  showList();
}

function goTo(id) {
  const section = document.getElementById(id);
  if (!section) return;
  section.setAttribute("tabindex", "-1");
  section.scrollIntoView();
  section.focus({ preventScroll: true });
}

// A link's address names only what it asks for; the theme stays as it is.
function follow() {
  const theme = chosen.get("theme");
  const section = readAddress();
  if (theme && !chosen.has("theme")) chosen.set("theme", theme);
  show();
  openChosen();
  if (section) goTo(section);
  choose({});
}

document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#at="]');
  if (link) {
    event.preventDefault();
    goTo(link.getAttribute("href").slice("#at=".length));
  }
});
list.addEventListener("click", (event) => {
  const mark = event.target.closest("mark");
  if (mark) recordOf(mark)?.focus();
});
list.addEventListener("pointerover", (event) => {
  const card = event.target.closest(".record");
  if (card) pick(card);
});
list.addEventListener("focusin", (event) => {
  const card = event.target.closest(".record");
  if (!card) return;
  pick(card);
  choose({ doc: card.closest(".doc").dataset.file, row: card.dataset.row });
});
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", (event) => {
  choose({ [event.target.name]: event.target.value, doc: "", row: "" });
  showList();
});
form.addEventListener("click", (event) => {
  if (event.target.id === "clear") {
    choose(Object.fromEntries([...FILTERS, "doc", "row"].map((name) => [name, ""])));
    show();
  }
  if (event.target.id === "unfold") {
    const closed = [...items.values()].filter((item) => !item.hidden && !item.open);
    for (const item of closed.length ? closed : items.values()) {
      item.dataset.quiet = "yes";
      item.open = closed.length > 0;
    }
  }
});
document.getElementById("theme").addEventListener("click", () => {
  choose({ theme: document.documentElement.dataset.theme === "dark" ? "light" : "dark" });
  showTheme();
});
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
  if (event.key === "/") {
    event.preventDefault();
    document.getElementById("filter-q").focus();
  }
  if (event.key === "j" || event.key === "k") {
    const cards = [...list.querySelectorAll(".doc[open]:not([hidden]) .record:not([hidden])")];
    const here = document.activeElement.closest(".record") || document.activeElement;
    const after = cards.filter((card) => here.compareDocumentPosition(card) & Node.DOCUMENT_POSITION_FOLLOWING);
    const before = cards.filter((card) => here.compareDocumentPosition(card) & Node.DOCUMENT_POSITION_PRECEDING);
    (event.key === "j" ? after[0] : before.at(-1))?.focus();
  }
});
window.addEventListener("hashchange", follow);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", showTheme);

buildForm();
follow();
