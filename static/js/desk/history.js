// <a data-older href="?before=…"> appends the older versions to the list, so that any two can be marked and compared;
// without JavaScript it stays a link to a page of them.
(() => {
  const days = document.querySelector("[data-days]");
  const said = document.querySelector("[data-history-said]");
  if (!days) return;

  async function append(link) {
    link.setAttribute("aria-busy", "true");
    const response = await fetch(link.href, { headers: { Accept: "text/html" } });
    if (!response.ok || response.redirected) throw new Error(`${link.href} answered ${response.status}`);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const added = [...page.querySelectorAll("[data-days] .history-entry")];
    const last = days.lastElementChild;
    for (const day of page.querySelectorAll("[data-days] > [data-day]"))
      if (day.dataset.day === last?.dataset.day) last.querySelector("ol").append(...day.querySelector("ol").children);
      else days.append(day);
    const first = added[0];
    if (first) {
      first.tabIndex = -1; // the keyboard goes on where the older versions start
      first.focus();
    }
    said.textContent = `${added.length} older entries.`;
    const following = page.querySelector("a[data-older]");
    following ? link.replaceWith(following) : link.remove();
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-older]");
    if (!link || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    if (link.getAttribute("aria-busy")) return;
    append(link).catch(() => location.assign(link.href));
  });

  // Whoever opens the place for a name means to write one.
  days.addEventListener(
    "toggle",
    (event) => {
      if (event.target.matches(".history-naming[open]")) event.target.querySelector("input[name=name]").focus();
    },
    true,
  );

  // A save inside a sitting, named or linked to: what it is in opens.
  const wanted = /^#v\d+$/.test(location.hash) ? document.querySelector(location.hash) : null;
  wanted?.closest("details")?.setAttribute("open", "");
  wanted?.scrollIntoView({ block: "center" });
})();
