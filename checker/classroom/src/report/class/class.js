"use strict";
// Sorts and filters. Everything that it shows or hides is in the page already.
(() => {
  const $ = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const matrix = $("#matrix");
  const heads = all("thead th", matrix);
  const body = matrix.tBodies[0];
  const rows = [...body.rows];
  const filter = $("#filter");
  const fields = { learner: $("#by-learner"), verdict: $("#by-verdict"), exercise: $("#by-exercise") };
  const others = all("[data-e]");
  const columns = document.head.appendChild(document.createElement("style")).sheet;
  let sorted = { by: "", down: false };

  // What a cell is sorted by: its number, or its text. Nothing handed in comes before 0.
  const number = (cell) => {
    const value = parseFloat(cell.firstChild.data);
    return Number.isNaN(value) ? -1 : value;
  };
  const word = (cell) => cell.className === "w" ? "held back" : $("i", cell)?.textContent ?? "";
  const words = new Intl.Collator(undefined, { numeric: true });

  function sort() {
    const at = heads.findIndex((head) => head.dataset.c === sorted.by);
    for (const [index, head] of heads.entries()) {
      if (index === at) head.setAttribute("aria-sort", sorted.down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    }
    if (at < 0) return body.append(...rows);
    const keys = new Map(rows.map((row) => {
      const cell = row.cells[at];
      return [row, at === 0 ? [0, cell.textContent] : [number(cell), word(cell)]];
    }));
    const sign = sorted.down ? -1 : 1;
    const order = (one, other) => {
      const [a, b] = [keys.get(one), keys.get(other)];
      return sign * (a[0] - b[0] || words.compare(a[1], b[1]));
    };
    body.append(...[...rows].sort(order));
  }

  function show() {
    const learner = fields.learner.value.trim().toLowerCase();
    const verdict = fields.verdict.value;
    const exercise = fields.exercise.value;
    const at = heads.findIndex((head, index) => index > 1 && head.dataset.c === exercise);
    const has = (text) => text.toLowerCase().includes(learner);
    let count = 0;
    for (const row of rows) {
      const cells = at < 0 ? [...row.cells].slice(2) : [row.cells[at]];
      const shown = (!learner || has(row.cells[0].textContent))
        && (!verdict || cells.some((cell) => word(cell) === verdict));
      row.hidden = !shown;
      count += shown;
    }
    // One rule instead of a hundred thousand cells.
    while (columns.cssRules.length) columns.deleteRule(0);
    matrix.style.setProperty("--columns", at < 0 ? heads.length - 2 : 1);
    if (at >= 0) {
      columns.insertRule(`#matrix tr > :nth-child(n + 3):not(:nth-child(${at + 1})) { display: none }`);
    }
    for (const one of others) {
      const who = $(".who", one);
      one.hidden = (exercise && one.dataset.e !== exercise)
        || (verdict && "k" in one.dataset && one.dataset.k !== verdict)
        || (learner && who && !has(who.textContent));
    }
    // What was looked for may stand in there.
    if (learner || verdict || exercise) for (const rest of all(".rest")) rest.open = true;
    $("#shown").textContent = count === rows.length ? "" : `${count} of ${rows.length} learners`;
  }

  // The address keeps what was chosen, so that it can be passed on.
  function remember() {
    const chosen = new URLSearchParams();
    if (sorted.by) chosen.set("sort", (sorted.down ? "-" : "") + sorted.by);
    for (const [name, field] of Object.entries(fields)) {
      if (field.value) chosen.set(name, field.value);
    }
    try {
      history.replaceState(null, "", `#${chosen}`);
    } catch {
      // Some browsers allow it only in pages of a server.
    }
  }

  function recall() {
    const hash = location.hash.slice(1);
    if (!hash.includes("=")) return;
    const chosen = new URLSearchParams(hash);
    const by = chosen.get("sort") ?? "";
    sorted = { by: by.replace(/^-/, ""), down: by.startsWith("-") };
    for (const [name, field] of Object.entries(fields)) field.value = chosen.get(name) ?? "";
    // A choice that there is not.
    for (const field of [fields.verdict, fields.exercise]) {
      if (field.selectedIndex < 0) field.value = "";
    }
    sort();
    show();
  }

  for (const head of heads) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    const by = head.dataset.c;
    button.addEventListener("click", () => {
      if (sorted.by !== by) sorted = { by, down: false };
      else if (!sorted.down) sorted = { by, down: true };
      else sorted = { by: "", down: false };
      sort();
      remember();
    });
  }
  filter.addEventListener("input", () => {
    show();
    remember();
  });
  filter.addEventListener("submit", (event) => event.preventDefault());
  filter.addEventListener("reset", (event) => {
    // By itself it would empty the fields only after this.
    event.preventDefault();
    for (const field of Object.values(fields)) field.value = "";
    sorted = { by: "", down: false };
    sort();
    show();
    remember();
  });
  // A cell says in full what it is about.
  matrix.addEventListener("pointerover", ({ target }) => {
    const cell = target.closest("td");
    if (!cell || cell.title) return;
    const head = heads[cell.cellIndex];
    const row = cell.parentElement.cells[0].firstChild.data;
    cell.title = [row, [head.dataset.c, head.title].filter(Boolean).join(" ")].join(", ");
  });
  filter.hidden = false;
  addEventListener("hashchange", recall);
  recall();
})();
