// The search box at the top of the desk: what is found stands under it while somebody types; Enter shows all of it.
(() => {
  const form = document.querySelector("[data-find]");
  if (!form) return;
  const input = form.querySelector("input");
  const panel = form.querySelector("[data-find-panel]");
  const said = form.querySelector("[data-find-said]");
  const PAUSE = 40; // milliseconds
  let waiting, asking, active;

  const options = () => [...panel.querySelectorAll("[role=option]")];
  function show(open) {
    panel.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    if (!open) mark(null);
  }
  function mark(option) {
    active?.setAttribute("aria-selected", "false");
    active = option;
    if (!option) {
      input.removeAttribute("aria-activedescendant");
      return;
    }
    option.setAttribute("aria-selected", "true");
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }
  async function ask() {
    asking?.abort();
    if (!input.value.trim()) {
      show(false);
      return;
    }
    asking = new AbortController();
    try {
      const answer = await fetch(`${form.action}?part=1&q=${encodeURIComponent(input.value)}`, { signal: asking.signal });
      if (!answer.ok || answer.redirected) throw new Error(`the search answered ${answer.status}`);
      const found = await answer.text();
      if (document.activeElement !== input && !panel.contains(document.activeElement)) return;
      panel.innerHTML = found;
      active = null;
      const some = options();
      some.forEach((option, index) => {
        option.id = `find-${index}`;
      });
      show(true);
      const rows = panel.querySelectorAll(".find-row").length;
      said.textContent = rows ? `${rows} found` : "Nothing found";
    } catch (error) {
      if (error.name !== "AbortError") show(false); // Enter still leads to the page, which says what is wrong
    }
  }
  function put(question) {
    input.value = question;
    input.focus();
    ask();
  }
  function choose(option, event) {
    if (option.dataset.question !== undefined) {
      event.preventDefault();
      put(option.dataset.question);
    } else if (event.type === "keydown") location.assign(option.href);
  }

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const some = panel.hidden ? [] : options();
    if (["ArrowDown", "ArrowUp"].includes(event.key)) {
      event.preventDefault();
      if (!some.length) {
        ask();
        return;
      }
      const at = some.indexOf(active);
      mark(some[event.key === "ArrowDown" ? (at + 1) % some.length : (at <= 0 ? some.length : at) - 1]);
    } else if (event.key === "Enter" && active) {
      event.preventDefault();
      choose(active, event);
    } else if (event.key === "Tab" && active?.dataset.question !== undefined) {
      choose(active, event);
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (panel.hidden) input.blur();
      else show(false);
    }
  });
  panel.addEventListener("click", (event) => {
    const option = event.target.closest("[data-question], [role=option]");
    if (option) choose(option, event);
  });
  input.addEventListener("focus", () => input.value.trim() && !location.pathname.endsWith("/search/") && ask());
  document.addEventListener("pointerdown", (event) => {
    if (!form.contains(event.target)) show(false);
  });
  form.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !form.contains(event.relatedTarget)) show(false);
  });

  window.shortcuts.add("/", "Search", () => {
    input.focus();
    input.select();
  });
})();
