// The publication's screen: rows of links, the colour picker, and the site as it would be, redrawn while one types.
// Without this script the form still saves, rows are emptied to remove them, and “Preview” fills the frame.
(() => {
  const form = document.querySelector("[data-publication]");
  if (!form) return;
  const find = (selector, inside = form) => inside.querySelector(selector);
  const all = (selector, inside = form) => [...inside.querySelectorAll(selector)];
  const state = find("[data-state]");
  let changed = false;

  // -- rows of links ---------------------------------------------------------------------------------------
  function filled(row) {
    return all("input", row).some((field) => field.value.trim());
  }
  function arrange(list) {
    const rows = all("[data-row]", list);
    rows.forEach((row, index) => {
      find("[data-moves]", row).hidden = false;
      find("[data-up]", row).disabled = index === 0;
      find("[data-down]", row).disabled = index === rows.length - 1;
      all("input", row).forEach((field, place) =>
        field.setAttribute("aria-label", `${place ? "Address" : "What readers see"}, link ${index + 1}`),
      );
      for (const [name, word] of [["up", "Move up"], ["down", "Move down"], ["remove", "Remove"]])
        find(`[data-${name}]`, row).setAttribute("aria-label", `${word}: link ${index + 1}`);
    });
    find("[data-link-add]", list).disabled = rows.length >= Number(list.dataset.most);
    const fill = find("[data-link-fill]", list);
    if (fill) fill.hidden = rows.some(filled);
  }
  function add(list, label = "", address = "") {
    const row = find("template", list).content.firstElementChild.cloneNode(true);
    const [words, path] = all("input", row);
    words.value = label;
    path.value = address;
    find("[data-rows]", list).append(row);
    arrange(list);
    return row;
  }
  for (const list of all("[data-links]")) {
    for (const row of all("[data-spare]", list)) row.remove();
    find("[data-link-buttons]", list).hidden = false;
    arrange(list);
    list.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      const row = button.closest("[data-row]");
      if (button.matches("[data-link-add]")) find("input", add(list)).focus();
      else if (button.matches("[data-link-fill]")) {
        for (const one of all("#own-addresses option[data-in-menu]"))
          if (all("[data-row]", list).length < Number(list.dataset.most)) add(list, one.dataset.inMenu, one.value);
        find("input", list)?.focus();
      } else if (row && button.matches("[data-up]")) row.previousElementSibling.before(row);
      else if (row && button.matches("[data-down]")) row.nextElementSibling.after(row);
      else if (row && button.matches("[data-remove]")) {
        const next = row.nextElementSibling ?? row.previousElementSibling;
        row.remove();
        (next ? find("input", next) : find("[data-link-add]", list)).focus();
      }
      arrange(list);
      if (row?.isConnected && !button.matches("[data-remove]"))
        (button.disabled ? find("[data-moves] button:not(:disabled)", row) : button).focus(); // it keeps the focus
      touched();
    });
    list.addEventListener("input", () => arrange(list));
  }

  // -- the colour ------------------------------------------------------------------------------------------
  const accent = form.elements.accent;
  const picker = find("[data-accent-picker]");
  const asTyped = () => accent.value.trim().toLowerCase();
  function follow() {
    if (/^#[0-9a-f]{6}$/.test(asTyped())) picker.value = asTyped();
  }
  picker.hidden = false;
  follow();
  accent.addEventListener("input", follow);
  picker.addEventListener("input", () => {
    accent.value = picker.value;
    touched();
  });
  form.addEventListener("click", (event) => {
    const repair = event.target.closest("[data-repair]");
    if (!repair) return;
    event.preventDefault();
    accent.value = repair.dataset.repair;
    follow();
    accent.focus();
    touched(0);
  });

  // -- errors ----------------------------------------------------------------------------------------------
  function mark(place, sentences, fields) {
    place.textContent = sentences.join(" ");
    place.hidden = !sentences.length;
    for (const field of fields) {
      sentences.length ? field.setAttribute("aria-invalid", "true") : field.removeAttribute("aria-invalid");
      if (!place.id) continue;
      const said = (field.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && id !== place.id);
      if (sentences.length) said.push(place.id);
      said.length ? field.setAttribute("aria-describedby", said.join(" ")) : field.removeAttribute("aria-describedby");
    }
  }
  let numbered = 0;
  function show(errors) {
    for (const place of all("[data-error-for]")) {
      const name = place.dataset.errorFor;
      mark(place, errors[name] ?? [], form.elements[name] ? all(`[name="${name}"]`) : []);
    }
    for (const list of all("[data-links]"))
      all("[data-row]", list).forEach((row, index) => {
        const place = find("[data-row-error]", row);
        place.id ||= `row-error-${(numbered += 1)}`;
        mark(place, errors[`${list.dataset.links}.${index}`] ?? [], all("input", row));
      });
  }

  // -- the preview -----------------------------------------------------------------------------------------
  const pane = find("[data-preview-pane]");
  const frame = find("iframe");
  const stage = find("[data-stage]");
  const note = find("[data-preview-state]");
  const swatches = find("[data-swatches]");
  const pages = find("#preview-page");
  let waiting, asked, shown;

  async function redraw() {
    asked?.abort();
    asked = new AbortController();
    const data = new FormData(form);
    pane.setAttribute("aria-busy", "true");
    try {
      const response = await window.sending.send(form, form.dataset.preview, data, {
        headers: { Accept: "application/json" },
        signal: asked.signal,
      });
      if (!response || !window.sending.isJSON(response)) {
        say(response ? `No preview. ${window.sending.refusal(response)}` : "No preview: sign in again in another tab.", "bad");
        return;
      }
      const answer = await response.json();
      if (!swatches.contains(document.activeElement)) swatches.innerHTML = answer.swatches;
      show(answer.errors);
      const wrong = answer.trouble;
      if (answer.page) {
        shown = frame.contentWindow?.scrollY ?? 0;
        if (frame.dataset.page !== pages.value) shown = 0;
        frame.dataset.page = pages.value;
        frame.srcdoc = answer.page;
      }
      pane.classList.toggle("is-stale", !answer.page);
      say(wrong.length ? `Not shown yet: ${wrong.join(" ")}` : changed ? "Not saved; nobody else sees this." : "As readers see it now.", wrong.length ? "bad" : "");
      pane.removeAttribute("aria-busy");
    } catch (error) {
      if (error.name === "AbortError") return;
      say("No preview: the server does not answer. What you typed is still here.", "bad");
    } finally {
      if (!asked.signal.aborted) pane.removeAttribute("aria-busy");
    }
  }
  function say(text, level) {
    if (note.textContent !== text) note.textContent = text;
    note.dataset.level = level;
  }
  frame.addEventListener("load", () => {
    const inside = frame.contentDocument;
    if (frame.srcdoc === "") return;
    if (inside?.URL !== "about:srcdoc") {
      frame.srcdoc = frame.srcdoc; // a link was followed all the same: back to the page
      return;
    }
    light(inside);
    frame.contentWindow.scrollTo({ top: shown ?? 0, behavior: "instant" });
    // It is one page to look at: links in it lead nowhere, save to places on the page. The frame is a sandbox: its own
    // scripts do not run and its forms are not sent.
    inside.addEventListener(
      "click",
      (event) => {
        const link = event.target.closest?.("a[href]");
        if (!link) return;
        event.preventDefault();
        const hash = link.getAttribute("href");
        if (hash.startsWith("#")) inside.getElementById(hash.slice(1))?.scrollIntoView();
      },
      true,
    );
    inside.addEventListener("keydown", onSave);
    inside.addEventListener(
      "submit",
      (event) => {
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      true,
    );
  });

  function fit() {
    const wide = Number(find("[data-widths] [aria-pressed=true]").dataset.width);
    const scale = Math.min(1, stage.clientWidth / wide);
    frame.style.width = `${Math.min(wide, stage.clientWidth / scale)}px`;
    frame.style.height = `${stage.clientHeight / scale}px`;
    frame.style.transform = `scale(${scale})`;
  }
  function choose(button, group) {
    for (const one of all("button", group)) one.setAttribute("aria-pressed", String(one === button));
  }
  const widths = find("[data-widths]");
  const schemes = find("[data-schemes]");
  widths.hidden = schemes.hidden = false;
  widths.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    choose(button, widths);
    fit();
  });
  // A frame cannot be told what its reader prefers, so its stylesheets' questions are answered instead.
  const asking = /\(\s*prefers-color-scheme:\s*(light|dark)\s*\)/g;
  const questions = new WeakMap();
  function light(inside) {
    const name = find("[aria-pressed=true]", schemes).dataset.scheme;
    const answered = (owner, text) => {
      if (!questions.has(owner)) questions.set(owner, text);
      return questions
        .get(owner)
        .replace(asking, (_, asked) => (asked === name ? "(min-width: 0px)" : "(max-width: 0px)"));
    };
    const answer = (rules) => {
      for (const rule of rules) {
        if (rule.media?.mediaText.includes("color-scheme") || questions.has(rule))
          rule.media.mediaText = answered(rule, rule.media.mediaText);
        if (rule.cssRules) answer(rule.cssRules);
      }
    };
    for (const sheet of inside.styleSheets) answer(sheet.cssRules);
    for (const source of inside.querySelectorAll("source[media]"))
      if (source.media.includes("color-scheme") || questions.has(source)) source.media = answered(source, source.media);
    inside.documentElement.style.colorScheme = name;
  }
  schemes.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    choose(button, schemes);
    if (frame.contentDocument?.body) light(frame.contentDocument);
  });
  choose(find(`[data-scheme="${matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"}"]`), schemes);
  if (innerWidth < 700) choose(find('[data-width="390"]'), widths);
  new ResizeObserver(fit).observe(stage);
  pages.addEventListener("change", (event) => {
    event.stopPropagation();
    redraw();
  });

  // On small screens the preview lies over the form; on large ones it stands beside it.
  const opener = find("[data-preview-open]");
  const closer = find("[data-preview-close]");
  closer.hidden = false;
  function lay(over) {
    pane.classList.toggle("is-open", over);
    for (const part of all(".set-form, .set-bar")) part.inert = over;
    over ? closer.focus() : opener.focus();
  }
  opener.addEventListener("click", (event) => {
    event.preventDefault();
    redraw();
    if (getComputedStyle(closer).display !== "none" || getComputedStyle(pane).display === "none") lay(true);
    else pane.scrollIntoView({ block: "nearest" });
  });
  closer.addEventListener("click", () => lay(false));
  pane.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && pane.classList.contains("is-open")) lay(false);
  });
  matchMedia("(min-width: 1100px)").addEventListener("change", (wide) => {
    if (wide.matches && pane.classList.contains("is-open")) lay(false);
  });

  // -- saving -----------------------------------------------------------------------------------------------
  function stand(text, level) {
    state.textContent = text;
    state.dataset.level = level;
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    window.sending.save(form, event.submitter, {
      fields: all(".set-form"),
      say: stand,
      saved: () => {
        changed = false;
      },
      wrong: (answer) => {
        if (pane.classList.contains("is-open")) lay(false);
        if (answer) show(answer.fields);
      },
    });
  });

  // -- changes ---------------------------------------------------------------------------------------------
  function touched(after = 450) {
    changed = true;
    stand("Not saved yet", "open");
    clearTimeout(waiting);
    waiting = setTimeout(redraw, after);
  }
  form.addEventListener("input", (event) => {
    if (event.target !== pages && event.target.type !== "file") touched();
  });
  form.addEventListener("change", (event) => {
    if (event.target.type === "file") touched(0);
  });
  window.addEventListener("beforeunload", (event) => {
    if (changed) event.preventDefault();
  });
  function onSave(event) {
    if (event.key !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    find("[data-save]").click();
  }
  document.addEventListener("keydown", onSave);
  const errors = find("[data-errors]");
  if (!errors.hidden) {
    changed = true; // what came back is not saved
    stand("Not saved yet", "open");
    errors.focus();
  }
  redraw();
})();
