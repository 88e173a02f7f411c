// The preview: the real page from what is typed, beside the text on wide screens, over it on others. It is drawn anew while
// one types, keeps its place, follows the section being edited; a click on a part of it leads to that part of the form.
// Each drawing is a frame of its own, sent there by a form, so that the page keeps its own policy. The frame is a sandbox:
// no script runs, no form is sent, no link opens. The old frame stays until the new one is there to be seen.
(() => {
  const form = document.querySelector("[data-story]");
  const pane = document.querySelector("[data-preview-dialog]");
  if (!form || !pane) return;
  const PAUSE = 450, // milliseconds without a keystroke before it is drawn
    LONGEST = 3000, // so long it waits at most while somebody types on
    PATIENCE = 20_000, // for an answer
    NARROWEST = 320,
    TEXT = 520; // pixels the text keeps at least
  const find = (name) => pane.querySelector(`[data-preview-${name}]`);
  const stage = find("stage");
  const edge = find("edge");
  const note = find("note");
  const opener = form.querySelector("[data-preview-button]");
  const widths = [...pane.querySelectorAll("[data-width]")];
  const views = [...pane.querySelectorAll("[data-view]")];
  const wide = matchMedia("(min-width: 1100px)");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let frame = null, // what is seen
    coming = null, // what is on its way
    again = false,
    waiting = 0,
    since = 0,
    number = 0,
    here = "", // the section being edited: its key, or "" above the sections
    unseen = false; // it was gone to, and has not been shown yet

  // -- what this browser remembers -------------------------------------------------------------------------
  const kept = { open: false, width: 0, screen: 0 };
  try {
    Object.assign(kept, JSON.parse(localStorage.getItem("desk-preview") ?? "{}"));
  } catch {
    /* nothing is remembered */
  }
  function keep(changes) {
    Object.assign(kept, changes);
    try {
      localStorage.setItem("desk-preview", JSON.stringify(kept));
    } catch {
      /* nothing is remembered */
    }
  }

  // -- drawing ---------------------------------------------------------------------------------------------
  function say(text, level = "") {
    if (note.textContent !== text) note.textContent = text;
    note.dataset.level = level;
  }
  function soon() {
    if (!pane.open) return;
    since ||= Date.now();
    clearTimeout(waiting);
    waiting = setTimeout(draw, Math.max(0, Math.min(PAUSE, since + LONGEST - Date.now())));
  }
  function draw() {
    clearTimeout(waiting);
    if (!pane.open) return;
    if (coming) {
      again = true; // one after the other; the next shows the newest
      return;
    }
    since = 0;
    again = false;
    form.dispatchEvent(new CustomEvent("story:collect"));
    ask(new FormData(form));
  }
  function ask(data, renewed = false) {
    const next = document.createElement("iframe");
    next.name = `preview-${(number += 1)}`;
    next.title = "The page as readers will get it";
    next.setAttribute("sandbox", "allow-same-origin");
    next.className = "is-coming";
    next.inert = true;
    stage.prepend(next); // below the one that is seen
    size(next);
    const sender = document.createElement("form");
    sender.hidden = true;
    sender.method = "post";
    sender.action = form.dataset.preview;
    sender.target = next.name;
    data.set("preview_of", views.find((one) => one.getAttribute("aria-pressed") === "true").dataset.view);
    for (const [name, value] of data) {
      if (typeof value !== "string") continue;
      const field = document.createElement("input");
      field.type = "hidden";
      field.name = name;
      field.value = value;
      sender.append(field);
    }
    document.body.append(sender);
    pane.setAttribute("aria-busy", "true");
    const patience = setTimeout(() => end(next), PATIENCE);
    coming = next;
    next.addEventListener("load", () => {
      if (next !== coming || next.contentDocument?.URL === "about:blank") return;
      clearTimeout(patience);
      sender.remove();
      arrived(next, renewed);
    });
    HTMLFormElement.prototype.submit.call(sender);
  }
  async function arrived(next, renewed) {
    const inside = pageIn(next);
    if (!inside) {
      next.remove();
      await explain(renewed);
      return;
    }
    still(inside);
    next.contentWindow.scrollTo({ top: placeIn(inside), behavior: "instant" });
    await seen(inside);
    if (next !== coming) return;
    frame?.remove();
    frame = next;
    frame.name = "preview";
    frame.classList.remove("is-coming");
    frame.inert = false;
    frame.addEventListener("load", draw); // it was led away all the same: back to the page
    say("");
    end(null);
    if (unseen) show();
  }
  function end(gone) {
    if (gone) {
      gone.remove();
      say("No preview: the server takes too long.", "bad");
    }
    coming = null;
    pane.removeAttribute("aria-busy");
    if (again) draw();
  }
  // The page came not. A form sent into a frame cannot tell why, so it is asked once more in a way that can.
  async function explain(renewed) {
    let retry = false;
    try {
      const answer = await window.sending.send(form, form.dataset.preview, new FormData(form));
      retry = Boolean(answer?.ok) && !renewed; // there was a new token to be had
      if (!answer) say("No preview: sign in again in another tab.", "bad");
      else if (!retry) say(`No preview. ${window.sending.refusal(answer)}`, "bad");
    } catch {
      say("No preview: the newsroom cannot be reached. What you typed is still here.", "bad");
    }
    coming = null;
    if (retry) ask(new FormData(form), true);
    else end(null);
  }
  // The preview's page in a frame, or null when something else came.
  function pageIn(one) {
    try {
      return one.contentDocument?.querySelector(".preview-banner") ? one.contentDocument : null;
    } catch {
      return null;
    }
  }
  // Until the pictures in sight are there, so that nothing flickers; a slow one is not waited for.
  function seen(inside) {
    const height = inside.defaultView.innerHeight;
    const pictures = [...inside.images].filter((one) => {
      const box = one.getBoundingClientRect();
      return box.bottom > 0 && box.top < height && !one.complete;
    });
    const loaded = pictures.map((one) => one.decode().catch(() => {}));
    return Promise.race([Promise.all(loaded), new Promise((done) => setTimeout(done, 400))]);
  }

  // -- its place -------------------------------------------------------------------------------------------
  const partIn = (inside, key) => (key ? inside.querySelector(`[data-key="${CSS.escape(key)}"]`) : null);
  // Where the new page is to be scrolled to: what was seen stays where it was, whatever grew above it.
  function placeIn(inside) {
    const before = frame && pageIn(frame);
    if (!before) return 0;
    const view = before.defaultView;
    const inView = (one) => {
      const box = one.getBoundingClientRect();
      return box.bottom > 0 && box.top < view.innerHeight;
    };
    if (!view.scrollY) return 0;
    const edited = partIn(before, here);
    const anchors = [...(edited ? [edited] : []), ...before.querySelectorAll("[data-key]")].filter(inView);
    for (const anchor of anchors) {
      const same = partIn(inside, anchor.dataset.key);
      if (same) return same.getBoundingClientRect().top + inside.defaultView.scrollY - anchor.getBoundingClientRect().top;
    }
    return view.scrollY;
  }
  // Bring the section being edited into sight, if it is not.
  function show() {
    const inside = frame && pageIn(frame);
    if (!inside) return;
    const view = inside.defaultView;
    const behavior = calm.matches ? "instant" : "smooth";
    const part = partIn(inside, here);
    if (!here) view.scrollTo({ top: 0, behavior });
    else if (part) {
      const { top, bottom } = part.getBoundingClientRect();
      if (top < 0 ? bottom < view.innerHeight / 2 : top > view.innerHeight * 0.6)
        view.scrollBy({ top: top - view.innerHeight * 0.12, behavior });
    } else return; // it has no words yet
    unseen = false;
  }
  form.addEventListener("focusin", (event) => {
    const part = event.target.closest("[data-part]");
    if (!part && !event.target.closest(".surface-head, [data-lead]")) return;
    const key = part?.querySelector(":scope > input[name$='-key']").value ?? "";
    if (key === here) return;
    here = key;
    unseen = true;
    show();
  });

  // -- what is done in it ----------------------------------------------------------------------------------
  const HEAD = [
    [".standfirst", "#id_standfirst"],
    [".kicker", "#id_kicker"],
    ["h1", "#id_headline"],
    [".lead-picture", "#id_lead-caption"],
    [".byline", "#author-find"],
    [".topics", "#topic-find"],
    [".look-card", "#id_card_headline"],
    [".look-search", "#id_search_title"],
    [".look-social", "#id_social_headline"],
    [".look-newsletter", "#id_newsletter_headline"],
  ];
  // Nothing in the page acts; `within` is the frame it stands in, when that is one of the preview's own.
  function still(inside, within = null) {
    for (const one of inside.querySelectorAll("iframe[srcdoc]")) {
      one.style.height = `${one.contentDocument.documentElement.scrollHeight + 2}px`;
      still(one.contentDocument, one);
    }
    inside.addEventListener(
      "click",
      (event) => {
        event.preventDefault();
        event.stopImmediatePropagation();
        if (inside.getSelection()?.isCollapsed !== false) go(within ?? event.target);
      },
      true,
    );
    inside.addEventListener("keydown", (event) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
        event.preventDefault();
        form.querySelector("[name=_save]")?.click();
      }
      if (event.key === "Escape" && pane.matches(":modal")) shut();
    });
  }
  function go(target) {
    const shown = target.closest?.("[data-key]");
    let field = null,
      part = null;
    if (shown) {
      part = [...form.querySelectorAll("[data-part]:not([data-gone])")].find(
        (one) => one.querySelector(":scope > input[name$='-key']").value === shown.dataset.key,
      );
      if (!part) return;
      const picture = target.closest("figure:has(picture)");
      const place = [...shown.querySelectorAll("figure:has(picture)")].indexOf(picture);
      const use = picture && part.querySelectorAll("[data-use]:not([data-gone])")[place];
      field =
        use?.querySelector("[name$='-caption']") ??
        (target.closest("h2")
          ? part.querySelector("input.subhead")
          : part.dataset.kind === "text"
            ? part.querySelector("[data-editor]")
            : part.querySelector(`.part-field.only-${part.dataset.kind} :is(input, textarea)`));
    } else {
      const [, place] = HEAD.find(([selector]) => target.closest?.(selector)) ?? [];
      field = place && form.querySelector(place);
    }
    if (!field) return;
    if (pane.matches(":modal")) shut();
    if (part?.querySelector("[data-part-inside]").hidden) part.querySelector("[data-part-fold]").click();
    unseen = false;
    here = shown?.dataset.key ?? "";
    const lasts = calm.matches ? "instant" : "smooth";
    (part ?? field).scrollIntoView({ block: part ? "start" : "center", behavior: lasts });
    focus(field);
    if (!calm.matches) (part ?? field).animate({ backgroundColor: ["var(--desk-wash)", "transparent"] }, 1200);
  }
  function focus(field) {
    if (!field.matches("[data-editor]")) {
      field.focus({ preventScroll: true });
      return;
    }
    const put = (editor) => editor.editable()?.$.focus({ preventScroll: true });
    const editor = window.CKEDITOR?.instances[field.id];
    if (editor?.status === "ready") put(editor);
    else
      window.CKEDITOR?.once("instanceReady", function ready(event) {
        if (event.editor.name === field.id) put(event.editor);
        else window.CKEDITOR.once("instanceReady", ready);
      });
  }

  // -- size ------------------------------------------------------------------------------------------------
  const chosen = () => widths.find((one) => one.getAttribute("aria-pressed") === "true");
  function size(one) {
    const asked = Number(chosen().dataset.width);
    const scale = Math.min(1, stage.clientWidth / asked);
    one.style.width = `${asked}px`;
    one.style.height = `${stage.clientHeight / scale}px`;
    one.style.transform = `scale(${scale})`;
    one.style.left = `${Math.max(0, (stage.clientWidth - asked * scale) / 2)}px`;
  }
  function fit() {
    for (const one of stage.children) size(one);
  }
  function choose(button) {
    for (const one of widths) one.setAttribute("aria-pressed", String(one === button));
    fit();
  }
  const most = () => Math.max(NARROWEST, innerWidth - TEXT);
  const fitting = (width) => Math.round(Math.min(most(), Math.max(NARROWEST, width)));
  function lay() {
    const beside = pane.open && !pane.matches(":modal");
    const width = fitting(kept.width || innerWidth * 0.38);
    document.body.classList.toggle("has-preview", beside);
    document.body.classList.toggle("has-little-room", beside && innerWidth - width < 1100);
    document.documentElement.style.setProperty("--preview-width", `${width}px`);
    for (const [name, value] of [["valuenow", width], ["valuemin", NARROWEST], ["valuemax", most()]])
      edge.setAttribute(`aria-${name}`, String(value));
    opener.setAttribute("aria-expanded", String(pane.open));
    fit();
    for (const area of form.querySelectorAll("[data-grow]")) {
      area.style.height = "auto"; // lines break elsewhere now
      area.style.height = `${area.scrollHeight}px`;
    }
  }
  edge.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    event.preventDefault();
    edge.setPointerCapture(event.pointerId);
    edge.focus();
    const pull = (moved) => {
      kept.width = fitting(innerWidth - moved.clientX);
      lay();
    };
    edge.addEventListener("pointermove", pull);
    edge.addEventListener(
      "lostpointercapture",
      () => {
        edge.removeEventListener("pointermove", pull);
        keep({});
      },
      { once: true },
    );
  });
  edge.addEventListener("keydown", (event) => {
    const now = Number(edge.getAttribute("aria-valuenow"));
    const to = { ArrowLeft: now + 40, ArrowRight: now - 40, Home: NARROWEST, End: most() }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    keep({ width: fitting(to) });
    lay();
  });

  // -- opening and closing ---------------------------------------------------------------------------------
  function open() {
    if (wide.matches) pane.setAttribute("open", ""); // it takes no focus from the text
    else pane.showModal();
    lay();
    unseen = Boolean(here);
    draw();
  }
  function shut() {
    const back = pane.contains(document.activeElement);
    pane.close();
    lay();
    if (back) opener.focus();
  }
  opener.addEventListener("click", (event) => {
    event.preventDefault();
    if (pane.open) shut();
    else open();
    if (wide.matches) keep({ open: pane.open });
  });
  pane.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.hasAttribute("data-preview-close")) {
      shut();
      if (wide.matches) keep({ open: false });
    }
    if (button?.dataset.view) {
      for (const one of views) one.setAttribute("aria-pressed", String(one === button));
      draw();
    }
    if (!button?.dataset.width) return;
    choose(button);
    keep({ screen: Number(button.dataset.width) });
  });
  pane.addEventListener("close", lay);
  wide.addEventListener("change", () => {
    if (pane.open) pane.close();
    if (wide.matches && kept.open) open();
    lay();
  });
  new ResizeObserver(fit).observe(stage);
  window.addEventListener("resize", () => {
    if (pane.open) lay();
  });

  for (const kind of ["input", "change"])
    form.addEventListener(kind, (event) => {
      if (event.target.matches("[name]")) soon();
    });
  form.addEventListener("story:touched", soon);
  choose(
    widths.find((one) => Number(one.dataset.width) === kept.screen) ??
      widths.find((one) => one.dataset.width === (innerWidth < 1800 ? "390" : "820")),
  );
  opener.setAttribute("aria-expanded", "false");
  if (wide.matches && kept.open) open();
})();
