// The calendar: entries are dragged to another day. The menu on each entry does the same, and asks why where that is asked.
(() => {
  const calendar = document.querySelector("[data-calendar]");
  if (!calendar) return;
  let entry = null;
  const dayAt = (target) => target.closest?.("[data-day]");
  const clear = () => calendar.querySelectorAll(".is-over").forEach((one) => one.classList.remove("is-over"));

  calendar.addEventListener("dragstart", (event) => {
    entry = event.target.closest?.("[data-entry][draggable=true]");
    if (!entry) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", entry.querySelector("a").textContent.trim());
  });
  calendar.addEventListener("dragend", () => {
    clear();
    entry = null;
  });
  function over(event) {
    const day = dayAt(event.target);
    clear();
    if (!entry || !day || day.contains(entry)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "move";
    day.classList.add("is-over");
  }
  for (const kind of ["dragenter", "dragover"]) calendar.addEventListener(kind, over);
  calendar.addEventListener("drop", (event) => {
    const day = dayAt(event.target);
    if (!entry || !day || day.contains(entry)) return;
    event.preventDefault();
    const form = entry.querySelector("form");
    form.elements.day.value = day.dataset.day;
    if (form.elements.reason && !form.elements.reason.value) {
      entry.querySelector(".calendar-move").open = true;
      form.elements.reason.focus();
      return;
    }
    entry.classList.add("is-busy");
    form.submit(); // the answer is the calendar as it stands then, with what came of it
  });

  // One menu at a time; Escape, and a click elsewhere, close it.
  const open = () => calendar.querySelector(".calendar-move[open]");
  calendar.addEventListener(
    "toggle",
    (event) => {
      if (!event.target.open) return;
      for (const one of calendar.querySelectorAll(".calendar-move[open]")) one.open = one === event.target;
    },
    true,
  );
  document.addEventListener("click", (event) => {
    const menu = open();
    if (menu && !menu.contains(event.target)) menu.open = false;
  });
  calendar.addEventListener("keydown", (event) => {
    const menu = open();
    if (event.key !== "Escape" || !menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  for (const select of document.querySelectorAll(".board-filter select"))
    select.addEventListener("change", () => select.form.requestSubmit());
  // After a move the keyboard, and the screen, are where the entry is. It has no such id: to go there by itself, the
  // browser would take the focus away.
  const name = location.hash.match(/^#entry-([a-z]+-\d+)$/)?.[1];
  const moved = name && calendar.querySelector(`[data-entry="${name}"]`);
  if (moved) {
    moved.scrollIntoView({ block: "center" });
    (moved.querySelector("summary") ?? moved.querySelector("a")).focus({ preventScroll: true });
  }
})();
