// The desk's keyboard shortcuts: one list, to which other scripts add, shown at "?".
// shortcuts.add("Ctrl+Shift+P", "Preview", deed, { group, here, when, typing }): `deed` is a function, or a selector of what is to be
// clicked (then it works where that is to be seen, and its title tells the keys); "g s" is one key after the other. `here`
// says whether this screen has it, `when` whether it works at this moment. Plain keys do nothing while somebody types, unless `typing` is true.
(() => {
  const all = [];
  const mac = /Mac|iPhone|iPad/.test(navigator.platform);
  const PATIENCE = 1200; // milliseconds between the keys of a sequence
  let sofar = [],
    forget;

  function step(text) {
    const pieces = text.split("+").filter(Boolean);
    const key = text.endsWith("+") ? "+" : pieces.pop();
    const has = (name) => pieces.includes(name);
    return { ctrl: has("Ctrl"), alt: has("Alt"), shift: has("Shift"), key: key.toLowerCase() };
  }
  const NAMES = { "↑": "arrowup", "↓": "arrowdown" };
  function is(one, event) {
    if (event.getModifierState?.("AltGraph")) return false;
    const key = event.altKey && /^Key[A-Z]$/.test(event.code) ? event.code[3].toLowerCase() : event.key.toLowerCase();
    const letter = one.ctrl || one.alt || /^[a-z]$/.test(one.key);
    return (
      (NAMES[one.key] ?? one.key) === key &&
      one.ctrl === (event.ctrlKey || event.metaKey) &&
      one.alt === event.altKey &&
      (!letter || one.shift === event.shiftKey)
    );
  }
  const typing = (target) =>
    target instanceof Element &&
    (target.closest("textarea, select, [contenteditable=true]") ||
      target.matches("input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=range])"));

  // -- what can be clicked now -----------------------------------------------------------------------------
  function usable(element) {
    if (!element || element.closest("[hidden], [data-gone]") || element.matches(":disabled")) return false;
    if (element.closest("[popover]:not(:popover-open)")) return true; // one opens it to get there; the palette need not
    const folded = element.closest("details:not([open])");
    return Boolean(folded && !element.matches("summary") ? folded.offsetParent : element.getClientRects().length);
  }
  function find(selector) {
    return [...document.querySelectorAll(selector)].find(usable);
  }
  const works = (one) => (one.here ? one.here() : one.selector ? Boolean(find(one.selector)) : true);

  function add(keys, label, deed, where = {}) {
    const selector = typeof deed === "string" ? deed : "";
    all.push({
      keys,
      steps: keys.split(" ").map(step),
      label,
      selector,
      deed: selector ? () => find(selector)?.click() : deed,
      group: where.group ?? "Everywhere",
      here: where.here,
      when: where.when ?? (() => true),
      typing: where.typing,
    });
  }

  document.addEventListener(
    "keydown",
    (event) => {
      if (event.isComposing || ["Control", "Shift", "Alt", "Meta"].includes(event.key)) return;
      if (document.querySelector("dialog:modal")) return;
      const busy = typing(event.target);
      const fits = (one, keys) => keys.every((pressed, index) => one.steps[index] && is(one.steps[index], pressed));
      clearTimeout(forget);
      for (const keys of [[...sofar, event], [event]]) {
        const open = all.filter((one) => {
          const plain = !one.steps[0].ctrl && !one.steps[0].alt;
          return fits(one, keys) && !(plain && busy && !one.typing) && works(one) && one.when();
        });
        const found = open.findLast((one) => one.steps.length === keys.length);
        if (found) {
          event.preventDefault();
          event.stopPropagation();
          sofar = [];
          found.deed(event);
          return;
        }
        if (open.length) {
          sofar = keys;
          forget = setTimeout(() => {
            sofar = [];
          }, PATIENCE);
          return;
        }
      }
      sofar = [];
    },
    true, // before the editors, which keep some keys to themselves
  );

  // -- telling them ----------------------------------------------------------------------------------------
  const shown = (keys) => (mac ? keys.replaceAll("Ctrl+", "⌘").replaceAll("Alt+", "⌥").replaceAll("Shift+", "⇧") : keys);
  const of = (element) => all.find((one) => one.selector && element.matches(one.selector));
  const keysOf = (element) => of(element)?.keys ?? "";
  // Titles are written when they are about to be needed, since buttons come and go.
  function hint(event) {
    const button = event.target.closest?.("button, a, summary");
    if (!button || button.dataset.hinted !== undefined) return;
    button.dataset.hinted = "";
    const one = of(button);
    if (!one) return;
    button.title = `${one.label} (${shown(one.keys)})`;
    button.setAttribute("aria-keyshortcuts", one.keys.replaceAll("Ctrl", "Control").replace("↑", "ArrowUp").replace("↓", "ArrowDown"));
  }
  document.addEventListener("pointerover", hint);
  document.addEventListener("focusin", hint);

  let dialog;
  function help() {
    dialog?.remove();
    dialog = document.createElement("dialog");
    dialog.className = "keys";
    dialog.setAttribute("aria-labelledby", "keys-title");
    dialog.innerHTML = `<div class="keys-head"><h2 id="keys-title">Keyboard shortcuts</h2><button type="button" class="keys-close">Close</button></div><div class="keys-groups"></div>`;
    const groups = Map.groupBy?.(all.filter(works), (one) => one.group) ?? grouped(all.filter(works));
    for (const [name, some] of groups) {
      const section = document.createElement("section");
      section.append(Object.assign(document.createElement("h3"), { textContent: name }));
      const list = document.createElement("dl");
      for (const one of some) {
        const row = document.createElement("div");
        const keys = document.createElement("dt");
        keys.append(
          ...shown(one.keys)
            .split(" ")
            .flatMap((text, index) => [
              ...(index ? [" then "] : []),
              Object.assign(document.createElement("kbd"), { textContent: text }),
            ]),
        );
        row.append(keys, Object.assign(document.createElement("dd"), { textContent: one.label }));
        list.append(row);
      }
      section.append(list);
      dialog.querySelector(".keys-groups").append(section);
    }
    document.body.append(dialog);
    dialog.querySelector(".keys-close").addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close();
    });
    dialog.showModal();
  }
  function grouped(some) {
    const groups = new Map();
    for (const one of some) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
    return groups;
  }

  window.shortcuts = { add, help, find, usable, shown, keysOf };

  const go = (path) => () => location.assign(path);
  const link = (path) => document.querySelector(`#nav-sidebar a[href="${path}"]`);
  add("?", "Show this list", help);
  for (const [key, label, path] of [
    ["h", "Start", "/admin/"],
    ["s", "Stories", "/admin/articles/article/"],
    ["p", "Pictures", "/admin/articles/imageasset/"],
    ["a", "Authors", "/admin/articles/author/"],
    ["t", "Topics", "/admin/articles/topic/"],
  ])
    add(`g ${key}`, label, go(path), { group: "Go to", here: () => Boolean(link(path)) });
  add("g n", "New story", go("/admin/articles/article/add/"), {
    group: "Go to",
    here: () => Boolean(link("/admin/articles/article/add/")),
  });
})();
