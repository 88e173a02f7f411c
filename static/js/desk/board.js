// The board: cards are dragged to another column. Everything also goes with the list and the button on each card.
(() => {
  const board = document.querySelector("[data-board]");
  if (!board) return;
  const said = document.querySelector("[data-board-said]");
  let card = null;

  const ways = () => (card?.dataset.ways ?? "").trim().split(" ");
  const columnAt = (target) => target.closest?.("[data-column]");
  function clear() {
    for (const column of board.querySelectorAll("[data-column]")) column.classList.remove("is-open", "is-over");
  }
  board.addEventListener("dragstart", (event) => {
    card = event.target.closest?.("[data-card][draggable]");
    if (!card) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", card.querySelector("a").href);
    for (const column of board.querySelectorAll("[data-column]"))
      column.classList.toggle("is-open", ways().includes(column.dataset.column));
  });
  board.addEventListener("dragend", () => {
    clear();
    card = null;
  });
  board.addEventListener("dragover", (event) => {
    const column = columnAt(event.target);
    if (!card || !column || !ways().includes(column.dataset.column)) return;
    event.preventDefault();
    for (const one of board.querySelectorAll(".is-over")) one.classList.remove("is-over");
    column.classList.add("is-over");
  });
  board.addEventListener("drop", (event) => {
    const column = columnAt(event.target);
    if (!card || !column || !ways().includes(column.dataset.column)) return;
    event.preventDefault();
    const form = card.querySelector("form");
    said.textContent = `Moving “${card.querySelector("a").textContent}” …`;
    form.elements.to.value = column.dataset.column;
    form.requestSubmit();
  });
  // A choice from the list is a move; the button stays for those without this script.
  for (const select of board.querySelectorAll("select[name=to]")) {
    select.form.querySelector("button").hidden = true;
    select.addEventListener("change", () => select.value && select.form.requestSubmit());
  }
  for (const select of document.querySelectorAll(".board-filter select"))
    select.addEventListener("change", () => select.form.requestSubmit());
})();
