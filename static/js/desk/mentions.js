// People to ask for in a comment: a list under the field after “@”, with arrows, Enter and Escape.
// mentions.on(area, list, people): `people` gives a promise of [{label, name, sign_in, initials, mail}]; `list` is an empty <ul>.
(() => {
  const MOST = 6;
  let number = 0;

  function on(area, list, people) {
    let found = [],
      at = 0;
    list.id = `mentions-${(number += 1)}`;
    list.className = "mentions";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "People");
    list.hidden = true;
    area.setAttribute("aria-autocomplete", "list");
    area.setAttribute("aria-controls", list.id);

    const asked = () => area.value.slice(0, area.selectionStart).match(/(?:^|[^\p{L}\p{N}_])@([^@\n]{0,40})$/u)?.[1];
    function close() {
      found = [];
      list.hidden = true;
      area.removeAttribute("aria-activedescendant");
    }
    // Somebody may be looked for who may not see the story: then that is said, and the text stays text.
    function nobody(typed) {
      close();
      if (typed.length < 2 || /\s/.test(typed)) return;
      const item = Object.assign(document.createElement("li"), { className: "mentions-none" });
      item.textContent = "Nobody of this name may see the story.";
      item.setAttribute("role", "option");
      item.setAttribute("aria-disabled", "true");
      list.replaceChildren(item);
      list.hidden = false;
    }
    function mark(index) {
      at = (index + found.length) % found.length;
      [...list.children].forEach((one, place) => one.setAttribute("aria-selected", String(place === at)));
      area.setAttribute("aria-activedescendant", list.children[at].id);
      list.children[at].scrollIntoView({ block: "nearest" });
    }
    function fits(one, typed) {
      const names = [one.label, one.name, one.sign_in, ...one.name.split(" ")];
      return names.some((name) => name.toLowerCase().startsWith(typed));
    }
    async function look() {
      if (asked() === undefined) return close();
      const all = await people();
      const typed = asked()?.toLowerCase(); // it may be another by now
      if (typed === undefined || document.activeElement !== area) return close();
      found = all.filter((one) => fits(one, typed)).slice(0, MOST);
      if (!found.length) return nobody(typed);
      list.replaceChildren(
        ...found.map((one, index) => {
          const item = document.createElement("li");
          item.id = `${list.id}-${index}`;
          item.setAttribute("role", "option");
          const face = Object.assign(document.createElement("span"), { className: "comment-face", textContent: one.initials });
          face.setAttribute("aria-hidden", "true");
          const name = Object.assign(document.createElement("span"), { textContent: one.name });
          const side = Object.assign(document.createElement("small"), { textContent: one.mail ? one.sign_in : "no mail address" });
          item.append(face, name, side);
          item.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
          item.addEventListener("click", () => take(index));
          return item;
        }),
      );
      list.hidden = false;
      mark(0);
    }
    function take(index) {
      const { label } = found[index];
      const caret = area.selectionStart;
      area.setRangeText(`${label} `, caret - asked().length, caret, "end");
      close();
      area.focus();
      area.dispatchEvent(new Event("input", { bubbles: true }));
    }
    area.addEventListener("input", look);
    area.addEventListener("click", look);
    area.addEventListener("blur", close);
    area.addEventListener("keydown", (event) => {
      if (list.hidden || event.isComposing || (!found.length && event.key !== "Escape")) return;
      if (event.key === "ArrowDown") mark(at + 1);
      else if (event.key === "ArrowUp") mark(at - 1);
      else if ((event.key === "Enter" && !event.ctrlKey && !event.metaKey) || event.key === "Tab") take(at);
      else if (event.key === "Escape") close();
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
  }
  window.mentions = { on };
})();
