// Undo for deeds that change several places of a story at once: pasting, splitting, joining, spreading pictures.
// `undoing.deed(what, does)` remembers the form, lets `does` change it and shows a bar that says what was done, with Undo.
// What was added stays in the form, marked as removed, until it is saved.
(() => {
  const form = document.querySelector("[data-story]");
  const sections = window.storySections;
  if (!form || !sections) return;
  const { parts, label, touched } = sections;
  const OWN = /-(?:ORDER|DELETE|TOTAL_FORMS|INITIAL_FORMS|MIN_NUM_FORMS|MAX_NUM_FORMS)$|^csrfmiddlewaretoken$|^base$|^behind$/;

  // -- the text of a section -------------------------------------------------------------------------------
  const editorOf = (area) => window.CKEDITOR?.instances[area.id] ?? null;
  const areaOf = (part) => part.querySelector("[data-editor]");
  const textOf = (area) => editorOf(area)?.getData() ?? area.value;
  function setText(area, html) {
    area.value = html;
    const editor = editorOf(area);
    if (editor) {
      editor.fire("saveSnapshot");
      editor.setData(html);
      if (editor.status === "ready") area.closest(".part-body").classList.toggle("is-blank", !editor.editable().getText().trim());
      editor.fire("saveSnapshot");
    }
  }

  // -- remembering and bringing back -----------------------------------------------------------------------
  const rows = () => [...form.querySelectorAll("[data-part], [data-use]")];
  const fields = () => [...form.querySelectorAll("[name]")].filter((field) => !OWN.test(field.name) && !field.matches("[data-editor], [type=submit]"));
  function look(row) {
    const image = row.matches("[data-use]") ? row.querySelector("img") : null;
    return {
      gone: "gone" in row.dataset,
      empty: "empty" in row.dataset,
      kind: row.dataset.kind,
      image: image && { src: image.getAttribute("src"), hidden: image.hidden },
      credit: image && row.querySelector("[data-credit]").textContent,
      address: image && row.querySelector("[data-asset-link]").getAttribute("href"),
    };
  }
  function remember() {
    return {
      order: [...parts.children],
      uses: new Map([...form.querySelectorAll("[data-uses]")].map((box) => [box, [...box.querySelectorAll(":scope > :is([data-use], .undo)")]])),
      rows: new Map(rows().map((row) => [row, look(row)])),
      values: new Map(fields().map((field) => [field, field.type === "checkbox" || field.type === "radio" ? field.checked : field.value])),
      texts: new Map([...form.querySelectorAll("[data-editor]")].map((area) => [area, textOf(area)])),
    };
  }
  const essence = (html) => html.replace(/<[^>]*>|&nbsp;|&[a-z]+;|\s+/gi, "");
  // What an editor would miss if it went.
  function same(one, other) {
    const live = (moment) => moment.order.filter((row) => moment.rows.get(row)?.gone === false);
    const [a, b] = [live(one), live(other)];
    if (a.length !== b.length || a.some((row, index) => row !== b[index])) return false;
    for (const part of b) {
      if (essence(one.texts.get(areaOf(part)) ?? "") !== essence(other.texts.get(areaOf(part)) ?? "")) return false;
    }
    return [...other.values].every(([field, value]) => one.values.get(field) === value || field.closest("[data-gone]"));
  }
  function mark(row, gone) {
    const field = row.querySelector(":scope > input[name$='-DELETE'], :scope > .use-fields > input[name$='-DELETE']");
    if (field) {
      field.value = gone ? "on" : "";
      field.checked = gone;
    }
    gone ? (row.dataset.gone = "") : delete row.dataset.gone;
    row.hidden = gone;
    if (!gone && row.nextElementSibling?.classList.contains("undo")) row.nextElementSibling.remove();
  }
  // As it was before the deed, in every place that the deed changed; what was written elsewhere since stays.
  function bringBack(moment, after) {
    for (const row of rows())
      if (!moment.rows.has(row) && after.rows.has(row) && !row.closest("[data-lead]")) mark(row, true);
    for (const [box, order] of [[parts, moment.order], ...moment.uses]) {
      const later = [...box.children].filter((row) => row.matches("[data-part], [data-use], .undo") && !order.includes(row));
      box.append(...order.filter((row) => row.parentElement === box), ...later);
    }
    for (const [row, was] of moment.rows) {
      if (JSON.stringify(after.rows.get(row)) === JSON.stringify(was)) continue;
      if ("gone" in row.dataset !== was.gone) mark(row, was.gone);
      was.empty ? (row.dataset.empty = "") : delete row.dataset.empty;
      if (was.kind) row.dataset.kind = was.kind;
      if (!was.image) continue;
      const image = row.querySelector("img");
      was.image.src === null ? image.removeAttribute("src") : image.setAttribute("src", was.image.src);
      image.hidden = was.image.hidden;
      row.querySelector("[data-credit]").textContent = was.credit;
      row.querySelector("[data-asset-link]").setAttribute("href", was.address);
      if (row.closest("[data-lead]")) form.querySelector("[data-lead-add]").hidden = !was.empty;
    }
    for (const [field, value] of moment.values) {
      if (after.values.get(field) === value) continue;
      if (typeof value === "boolean") field.checked = value;
      else if (field.value !== value) {
        field.value = value;
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
    }
    for (const [area, html] of moment.texts)
      if (after.texts.get(area) !== html && textOf(area) !== html) setText(area, html);
    for (const missing of form.querySelectorAll("[data-missing]")) if (!moment.rows.has(missing) && missing.dataset.since === String(deeds)) missing.remove();
    label();
    touched();
  }

  // -- the bar ---------------------------------------------------------------------------------------------
  const bar = sections.element(`<div class="deed-bar" role="region" aria-label="What was done" hidden><p role="status"></p><div class="deed-choices"></div></div>`);
  form.append(bar);
  const undone = new Set(); // numbers of deeds that were taken back
  let deeds = 0;
  let open = null; // {before, after, back} of the deed the bar is about

  function choice(text, does) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    button.addEventListener("click", () => does(button));
    return button;
  }
  function close() {
    bar.hidden = true;
    open = null;
  }
  // Words typed since the deed would go with it: that is said first, and asked once more.
  function safely(button, does) {
    if (same(open.after, remember()) || button.dataset.sure) return does();
    button.dataset.sure = "1";
    button.textContent = "Also what was written since? Press again";
  }
  function undo() {
    const { before, after, back, number } = open;
    undone.add(number);
    bringBack(before, after);
    close();
    back?.();
    sections.say("Undone.");
  }

  // others: [[words on the button, what it does once the deed is undone]]. does() says what was done, "" for nothing.
  function deed(does, { others = () => [], back } = {}) {
    const before = remember();
    deeds += 1;
    const what = does();
    if (!what) return;
    label();
    touched();
    open = { before, after: remember(), back, number: deeds };
    bar.querySelector("p").textContent = what;
    const buttons = [choice("Undo", (button) => safely(button, undo))];
    buttons[0].dataset.undo = "";
    for (const [text, again] of others())
      buttons.push(
        choice(text, (button) =>
          safely(button, () => {
            undone.add(open.number);
            bringBack(before, open.after);
            again();
          }),
        ),
      );
    const away = choice("✕", close);
    away.setAttribute("aria-label", "Close this message");
    bar.querySelector(".deed-choices").replaceChildren(...buttons, away);
    bar.hidden = false;
  }
  // One's own undo does not take away what a colleague wrote: that becomes part of what was there before the deed. Where a
  // colleague wrote in a place of the deed, or added or moved something, there is nothing to go back to any more.
  let unmerged = null;
  form.addEventListener("story:merging", () => (unmerged = open && remember()));
  form.addEventListener("story:merged", () => {
    if (!open || !unmerged) return;
    const now = remember();
    const differs = (what, key, one, other) => JSON.stringify(one[what].get(key)) !== JSON.stringify(other[what].get(key));
    for (const what of ["rows", "values", "texts"])
      for (key of new Set([...unmerged[what].keys(), ...now[what].keys()])) {
        if (!differs(what, key, unmerged, now)) continue;
        if (!unmerged[what].has(key) || !now[what].has(key) || differs(what, key, open.before, open.after)) return close();
        for (const moment of [open.before, open.after]) moment[what].set(key, now[what].get(key));
      }
    if (now.order.some((row, index) => row !== unmerged.order[index])) close();
  });

  // Something that belongs to the last deed arrived later, such as an uploaded picture.
  const settled = (number) => {
    if (open?.number === number) open.after = remember();
  };
  const current = () => deeds;
  const isUndone = (number) => undone.has(number);
  const tell = (text) => {
    bar.querySelector("p").textContent += `. ${text}`;
  };

  document.addEventListener(
    "keydown",
    (event) => {
      if (!open || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.key.toLowerCase() !== "z") return;
      if (document.querySelector("dialog[open]") || !same(open.after, remember())) return; // then it is the field's own
      event.preventDefault();
      event.stopImmediatePropagation();
      undo();
    },
    true,
  );

  window.undoing = { deed, settled, current, isUndone, tell, mark, setText, textOf, areaOf, editorOf };
})();
