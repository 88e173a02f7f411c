// The picture chooser. `await window.choosePicture()` opens it and gives the chosen picture, or null when it is closed:
// {id, title, credit, photographer, alt_text, source_caption, thumb, large, width, height, …}; thumb is 400 pixels, large 1,200.
// With `{ each }` several can be taken before it is closed: each of those before the last is given to that function.
// A <button data-choose-picture> opens it too and then sends "picture:chosen" with the picture as `detail`.
"use strict";
(() => {
  const LIBRARY = "/admin/articles/imageasset/chooser/";
  const FIELDS = [
    ["credit", "Credit", "As printed, such as Jo Park/Agency"],
    ["photographer", "Photographer", ""],
    ["alt_text", "Alternative text", "What is to be seen"],
  ];
  const SCREEN = `
    <div class="chooser-head">
      <h2 id="chooser-title">Choose a picture</h2>
      <button type="button" class="chooser-close" data-close aria-label="Close without choosing">✕</button>
    </div>
    <div class="chooser-bar">
      <input type="search" class="chooser-search" data-search placeholder="Search title, credit, caption …" aria-label="Search the pictures" maxlength="100">
      <label class="chooser-upload" data-upload hidden>Upload<input type="file" multiple data-file accept="image/jpeg,image/png,image/webp,image/gif,image/avif"></label>
      <p class="chooser-hint" data-hint hidden>or drop or paste pictures here</p>
    </div>
    <p class="chooser-status" role="status" data-status></p>
    <ul class="chooser-queue" data-queue></ul>
    <div class="chooser-body">
      <div class="chooser-results">
        <ul class="chooser-grid" data-grid aria-label="Pictures"></ul>
        <button type="button" class="chooser-more" data-more hidden>Load more</button>
      </div>
      <form class="chooser-detail" data-detail aria-label="The selected picture" hidden></form>
    </div>`;

  let dialog, parts, pictures, selected, next, mayUpload, answer, asked, queue, dragging, takeEach;

  function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value === true) made.setAttribute(key, "");
      else if (value !== false && value != null) made.setAttribute(key, value);
    }
    made.append(...children);
    return made;
  }
  const say = (sentence) => { parts.status.textContent = sentence; };
  const token = () => document.querySelector("input[name=csrfmiddlewaretoken]")?.value ?? "";

  async function read(response) {
    const isJson = (response.headers.get("Content-Type") ?? "").includes("json");
    const data = isJson ? await response.json() : {};
    if (response.ok && isJson) return data;
    throw new Error(data.error ?? (response.redirected || response.status === 403
      ? "You are signed out, or may not do this. Sign in again in another tab, then try again."
      : "The server did not answer as it should. Try again."));
  }

  // -- the grid ------------------------------------------------------------------------------------------------------

  function card(picture) {
    const button = element("button", { type: "button", class: "chooser-card", "data-id": picture.id, tabindex: -1, "aria-pressed": "false" },
      element("img", { src: picture.thumb, alt: "", loading: "lazy" }),
      element("span", { class: "chooser-card-title" }, picture.title),
      element("span", { class: picture.credit ? "chooser-card-credit" : "chooser-card-credit chooser-lacks" }, picture.credit ? `© ${picture.credit}` : "No credit yet"));
    return element("li", {}, button);
  }
  const cards = () => [...parts.grid.querySelectorAll("button")];
  function add(list, where) {
    for (const picture of list) {
      if (pictures.has(picture.id)) parts.grid.querySelector(`[data-id="${picture.id}"]`)?.parentElement.remove();
      pictures.set(picture.id, picture);
      parts.grid[where](card(picture));
    }
    const all = cards();
    if (all.length && !all.some((button) => button.tabIndex === 0)) all[0].tabIndex = 0;
  }

  async function load(page = 1) {
    const number = ++asked;
    const query = parts.search.value.trim();
    parts.grid.setAttribute("aria-busy", "true");
    try {
      const address = `${LIBRARY}?${new URLSearchParams({ q: query, page })}`;
      const found = await read(await fetch(address, { headers: { Accept: "application/json" } }));
      if (number !== asked || !dialog.open) return;
      if (page === 1) {
        pictures.clear();
        parts.grid.replaceChildren();
        // Who chose while the answer was on its way keeps the choice, and what was typed beside it.
        if (!found.pictures.some((one) => one.id === selected?.id)) select(null);
      }
      const before = cards().length;
      add(found.pictures, "append");
      cards().find((one) => Number(one.dataset.id) === selected?.id)?.setAttribute("aria-pressed", "true");
      next = found.next;
      mayUpload = found.may_upload;
      parts.more.hidden = !next;
      parts.upload.hidden = parts.hint.hidden = !mayUpload;
      const count = cards().length;
      say(count ? `${count}${next ? " newest" : ""} picture${count === 1 ? "" : "s"}${query ? ` for “${query}”` : ""}`
        : query ? `No picture for “${query}”.` : "No pictures yet.");
      if (page > 1) cards()[before]?.focus();
    } catch (error) {
      if (number === asked) say(error.message);
    } finally {
      if (number === asked) parts.grid.removeAttribute("aria-busy");
    }
  }

  function select(id) {
    selected = pictures.get(id) ?? null;
    for (const button of cards()) {
      const here = Number(button.dataset.id) === id;
      button.setAttribute("aria-pressed", String(here));
      if (selected) button.tabIndex = here ? 0 : -1;
    }
    detail();
  }

  function detail() {
    const form = parts.detail;
    form.hidden = !selected;
    form.replaceChildren();
    if (!selected) return;
    form.append(
      element("img", { class: "chooser-look", src: selected.thumb, alt: selected.alt_text }),
      element("h3", {}, selected.title),
      element("p", { class: "chooser-facts" }, `${selected.width} × ${selected.height} pixels${selected.ready ? "" : ", being prepared"}`));
    if (selected.remark) form.append(element("p", { class: "chooser-remark" }, selected.remark));
    if (selected.source_caption) form.append(element("p", { class: "chooser-caption" }, element("b", {}, "It came with: "), selected.source_caption));
    for (const [name, label, hint] of FIELDS) {
      if (selected.editable) {
        const input = element(name === "alt_text" ? "textarea" : "input", { name, placeholder: hint, maxlength: { credit: 150, photographer: 100 }[name] ?? 250, rows: name === "alt_text" ? 2 : null });
        input.value = selected[name];
        form.append(element("label", {}, label, input));
      } else if (selected[name]) {
        form.append(element("p", { class: "chooser-words" }, element("b", {}, `${label}: `), selected[name]));
      }
    }
    form.append(element("p", { class: "chooser-problem", role: "alert" }), element("button", { type: "submit", class: "chooser-use" }, "Use this picture"));
    if (takeEach) form.append(element("button", { type: "button", class: "chooser-another", "data-another": true }, "Use it and choose another"));
  }

  function taken(picture) {
    takeEach(picture);
    say(`“${picture.title}” is in the story. Choose another, or close.`);
    selected = null;
    parts.detail.hidden = true;
    for (const one of cards()) one.setAttribute("aria-pressed", "false");
    parts.search.focus();
  }

  async function use(done = finish) {
    const form = parts.detail;
    const picture = selected;
    const button = form.querySelector(".chooser-use");
    if (!picture || button.disabled) return;
    const inputs = [...form.querySelectorAll("input, textarea")];
    const changed = inputs.filter((input) => input.value.trim() !== picture[input.name]);
    if (!changed.length) return done(picture);
    button.disabled = true;
    try {
      const body = new URLSearchParams(changed.map((input) => [input.name, input.value]));
      const response = await fetch(`${LIBRARY}${picture.id}/`, { method: "POST", body, headers: { "X-CSRFToken": token() } });
      done(await read(response));
    } catch (error) {
      button.disabled = false;
      form.querySelector(".chooser-problem").textContent = error.message;
    }
  }

  function finish(picture) {
    const resolve = answer;
    answer = null;
    if (dialog.open) dialog.close();
    resolve?.(picture);
  }

  function arrows(event) {
    const here = event.target.closest(".chooser-card");
    if (!here) return;
    if (event.key === "Enter") {
      event.preventDefault();
      select(Number(here.dataset.id));
      return use();
    }
    const all = cards();
    const at = all.indexOf(here);
    const row = all.filter((button) => button.offsetTop === here.offsetTop).length;
    const perRow = at < row ? row : all.filter((button) => button.offsetTop === all[0].offsetTop).length;
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, ArrowUp: at - perRow, ArrowDown: at + perRow, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    if (!all[to]) return;
    select(Number(all[to].dataset.id));
    all[to].focus();
  }

  // -- uploading -----------------------------------------------------------------------------------------------------

  function send(file, progress) {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest(); // fetch cannot tell how far an upload is
      const body = new FormData();
      body.append("file", file);
      request.open("POST", `${LIBRARY}upload/`);
      request.setRequestHeader("X-CSRFToken", token());
      request.upload.addEventListener("progress", (event) => {
        if (event.lengthComputable) progress.value = event.loaded / event.total;
      });
      request.addEventListener("error", () => reject(new Error("The connection broke. Try again.")));
      request.addEventListener("load", () => {
        let data = {};
        try { data = JSON.parse(request.responseText); } catch { /* not ours: the status tells */ }
        if (request.status === 201) return resolve(data);
        reject(new Error(data.error ?? (request.status === 413 ? "This file is too large."
          : request.status === 403 ? "You are signed out, or may not upload. Sign in again in another tab, then try again."
            : "The upload failed. Try again.")));
      });
      request.send(body);
    });
  }

  function upload(files) {
    if (!mayUpload) return;
    for (const file of files) {
      const progress = element("progress", { max: 1, "aria-label": `Uploading ${file.name}` });
      const line = element("li", {}, element("span", {}, file.name || "Pasted picture"), progress);
      parts.queue.append(line);
      queue = queue.then(async () => {
        say(`Uploading ${file.name}…`);
        try {
          const picture = await send(file, progress);
          line.remove();
          add([picture], "prepend");
          select(picture.id);
          parts.grid.parentElement.scrollTop = 0;
          say(`“${picture.title}” is in the library.`);
          if (dialog.open) (parts.detail.querySelector("input") ?? cards()[0]).focus();
        } catch (error) {
          say(`${file.name} was not taken.`);
          const away = element("button", { type: "button", "aria-label": `Dismiss the message about ${file.name}` }, "✕");
          away.addEventListener("click", () => line.remove());
          line.className = "chooser-failed";
          line.replaceChildren(element("b", {}, file.name), element("span", { role: "alert" }, error.message), away);
        }
      });
    }
  }
  const holdsFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");

  // -- opening -------------------------------------------------------------------------------------------------------

  function build() {
    dialog = element("dialog", { class: "chooser", "aria-labelledby": "chooser-title" });
    dialog.innerHTML = SCREEN;
    parts = Object.fromEntries(["search", "upload", "file", "hint", "status", "queue", "grid", "more", "detail"].map((name) => [name, dialog.querySelector(`[data-${name}]`)]));
    pictures = new Map();
    asked = 0;
    queue = Promise.resolve();
    document.body.append(dialog);

    let waiting;
    parts.search.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(load, 250);
    });
    parts.search.addEventListener("keydown", (event) => {
      if (event.key === "Enter") {
        event.preventDefault();
        clearTimeout(waiting);
        load();
      } else if (event.key === "ArrowDown" && cards().length) {
        event.preventDefault();
        const first = cards()[0];
        select(Number(first.dataset.id));
        first.focus();
      } else if (event.key === "Escape" && parts.search.value) {
        event.preventDefault(); // the first Escape empties the field, the next closes
        event.stopPropagation();
        parts.search.value = "";
        load();
      }
    });
    parts.grid.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button) select(Number(button.dataset.id));
    });
    parts.detail.addEventListener("click", (event) => event.target.closest("[data-another]") && use(taken));
    parts.grid.addEventListener("dblclick", (event) => event.target.closest("button") && use());
    parts.grid.addEventListener("keydown", arrows);
    parts.more.addEventListener("click", () => load(next));
    parts.detail.addEventListener("submit", (event) => {
      event.preventDefault();
      use();
    });
    parts.file.addEventListener("change", () => {
      upload([...parts.file.files]);
      parts.file.value = "";
    });
    dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => finish(null));
    dialog.addEventListener("paste", (event) => {
      const files = [...event.clipboardData.files];
      if (!files.length) return;
      event.preventDefault();
      upload(files);
    });
    for (const kind of ["dragenter", "dragover"]) {
      dialog.addEventListener(kind, (event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        dialog.classList.toggle("chooser-drop", mayUpload);
        clearTimeout(dragging);
      });
    }
    dialog.addEventListener("dragleave", () => {
      dragging = setTimeout(() => dialog.classList.remove("chooser-drop"), 80);
    });
    dialog.addEventListener("drop", (event) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      dialog.classList.remove("chooser-drop");
      upload([...event.dataTransfer.files]);
    });
    for (const kind of ["keydown", "input", "change", "submit"]) { // the screen behind must not take these for its own
      dialog.addEventListener(kind, (event) => event.stopPropagation());
    }
  }

  window.choosePicture = ({ each = null } = {}) => {
    if (!dialog) build();
    if (dialog.open) return Promise.resolve(null);
    takeEach = each;
    parts.search.value = "";
    select(null);
    parts.queue.replaceChildren();
    const promise = new Promise((resolve) => { answer = resolve; });
    dialog.showModal();
    parts.search.focus();
    load();
    return promise;
  };

  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("[data-choose-picture]");
    if (!button) return;
    const detail = await window.choosePicture();
    if (detail) button.dispatchEvent(new CustomEvent("picture:chosen", { bubbles: true, detail }));
  });
})();
