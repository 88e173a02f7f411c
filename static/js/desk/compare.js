// The compare screen: side by side or in one text (remembered for this person in this browser), and from one
// difference to the next, by button or by n and p.
(() => {
  const comparison = document.querySelector("[data-comparison]");
  const bar = document.querySelector("[data-compare-bar]");
  if (!comparison || !bar) return;
  const kept = `compare-view-${comparison.dataset.comparison}`;
  const views = [...bar.querySelectorAll("[data-compare-view]")];
  const count = bar.querySelector("[data-compare-count]");
  const differences = [...comparison.querySelectorAll("[data-difference]")];
  let at = -1;

  function show(view) {
    comparison.dataset.view = view;
    for (const button of views) button.setAttribute("aria-pressed", String(button.dataset.compareView === view));
  }
  function remembered() {
    try {
      return localStorage.getItem(kept);
    } catch {
      return null; // a browser that keeps nothing
    }
  }
  for (const button of views)
    button.addEventListener("click", () => {
      show(button.dataset.compareView);
      try {
        localStorage.setItem(kept, button.dataset.compareView);
      } catch {
        // It is asked again next time.
      }
    });

  function step(by) {
    if (!differences.length) return;
    at = at < 0 ? (by > 0 ? 0 : differences.length - 1) : (at + by + differences.length) % differences.length;
    const one = differences[at];
    for (const other of differences) other.toggleAttribute("data-here", other === one);
    one.closest("details")?.setAttribute("open", "");
    one.focus({ preventScroll: true });
    one.scrollIntoView({ block: "center" });
    tell();
  }
  function tell() {
    const many = differences.length;
    count.textContent = at < 0 ? `${many} difference${many === 1 ? "" : "s"}` : `${at + 1} of ${many}`;
  }
  for (const button of bar.querySelectorAll("[data-compare-step]"))
    button.addEventListener("click", () => step(Number(button.dataset.compareStep)));
  document.addEventListener("keydown", (event) => {
    if (event.metaKey || event.ctrlKey || event.altKey || event.target.closest("input, select, textarea")) return;
    if (event.key === "n") step(1);
    else if (event.key === "p") step(-1);
  });

  bar.hidden = false;
  show(remembered() ?? (matchMedia("(min-width: 900px)").matches ? "side" : "inline"));
  tell();
})();
