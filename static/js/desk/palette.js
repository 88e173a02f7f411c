// The palette (Ctrl+K): everything that can be done here, found by a few letters of its name.
// A button or link is in it by its attribute data-palette, whose value is what it is called there. Scripts add what has no
// button: palette.add(() => [{ label, group, deed }]). Where else this person can go is asked of the server once.
(() => {
  const address = document.querySelector("[data-palette-address]")?.dataset.paletteAddress;
  if (!address) return;
  const MOST = 60;
  const givers = [];
  let places = [],
    asked = false,
    items = [],
    shown = [],
    active = 0,
    back = null;

  const dialog = document.createElement("dialog");
  dialog.className = "palette";
  dialog.setAttribute("aria-label", "Palette");
  dialog.innerHTML = `<label class="sr-label" for="palette-find">What do you want to do?</label>
    <input type="text" id="palette-find" autocomplete="off" spellcheck="false" placeholder="What do you want to do?" role="combobox" aria-expanded="true" aria-controls="palette-found" aria-autocomplete="list">
    <div id="palette-found" role="listbox" aria-label="What can be done" tabindex="-1"></div>
    <div class="sr-label" role="status"></div>`;
  document.body.append(dialog);
  const input = dialog.querySelector("input");
  const list = dialog.querySelector("[role=listbox]");
  const status = dialog.querySelector("[role=status]");

  // -- what there is ---------------------------------------------------------------------------------------
  function marked() {
    return [...document.querySelectorAll("[data-palette]")].filter(window.shortcuts.usable).map((element) => ({
      label: element.dataset.palette || element.textContent.trim(),
      group: element.dataset.paletteGroup || "Here",
      keys: window.shortcuts.keysOf(element),
      deed: () => press(element),
    }));
  }
  // What is folded away is unfolded first; a fold itself is opened, and its first field waits to be filled in.
  function press(element) {
    for (let fold = element.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    if (element.matches("summary")) {
      const field = element.parentElement.querySelector("input:not([type=hidden]), textarea, select, button");
      (field ?? element).focus();
      (field ?? element).scrollIntoView({ block: "center" });
    } else element.click();
  }
  async function ask() {
    asked = true;
    try {
      const answer = await fetch(address, { headers: { Accept: "application/json" } });
      if (!answer.ok || answer.redirected) throw new Error(`${address} answered ${answer.status}`);
      places = (await answer.json()).deeds.map((one) => ({ ...one, deed: () => location.assign(one.url) }));
      if (dialog.open) gather();
    } catch {
      asked = false; // what is on the page can be done all the same; the next time it is asked again
    }
  }
  function gather() {
    const all = [...marked(), ...givers.flatMap((give) => give()), ...places];
    const groups = [...new Set(all.map((item) => item.group))].filter((name) => name !== "Here");
    items = [...groups, "Here"].flatMap((name) => all.filter((item) => item.group === name));
    draw();
  }

  // -- finding: letters in their order, better the more of them begin words or stand together --------------
  function score(label, typed) {
    const text = label.toLowerCase();
    const at = text.indexOf(typed);
    if (at >= 0) return 1000 - at - text.length / 100 + (at === 0 || /\W/.test(text[at - 1]) ? 500 : 0);
    let points = 0,
      last = -1;
    for (const letter of typed.replaceAll(" ", "")) {
      const next = text.indexOf(letter, last + 1);
      if (next < 0) return 0;
      points += next === last + 1 ? 6 : next === 0 || /\W/.test(text[next - 1]) ? 5 : 1;
      last = next;
    }
    return points >= typed.length * 2.5 ? points : 0;
  }
  function draw() {
    const typed = input.value.trim().toLowerCase();
    const found = typed
      ? items
          .map((item) => ({ item, points: score(item.label, typed) }))
          .filter((one) => one.points)
          .sort((one, other) => other.points - one.points)
          .map((one) => one.item)
      : items;
    shown = found.slice(0, MOST);
    if (typed) {
      const words = input.value.trim();
      const search = `${document.querySelector("[data-find]").action}?q=${encodeURIComponent(words)}`;
      shown.push({ label: `Search for “${words}”`, group: "Search", deed: () => location.assign(search) });
    }
    active = 0;
    let group = null;
    list.replaceChildren(
      ...shown.map((item, index) => {
        const option = document.createElement("div");
        option.id = `palette-${index}`;
        option.setAttribute("role", "option");
        option.className = "palette-option";
        const name = Object.assign(document.createElement("span"), { textContent: item.label });
        const side = document.createElement("small");
        side.textContent = item.keys ? window.shortcuts.shown(item.keys) : item.group !== group ? item.group : "";
        group = item.group;
        option.append(name, side);
        option.addEventListener("click", () => choose(index));
        option.addEventListener("pointermove", () => index !== active && mark(index, false));
        return option;
      }),
    );
    status.textContent = `${shown.length} found`;
    mark(0);
  }
  function mark(index, scroll = true) {
    active = index;
    [...list.children].forEach((option, place) => option.setAttribute("aria-selected", String(place === index)));
    const option = list.children[index];
    option ? input.setAttribute("aria-activedescendant", option.id) : input.removeAttribute("aria-activedescendant");
    if (scroll) option?.scrollIntoView({ block: "nearest" });
  }

  // -- opening, choosing -----------------------------------------------------------------------------------
  // Where somebody wrote in an editor, with the caret: a dialog would bring back only the former.
  function place() {
    const editor = Object.values(window.CKEDITOR?.instances ?? {}).find((one) => one.focusManager.hasFocus);
    const marks = editor?.getSelection()?.createBookmarks2?.(true);
    const focused = document.activeElement;
    return () => {
      if (editor) {
        editor.focus();
        if (marks) editor.getSelection().selectBookmarks(marks);
      } else if (focused !== document.body) focused?.focus();
    };
  }
  function open() {
    if (dialog.open) return;
    back = place();
    input.value = "";
    if (!asked) ask();
    gather(); // before the dialog opens: what is usable is what is seen
    dialog.showModal();
    input.focus();
  }
  function close() {
    dialog.close();
    back?.();
    back = null;
  }
  function choose(index) {
    const item = shown[index];
    if (!item) return;
    close(); // first, so that the deed finds the caret where it was, and may move it
    item.deed();
  }
  input.addEventListener("input", draw);
  dialog.addEventListener("keydown", (event) => {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.isComposing) return;
    if (steps[event.key] && shown.length) {
      event.preventDefault();
      mark((active + steps[event.key] + shown.length) % shown.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      choose(active);
    } else if (event.key === "Escape" || (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey))) {
      event.preventDefault();
      close();
    }
  });
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    close();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) close();
  });

  window.palette = { open, add: (give) => givers.push(give) };
  window.shortcuts.add("Ctrl+K", "Everything you can do here", open);
  window.palette.add(() => [{ label: "Keyboard shortcuts", group: "Here", keys: "?", deed: window.shortcuts.help }]);
  for (const button of document.querySelectorAll("[data-open-palette]")) {
    button.hidden = false;
    button.addEventListener("click", open);
  }
})();
