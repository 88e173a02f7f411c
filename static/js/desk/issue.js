// Composing an issue: blocks come, go and move where they stand; the preview follows what is typed. Without script each
// button sends the form, and the server does the same.
(() => {
  const form = document.querySelector("[data-issue]");
  if (!form) return;
  const list = form.querySelector("[data-blocks]");
  const said = form.querySelector("[data-said]");
  const state = form.querySelector("[data-state]");
  const blocks = () => [...list.querySelectorAll(":scope > [data-block]")];
  const nameOf = (block) => block.querySelector("h3").textContent.trim();
  let dirty = "dirty" in form.dataset,
    sending = false,
    waiting = 0,
    number = 0;

  // -- the preview, and the checks beside it -----------------------------------------------------------------
  const show = document.querySelector("[data-preview]");
  const checks = document.querySelector("[data-checks]");
  let looks = 0,
    seen = "";
  function draw() {
    clearTimeout(waiting);
    waiting = 0;
    form.requestSubmit(show); // also has the editors write into their fields
    check();
  }
  async function check() {
    const mine = (looks += 1);
    try {
      const answer = await fetch(checks.dataset.checks, { method: "POST", body: new FormData(form) });
      const told = answer.ok && !answer.redirected ? await answer.text() : seen;
      if (mine !== looks || told === seen || checks.contains(document.activeElement)) return;
      seen = checks.innerHTML = told;
      const stops = checks.querySelectorAll(".is-stop").length;
      document.querySelector("[data-checks-said]").textContent = stops ? `${stops} to put right.` : "Nothing must be put right.";
    } catch {
      // out of reach: saving looks at them again
    }
  }
  function changed() {
    dirty = true;
    if (state) state.textContent = "Not saved yet";
    clearTimeout(waiting);
    waiting = setTimeout(draw, 700);
  }
  form.addEventListener("submit", (event) => {
    if (event.submitter !== show) sending = true;
  });
  addEventListener("beforeunload", (event) => {
    if (dirty && !sending) event.preventDefault();
  });
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-view]")) draw();
  });
  if (dirty) waiting = setTimeout(draw, 100);
  form.querySelector("[data-refusal]")?.focus();

  // -- text: the desk's editor on each, which without script is a field with an empty line between paragraphs ----
  function edit(block) {
    const area = block.querySelector("[data-editor]");
    if (!area || !window.CKEDITOR) return null;
    if (!/<(p|ul|ol|h\d|blockquote)\b/i.test(area.value) && area.value.trim()) {
      const lines = area.value.trim().split(/\n\s*\n/);
      area.value = lines.map((line) => `<p>${line.replaceAll("\n", "<br>")}</p>`).join("");
    }
    return window.startEditor(area, "Text", changed);
  }
  for (const block of blocks()) edit(block);

  // -- lengths -----------------------------------------------------------------------------------------------
  function measure(field) {
    const help = document.getElementById(field.getAttribute("aria-describedby"));
    const length = [...field.value.trim()].length;
    help.querySelector("[data-length-said]").textContent = `${length} character${length === 1 ? "" : "s"}`;
    help.classList.toggle("is-long", length > Number(field.dataset.length));
  }
  for (const field of form.querySelectorAll("[data-length]")) measure(field);
  form.addEventListener("input", (event) => {
    if (event.target.matches("[data-find]")) return;
    if (event.target.matches("[data-length]")) measure(event.target);
    if (event.target.name && !event.target.name.startsWith("view_")) changed();
  });
  document.addEventListener("picture:chosen", changed);

  // -- moving, removing, adding ------------------------------------------------------------------------------
  function move(block, step) {
    const all = blocks();
    const there = all[all.indexOf(block) + step];
    if (!there) {
      said.textContent = step < 0 ? "It is the first already." : "It is the last already.";
      return;
    }
    there[step < 0 ? "before" : "after"](block);
    said.textContent = `${nameOf(block)}: now ${blocks().indexOf(block) + 1} of ${all.length}.`;
    changed();
  }
  function put(block, gone) {
    block.classList.toggle("is-gone", gone);
    block.querySelector("[data-gone]").value = gone ? "1" : "";
    block.querySelector(gone ? "[data-undo]" : "[data-remove]").focus();
    said.textContent = `${nameOf(block)}: ${gone ? "removed" : "back again"}.`;
    changed();
  }
  function add(kind, story) {
    const taken = new Set(blocks().map((one) => one.dataset.block));
    do number += 1;
    while (taken.has(`b${number}`));
    const holder = document.createElement("ol");
    holder.innerHTML = form.querySelector(`template[data-new="${kind}"]`).innerHTML.replaceAll("__key__", `b${number}`);
    const block = holder.firstElementChild;
    if (story) {
      block.querySelector("[data-article]").value = story.id;
      const link = document.createElement("a");
      Object.assign(link, { href: story.address, target: "_blank", rel: "noopener", textContent: story.headline });
      block.querySelector("[data-story-name]").replaceChildren(": ", link);
      block.querySelector("[name$=-headline]").placeholder = story.headline;
      block.querySelector("[name$=-standfirst]").placeholder = story.standfirst;
    }
    const name = story ? `“${story.headline}”` : kind;
    for (const [tool, words] of [["up", `Move ${name} up`], ["down", `Move ${name} down`], ["remove", `Remove ${name}`], ["undo", `Put ${name} back`]])
      block.querySelector(`[data-${tool}]`).setAttribute("aria-label", words);
    list.append(block);
    draggable(block);
    const editor = edit(block);
    said.textContent = `${nameOf(block)}: added at the end.`;
    changed();
    const first = block.querySelector(".issue-fields :is(input:not([type=hidden]), textarea)");
    if (first?.matches("[data-editor]") && editor) editor.on("instanceReady", () => editor.focus());
    else if (!story) first?.focus();
  }
  form.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const block = button.closest("[data-block]");
    if (block && button.name === "_do") {
      event.preventDefault();
      if ("up" in button.dataset) move(block, -1);
      else if ("down" in button.dataset) move(block, 1);
      else put(block, "remove" in button.dataset);
      if (button.checkVisibility()) button.focus();
    } else if (button.dataset.add) {
      event.preventDefault();
      add(button.dataset.add);
    }
  });
  list.addEventListener("keydown", (event) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const block = event.target.closest("[data-block]");
    if (!step || !event.altKey || !block) return;
    event.preventDefault();
    const focused = document.activeElement;
    move(block, step);
    focused.focus();
  });

  // -- dragging by the handle --------------------------------------------------------------------------------
  let dragged = null;
  function draggable(block) {
    const handle = block.querySelector("[data-handle]");
    handle.hidden = false;
    handle.addEventListener("pointerdown", () => (block.draggable = true));
    handle.addEventListener("pointerup", () => (block.draggable = false));
  }
  blocks().forEach(draggable);
  list.addEventListener("dragstart", (event) => {
    dragged = event.target.closest?.("[data-block]");
    if (!dragged?.draggable) return;
    event.dataTransfer.effectAllowed = "move";
    dragged.classList.add("is-dragged");
  });
  list.addEventListener("dragover", (event) => {
    const over = event.target.closest("[data-block]");
    if (!dragged || !over) return;
    event.preventDefault();
    if (over === dragged) return;
    const box = over.getBoundingClientRect();
    over[event.clientY < box.top + box.height / 2 ? "before" : "after"](dragged);
  });
  list.addEventListener("drop", (event) => dragged && event.preventDefault());
  list.addEventListener("dragend", () => {
    if (!dragged) return;
    dragged.classList.remove("is-dragged");
    dragged.draggable = false;
    said.textContent = `${nameOf(dragged)}: now ${blocks().indexOf(dragged) + 1} of ${blocks().length}.`;
    dragged = null;
    changed();
  });

  // -- finding stories ---------------------------------------------------------------------------------------
  const find = form.querySelector("[data-find]");
  const found = form.querySelector("[data-found]");
  const findSaid = form.querySelector("[data-find-said]");
  let asked = 0,
    pause = 0;
  async function search() {
    const mine = (asked += 1);
    try {
      const answer = await fetch(`${form.dataset.stories}?q=${encodeURIComponent(find.value)}`, { headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(answer.status);
      const stories = (await answer.json()).found;
      if (mine !== asked) return;
      findSaid.textContent = stories.length ? `${stories.length} found` : "No live story has these words.";
      found.replaceChildren(
        ...stories.map((story) => {
          const line = document.createElement("li");
          const button = Object.assign(document.createElement("button"), { type: "button", className: "quiet" });
          button.textContent = `Add “${story.headline}” (${story.detail})`;
          button.addEventListener("click", () => add("story", story));
          line.append(button);
          return line;
        }),
      );
    } catch {
      findSaid.textContent = "The newsroom is out of reach. What you typed is still here; try again.";
    }
  }
  find.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(search, 250);
  });
  find.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    search();
  });
  form.querySelector("button[value=find]").addEventListener("click", (event) => {
    event.preventDefault();
    search();
  });

  // -- from a check to what it is about ----------------------------------------------------------------------
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-jump]");
    const place = link && document.getElementById(link.getAttribute("href").slice(1));
    if (!place) return;
    event.preventDefault();
    place.scrollIntoView({ block: "center" });
    place.focus();
  });
})();
