// The story screen's deeds in the palette, and its keyboard shortcuts.
(() => {
  const form = document.querySelector("[data-story]");
  if (!form || !window.shortcuts) return;
  const group = "The story";
  const add = window.shortcuts.add;

  const deeds = [
    ["[name=_save]", "Save"],
    ["[data-preview-button]", "Preview"],
    ["[name=_publish]", "Publish"],
    ["[name=_hand_in]", "Hand in"],
    ["[name=_take_back]", "Take back to draft"],
    ["label[for=id_publish_at]", "Publish at a time …"],
    ["[name=_unschedule]", "Take off the schedule"],
    ["#publishing details:has([name=_withdraw]) > summary", "Withdraw from readers now …"],
    [".times details:has([name=_embargo]) > summary", "Embargo …"],
    [".times details:has([name=_expire]) > summary", "Withdraw at a time …"],
    ["[data-lead-add]", "Choose the lead picture"],
    ['#publishing a[href*="/compare/"]', "Compare with what readers see"],
    ['.panel a[href$="/history/"]', "History: all versions"],
    [".delete-link", "Delete this draft …"],
  ];
  for (const [selector, label] of deeds) {
    const element = form.querySelector(selector);
    if (!element || element.dataset.palette) continue;
    element.dataset.palette = label;
    element.dataset.paletteGroup = group;
  }

  // -- sections --------------------------------------------------------------------------------------------
  const live = () => [...form.querySelectorAll("[data-part]:not([data-gone])")];
  let last = null; // the section somebody was in
  form.addEventListener("focusin", (event) => {
    last = event.target.closest("[data-part]") ?? (event.target.closest("[data-parts]") ? last : null);
  });
  const current = () => {
    const inside = document.activeElement?.closest("[data-part]") ?? last;
    return inside?.isConnected && !inside.hasAttribute("data-gone") ? inside : null;
  };
  function goTo(part) {
    const folded = part.querySelector("[data-part-fold][aria-expanded=false]");
    folded?.click();
    part.scrollIntoView({ block: "start" });
    const area = part.querySelector("[data-editor]");
    const editor = part.dataset.kind === "text" && window.CKEDITOR?.instances[area?.id];
    const field = [...part.querySelectorAll("input, textarea, select")].find(window.shortcuts.usable);
    if (editor?.status === "ready") editor.focus();
    else field?.focus();
  }
  function next(step) {
    const all = live();
    const at = all.indexOf(current());
    const part = all[at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step];
    if (part) goTo(part);
  }
  // The node is taken out and put in elsewhere, which loses the caret; so it is remembered and put back.
  function move(selector) {
    const part = current();
    const button = part?.querySelector(selector);
    if (!button || button.disabled) return;
    const focused = document.activeElement;
    const { anchorNode, anchorOffset, focusNode, focusOffset } = getSelection();
    button.click();
    if (!part.contains(focused)) return;
    focused.focus();
    if (focused.isContentEditable && focused.contains(anchorNode) && focused.contains(focusNode))
      getSelection().setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
  }

  window.palette?.add(() => {
    const all = live();
    const things = window.shaping?.thingsAfter(current() ?? all.at(-1) ?? null) ?? [];
    return [
      ...things.map(({ name, does }) => ({ label: `Add: ${name}`, group, deed: does })),
      ...all.map((one) => ({
        label: `Go to section ${one.querySelector("[data-part-name]").textContent}`,
        group: "Sections",
        deed: () => goTo(one),
      })),
    ];
  });

  add("Ctrl+S", "Save", "[name=_save]", { group });
  add("Ctrl+Shift+P", "Preview", "[data-preview-button]", { group });
  add(
    "Ctrl+Enter",
    "Go to publishing",
    () => {
      const panel = form.querySelector("#publishing");
      panel.scrollIntoView({ block: "center" });
      const field = [...panel.querySelectorAll("input, textarea, button, summary")].find(window.shortcuts.usable);
      (field ?? form.querySelector("[name=_hand_in]"))?.focus();
    },
    { group, when: () => !document.activeElement?.closest("[contenteditable=true]") },
  );
  const inside = () => Boolean(current());
  add("Alt+↑", "Move this section up", () => move("[data-part-up]"), { group: "Sections", when: inside });
  add("Alt+↓", "Move this section down", () => move("[data-part-down]"), { group: "Sections", when: inside });
  add("Alt+N", "Next section", () => next(1), { group: "Sections" });
  add("Alt+P", "Section before", () => next(-1), { group: "Sections" });
})();
