// The board: cards are dragged to another column. Everything also goes with the list and the button on each card.
(() => {
  const board = document.querySelector("[data-board]");
  if (!board) return;
  const said = document.querySelector("[data-board-said]");
  let card = null;

  const ways = () => (card?.dataset.ways ?? "").trim().split(" ");
  const columnAt = (target) => target.closest?.("[data-column]");
  const open = (column) => card && column && ways().includes(column.dataset.column);
  function clear() {
    for (const column of board.querySelectorAll("[data-column]")) column.classList.remove("is-open", "is-over");
  }
  board.addEventListener("dragstart", (event) => {
    card = event.target.closest?.("[data-card][draggable=true]");
    if (!card) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", card.querySelector("a").textContent);
    for (const column of board.querySelectorAll("[data-column]")) column.classList.toggle("is-open", open(column));
  });
  board.addEventListener("dragend", () => {
    clear();
    card = null;
  });
  function over(event) {
    const column = columnAt(event.target);
    for (const one of board.querySelectorAll(".is-over")) one.classList.remove("is-over");
    if (!open(column)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "move";
    column.classList.add("is-over");
  }
  for (const kind of ["dragenter", "dragover"]) board.addEventListener(kind, over);
  board.addEventListener("drop", (event) => {
    const column = columnAt(event.target);
    if (!open(column)) return;
    event.preventDefault();
    go(card.querySelector("form"), column.dataset.column);
  });
  // The answer is the board as it stands then, at the same card, with what came of it.
  function go(form, to) {
    const one = form.closest("[data-card]");
    one.classList.add("is-busy");
    said.textContent = `Moving “${one.querySelector("a").textContent}” …`;
    form.elements.to.value = to;
    form.submit();
  }
  // The button comes with a choice; arrow keys in the list alone move nothing.
  for (const select of board.querySelectorAll("[data-card] select")) {
    const button = select.form.querySelector("button");
    const look = () => (button.hidden = !select.value);
    for (const kind of ["input", "change"]) select.addEventListener(kind, look);
    look();
  }
  for (const select of document.querySelectorAll(".board-filter select"))
    select.addEventListener("change", () => select.form.requestSubmit());
  // After a move the keyboard, and the screen, are where the card is. It has no such id: to go there by itself, the
  // browser would take the focus away.
  const number = location.hash.match(/^#card-(\d+)$/)?.[1];
  const moved = number && board.querySelector(`[data-card="${number}"]`);
  if (moved) {
    moved.scrollIntoView({ block: "nearest", inline: "nearest" });
    (moved.querySelector("select") ?? moved.querySelector("a")).focus({ preventScroll: true });
  }
})();
