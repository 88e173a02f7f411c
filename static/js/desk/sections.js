// Sections of a story: add, move (drag, touch, buttons), fold, remove with undo; the pictures in them; their editors.
// Rows are never renumbered: a row's place is its ORDER field, written when the form is sent (event "story:collect").
(() => {
  const form = document.querySelector("[data-story]");
  const parts = form?.querySelector("[data-parts]");
  if (!parts) return;
  const template = (name) => document.querySelector(`template[data-template="${name}"]`).innerHTML;
  const touched = () => form.dispatchEvent(new CustomEvent("story:touched"));
  const element = (html) => {
    const holder = document.createElement("template");
    holder.innerHTML = html.trim();
    return holder.content.firstElementChild;
  };

  function nextIndex(prefix) {
    const total = form.elements[`${prefix}-TOTAL_FORMS`];
    const index = Number(total.value);
    total.value = String(index + 1);
    return String(index);
  }

  // -- editors: started when they come near the screen, since forty at once take seconds -------------------
  const started = new WeakSet();
  function start(area, focus = false) {
    if (started.has(area) || !window.CKEDITOR || area.disabled || area.closest("fieldset:disabled")) return;
    started.add(area);
    const body = area.closest(".part-body");
    const blank = () => body.classList.toggle("is-blank", !editor.editable().getText().trim());
    const editor = window.startEditor(area, "Text of the section", () => {
      blank();
      touched();
    });
    editor.on("instanceReady", () => {
      blank();
      if (focus) editor.focus();
    });
  }
  form.addEventListener("click", (event) => {
    const body = event.target.closest(".part-body");
    if (body && !event.target.closest(".cke_wysiwyg_div, .cke_top"))
      CKEDITOR.instances[body.querySelector("[data-editor]").id]?.focus();
  });
  const near = new IntersectionObserver(
    (seen) => {
      for (const one of seen)
        if (one.isIntersecting) {
          near.unobserve(one.target);
          start(one.target.querySelector("[data-editor]"));
        }
    },
    { rootMargin: "400px" },
  );

  // The rest when nothing else is to do, so that nobody scrolls into raw markup.
  function startNext() {
    const waiting = [...form.querySelectorAll("[data-part][data-kind=text]:not([data-gone]) [data-editor]")].find(
      (area) => !started.has(area),
    );
    if (!waiting) return;
    start(waiting);
    (window.requestIdleCallback ?? setTimeout)(startNext);
  }
  window.addEventListener("load", () => (window.requestIdleCallback ?? setTimeout)(startNext));

  function prepare(part) {
    const body = part.querySelector(".part-body");
    if (body && part.dataset.kind === "text") near.observe(body);
  }

  // -- names, order and numbers ----------------------------------------------------------------------------
  const live = () => [...parts.children].filter((part) => part.matches("[data-part]:not([data-gone])"));
  const names = { text: "Text", video: "Video", quote: "Pull quote", post: "Social post" };
  function label() {
    live().forEach((part, index, all) => {
      const subhead = part.querySelector("input.subhead").value.trim();
      const name = `${index + 1} · ${names[part.dataset.kind]}${subhead ? `: ${subhead}` : index ? "" : ": opening"}`;
      part.querySelector("[data-part-name]").textContent = name;
      part.setAttribute("aria-label", name);
      part.querySelector("[data-part-up]").disabled = index === 0;
      part.querySelector("[data-part-down]").disabled = index === all.length - 1;
      const shown = part.querySelectorAll("[data-use]:not([data-gone])").length;
      const layout = part.querySelector("[data-layout]");
      layout.hidden = shown < 2;
      part.dataset.layout = shown > 1 ? layout.querySelector("select").value : "";
    });
    form.querySelector("[data-insert-last]").hidden = live().length > 0;
  }
  function collect(event) {
    live().forEach((part, index) => {
      part.querySelector(":scope > input[name$='-ORDER']").value = index + 1;
      part.querySelectorAll("[data-use]:not([data-gone]) input[name$='-ORDER']").forEach((field, place) => {
        field.value = place + 1;
      });
    });
    // Each editor writes its text into its field as it is typed; once more before it counts, but not for every glance.
    if (window.CKEDITOR && event.detail !== "places")
      for (const editor of Object.values(CKEDITOR.instances)) editor.updateElement();
  }

  // randomUUID would need https; this does not.
  function identity() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  }

  // -- adding, moving, removing ----------------------------------------------------------------------------
  // given: {subhead, body, url, text, source} to begin with; quiet leaves the focus where it is.
  function add(kind, after, given = {}, quiet = false) {
    const part = make(kind, identity());
    for (const [name, value] of Object.entries(given))
      part.querySelector(`:scope > .part-inside [name$='-${name}']`).value = value;
    after ? after.after(part) : parts.append(part);
    label();
    touched();
    if (quiet) {
      prepare(part);
      (window.requestIdleCallback ?? setTimeout)(startNext);
      return part;
    }
    const first =
      kind === "text"
        ? part.querySelector("input.subhead")
        : part.querySelector(`.part-field.only-${kind} :is(input, textarea)`);
    if (kind === "text") start(part.querySelector("[data-editor]"));
    first?.focus();
    part.scrollIntoView({ block: "nearest" });
    return part;
  }

  function move(part, step, button) {
    const all = live();
    const other = all[all.indexOf(part) + step];
    if (!other) return;
    step < 0 ? other.before(part) : other.after(part);
    label();
    touched();
    const usable = button.disabled ? part.querySelector(step < 0 ? "[data-part-down]" : "[data-part-up]") : button;
    usable.focus();
    part.scrollIntoView({ block: "nearest" });
    say(`Section is now number ${live().indexOf(part) + 1} of ${all.length}.`);
  }

  // What is removed stays in the form, marked, until it is saved; so undo brings back every word of it.
  function remove(row, what) {
    const mark = row.querySelector("input[name$='-DELETE']");
    mark.value = "on";
    if (mark.type === "checkbox") mark.checked = true;
    row.dataset.gone = "";
    row.hidden = true;
    const tag = row.tagName === "LI" ? "li" : "div";
    const undo = element(
      `<${tag} class="undo" role="status"><span></span> <button type="button">Undo</button></${tag}>`,
    );
    undo.querySelector("span").textContent = `${what} removed.`;
    undo.querySelector("button").addEventListener("click", () => {
      mark.value = "";
      mark.checked = false;
      delete row.dataset.gone;
      row.hidden = false;
      undo.remove();
      label();
      touched();
      row.querySelector("button")?.focus();
    });
    row.after(undo);
    undo.querySelector("button").focus();
    label();
    touched();
  }

  function fold(part, folded) {
    part.querySelector("[data-part-inside]").hidden = folded;
    const button = part.querySelector("[data-part-fold]");
    button.setAttribute("aria-expanded", String(!folded));
    button.textContent = folded ? "Unfold" : "Fold";
  }

  const speaker = element(`<div class="sr-label" role="status"></div>`);
  form.append(speaker);
  const say = (text) => {
    speaker.textContent = text;
  };

  // -- pictures --------------------------------------------------------------------------------------------
  function show(use, picture) {
    const field = (name) => use.querySelector(`[name$='-${name}']`);
    field("asset").value = picture.id;
    if (!field("alt_text").value) field("alt_text").value = picture.alt_text ?? "";
    const image = use.querySelector("img");
    image.src = use.closest("[data-lead]") ? picture.large : picture.thumb;
    image.hidden = false;
    use.querySelector("[data-credit]").textContent = picture.credit ? `© ${picture.credit}` : "No credit yet";
    use.querySelector("[data-asset-link]").href = form.dataset.asset.replace("/0/", `/${picture.id}/`);
    delete use.dataset.empty;
    field("caption").dispatchEvent(new Event("input", { bubbles: true })); // now that it is seen it has a height
  }
  function place(part, picture) {
    const uses = part.querySelector("[data-uses]");
    const prefix = uses.dataset.uses;
    const use = element(
      template("picture").replaceAll("__set__", prefix).replaceAll("__prefix__", nextIndex(prefix)),
    );
    uses.append(use);
    show(use, picture);
    label();
    return use;
  }
  async function addPicture(part) {
    const picture = await window.choosePicture({ each: (one) => place(part, one) });
    const use = picture ? place(part, picture) : part.querySelector("[data-uses] [data-use]:last-child");
    use?.querySelector("[name$='-caption']").focus();
  }
  const lead = form.querySelector("[data-lead]");
  async function swap(use) {
    const picture = await window.choosePicture();
    if (!picture) return;
    if (use.closest("[data-lead]")) lead.querySelector("[data-lead-add]").hidden = true;
    show(use, picture);
    use.querySelector("[name$='-caption']").focus();
  }
  function removeLead() {
    const use = lead.querySelector("[data-use]");
    use.querySelector("[name$='-asset']").value = "";
    use.dataset.empty = "";
    lead.querySelector("[data-lead-add]").hidden = false;
    lead.querySelector("[data-lead-add]").focus();
    touched();
  }
  function moveUse(use, step) {
    const all = [...use.parentElement.querySelectorAll("[data-use]:not([data-gone])")];
    const other = all[all.indexOf(use) + step];
    if (!other) return void use.dispatchEvent(new CustomEvent("story:carry", { bubbles: true, detail: step }));
    step < 0 ? other.before(use) : other.after(use);
    use.querySelector(step < 0 ? "[data-use-up]" : "[data-use-down]").focus();
    touched();
  }

  form.addEventListener("click", (event) => {
    const button = event.target.closest("button[type=button]");
    if (!button) return;
    const part = button.closest("[data-part]");
    const use = button.closest("[data-use]");
    const has = (name) => button.hasAttribute(name);
    if (has("data-part-up")) move(part, -1, button);
    else if (has("data-part-down")) move(part, 1, button);
    else if (has("data-part-remove")) remove(part, "Section");
    else if (has("data-part-fold")) fold(part, button.getAttribute("aria-expanded") === "true");
    else if (has("data-use-add")) addPicture(part);
    else if (has("data-lead-add")) swap(lead.querySelector("[data-use]"));
    else if (has("data-use-swap")) swap(use);
    else if (has("data-use-remove")) use.closest("[data-lead]") ? removeLead() : remove(use, "Picture");
    else if (has("data-use-up")) moveUse(use, -1);
    else if (has("data-use-down")) moveUse(use, 1);
  });
  form.addEventListener("input", (event) => {
    if (event.target.matches("input.subhead, [data-layout] select")) label();
  });

  // -- dragging: pointer events, so that a finger works as a mouse does ------------------------------------
  parts.addEventListener("pointerdown", (event) => {
    const grip = event.target.closest("[data-grip]");
    if (!grip || event.button) return;
    event.preventDefault();
    const part = grip.closest("[data-part]");
    part.classList.add("is-dragged");
    parts.classList.add("has-dragged");
    parts.setPointerCapture(event.pointerId); // the list, since the capture of a moved element is lost
    let scroll = 0,
      last = event;
    const timer = setInterval(() => {
      if (scroll) {
        window.scrollBy(0, scroll);
        follow(last);
      }
    }, 16);
    const follow = (moved) => {
      last = moved;
      scroll = moved.clientY < 120 ? -12 : moved.clientY > innerHeight - 60 ? 12 : 0;
      for (const other of live()) {
        if (other === part) continue;
        const box = other.getBoundingClientRect();
        const before = part.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING;
        if (before && moved.clientY < box.top + Math.min(box.height / 2, 60)) {
          other.before(part);
          break;
        }
        if (!before && moved.clientY > box.bottom - Math.min(box.height / 2, 60)) other.after(part);
      }
    };
    const drop = () => {
      clearInterval(timer);
      parts.removeEventListener("pointermove", follow);
      part.classList.remove("is-dragged");
      parts.classList.remove("has-dragged");
      label();
      touched();
      say(`Section is now number ${live().indexOf(part) + 1} of ${live().length}.`);
    };
    parts.addEventListener("pointermove", follow);
    parts.addEventListener("lostpointercapture", drop, { once: true });
  });

  // -- for merging.js: what colleagues added, removed or exchanged ------------------------------------------
  function make(kind, key) {
    const part = element(template("section").replaceAll("__prefix__", nextIndex("sections")));
    part.dataset.kind = kind;
    part.querySelector(":scope > input[name$='-kind']").value = kind;
    part.querySelector(":scope > input[name$='-key']").value = key;
    return part;
  }
  function insert(key, kind) {
    const part = make(kind, key);
    parts.append(part);
    prepare(part);
    return part;
  }
  function drop(part) {
    part.querySelector(":scope > input[name$='-DELETE']").value = "on";
    part.dataset.gone = "";
    part.hidden = true;
  }
  function setLead(picture) {
    const use = lead.querySelector("[data-use]");
    lead.querySelector("[data-lead-add]").hidden = Boolean(picture);
    if (picture) return show(use, picture);
    use.querySelector("[name$='-asset']").value = "";
    use.dataset.empty = "";
  }
  window.storySections = {
    ...{ parts, live, add, start, prepare, place, addPicture, show, label, touched, element, say, lead },
    ...{ insert, drop, setLead },
  };

  form.addEventListener("story:collect", collect);
  for (const part of live()) prepare(part);
  if (!live().length) {
    const part = add("text", null);
    part.querySelector("input.subhead").blur();
    form.elements.headline.focus();
    form.dispatchEvent(new CustomEvent("story:fresh"));
  }
  label();
})();
