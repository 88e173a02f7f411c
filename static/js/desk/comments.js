// Comments beside the story: threads on sections, on chosen words and on the story. They are no part of its form, are sent
// one by one, and are asked for anew when the sign of life (presence.js) says that there is something new. What is being
// typed is kept in this browser for its writer, and stays where it is whatever comes in.
(() => {
  const form = document.querySelector("[data-story]");
  const pane = document.querySelector("[data-comments]");
  if (!form || !pane || !window.sending || !window.commentWords) return;
  const { textOf, spotOf, find, rangeOf, mark } = window.commentWords;
  const of = (name) => pane.querySelector(`[data-comments-${name}]`);
  const opener = form.querySelector("[data-comments-open]");
  const float = document.querySelector("[data-comment-float]");
  const list = of("list");
  const resolved = of("resolved");
  const narrow = matchMedia("(max-width: 699px)");
  const PATIENCE = 30_000; // milliseconds
  const KEPT = 14 * 24 * 3_600_000; // … that what was not sent stays in this browser
  const finger = matchMedia("(pointer: coarse)");
  // A story has an address here as soon as it was saved once.
  const place = () => location.pathname.match(/^(.*\/\d+\/)change\/$/)?.[1];

  let threads = [],
    stamp = "",
    loaded = false,
    sent = 0, // how many of one's own deeds were answered
    active = null;
  const cards = new Map(); // thread or place of a new comment -> its element
  const headings = new Map();

  function element(tag, properties = {}, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(properties))
      name.includes("-") || name === "role" ? made.setAttribute(name, value) : (made[name] = value);
    made.append(...children);
    return made;
  }
  function button(text, className, deed) {
    const made = element("button", { type: "button", className, textContent: text });
    made.addEventListener("click", () => deed(made));
    return made;
  }
  const plural = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;
  function say(text) {
    of("said").textContent = text;
  }
  function identity() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-"); // randomUUID would need https
  }

  // -- what is being typed, kept in this browser -----------------------------------------------------------
  const store = () => `desk-comments:${form.dataset.user}:${place() ?? ""}`; // nobody finds what another person typed
  let unkept = null; // what a browser that keeps nothing, or has no room, has of it: this page only
  function kept() {
    if (unkept) return structuredClone(unkept);
    try {
      const found = JSON.parse(localStorage.getItem(store()));
      return { drafts: {}, ...(found?.at > Date.now() - KEPT ? found : {}) };
    } catch {
      return { drafts: {} };
    }
  }
  function keep(change) {
    const now = kept();
    change(now);
    try {
      if (Object.keys(now.drafts).length || now.open) localStorage.setItem(store(), JSON.stringify({ ...now, at: Date.now() }));
      else localStorage.removeItem(store());
      unkept = null;
    } catch {
      unkept = now;
    }
  }
  window.addEventListener("beforeunload", (event) => {
    if (Object.keys(unkept?.drafts ?? {}).length) event.preventDefault();
  });
  // The place that words are about, as it is sent: of a thread, or of what is to become one.
  function spotOfThread(about) {
    const { section = "", quote = "", before = "", after = "" } = about ?? {};
    return { section, quote, before, after };
  }

  // -- the story's sections --------------------------------------------------------------------------------
  const parts = () => [...form.querySelectorAll("[data-part]:not([data-gone])")];
  const keyOf = (part) => part.querySelector(":scope > input[name$='-key']").value;
  const KINDS = { video: "Video", quote: "Pull quote", post: "Social post" };
  function nameOf(part, index = parts().indexOf(part)) {
    const subhead = part.querySelector("input.subhead").value.trim();
    return subhead || (index === 0 ? "Opening" : `${KINDS[part.dataset.kind] ?? "Section"} ${index + 1}`);
  }
  const textRoot = (part) => (part.dataset.kind === "text" ? part.querySelector(".part-inside .cke_wysiwyg_div") : null);
  function textIn(part) {
    const root = textRoot(part);
    if (root) return textOf(root);
    if (part.dataset.kind !== "text") return { text: "", at: [] };
    return textOf(new DOMParser().parseFromString(part.querySelector("[data-editor]")?.value ?? "", "text/html").body);
  }
  function show(part, range) {
    part.querySelector("[data-part-fold][aria-expanded=false]")?.click();
    const box = (range?.startContainer.isConnected ? range : part).getBoundingClientRect();
    const top = range ? box.top - innerHeight / 3 : box.top - 80;
    window.scrollBy({ top, behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth" });
  }

  // Where each thread stands now: `part` is null for the story, `gone` says that its words or its section are not there.
  function placed() {
    const live = parts();
    const texts = new Map();
    const text = (part) => texts.get(part) ?? texts.set(part, textIn(part)).get(part);
    return (spot) => {
      if (!spot.section) return { part: null, index: -1, start: 0, range: null, gone: "" };
      let part = live.find((one) => keyOf(one) === spot.section);
      let found = part && spot.quote ? find(text(part), spot) : null;
      if (spot.quote && !found)
        for (const other of live) {
          const there = find(text(other), spot); // split off, joined or moved: then it went along with its words
          if (there && there.score > (found?.score ?? -1)) {
            found = there;
            part = other;
          }
        }
      const range = found && textRoot(part) ? rangeOf(text(part), found) : null;
      const gone = !part ? "section" : spot.quote && !found ? "words" : "";
      return { part: part ?? null, index: part ? live.indexOf(part) : live.length, start: found?.start ?? -1, range, gone };
    };
  }

  // -- asking and sending ----------------------------------------------------------------------------------
  function trouble(text) {
    of("trouble").textContent = text;
    of("trouble").hidden = !text;
  }
  async function load() {
    if (!place()) return;
    const before = sent;
    let told;
    try {
      const signal = AbortSignal.timeout(PATIENCE);
      const answer = await fetch(`${place()}comments/`, { headers: { Accept: "application/json" }, signal });
      if (!answer.ok || !window.sending.isJSON(answer)) return; // the next sign of life asks again
      told = await answer.json();
    } catch {
      if (pane.open) trouble("The newsroom cannot be reached: there may be newer comments.");
      return;
    }
    trouble("");
    if (sent === before) take(told); // else something of one's own was answered meanwhile, and is newer
  }
  // Gives what the server said after taking it in, or a sentence about what went wrong.
  async function send(address, fields) {
    const body = new FormData();
    body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    let answer, told;
    try {
      answer = await window.sending.send(form, address, body, { signal: AbortSignal.timeout(PATIENCE) });
      if (answer && window.sending.isJSON(answer)) told = await answer.json();
    } catch {
      return "The newsroom cannot be reached. What you typed is still here.";
    }
    if (!answer) return (await window.signIn(form)) ? send(address, fields) : "Signed out. Sign in, then send it once more.";
    if (!told) return answer.status === 404 ? "This story is gone." : window.sending.refusal(answer);
    sent += 1;
    if (told.threads) take(told);
    return told.error ?? told;
  }
  async function act(thread, deed, said) {
    trouble("");
    const told = await send(`${place()}comments/${thread}/`, { deed });
    if (typeof told === "string") return trouble(told);
    say(said);
    if (document.activeElement?.getClientRects().length && document.activeElement !== document.body) return;
    (list.querySelector(".thread.is-here .comment") ?? list.querySelector(".comment") ?? of("close")).focus();
  }
  let asked = null;
  function people() {
    asked ??= fetch(`${place()}comments/people/`, { headers: { Accept: "application/json" } })
      .then((answer) => (answer.ok && window.sending.isJSON(answer) ? answer.json() : Promise.reject()))
      .then((told) => told.people)
      .catch(() => {
        asked = null;
        return [];
      });
    return asked;
  }

  // -- a field to write in ---------------------------------------------------------------------------------
  // `slot` names it among the drafts; `deliver(text, key)` gives null or a sentence about what went wrong.
  function writer({ slot, label, placeholder, word, deliver, cancelled, value = "", spot = null }) {
    const draft = kept().drafts[slot];
    const key = draft?.key ?? identity();
    const area = element("textarea", { rows: 1, placeholder, value: draft?.text ?? value, "aria-label": label });
    const names = element("ul");
    const wrong = element("p", { className: "comments-trouble", role: "alert", hidden: true });
    const go = button(word, "primary", deliverIt);
    const back = button("Cancel", "quiet", () => {
      forget();
      area.value = value;
      box.classList.remove("is-open");
      wrong.hidden = true;
      cancelled?.();
    });
    const box = element("div", { className: "comment-writer" }, area, names, wrong, element("div", { className: "row" }, go, back));
    box.area = area;
    box.forget = forget;
    function forget() {
      keep((now) => delete now.drafts[slot]);
    }
    async function deliverIt() {
      if (go.getAttribute("aria-busy") === "true") return; // pressed twice is pressed once
      if (!area.value.trim()) return area.focus();
      go.setAttribute("aria-busy", "true");
      area.readOnly = true;
      const failed = await deliver(area.value, key);
      go.removeAttribute("aria-busy");
      area.readOnly = false;
      wrong.textContent = failed ?? "";
      wrong.hidden = !failed;
    }
    area.addEventListener("input", () => {
      box.classList.add("is-open");
      keep((now) => {
        if (area.value.trim() && area.value !== value) now.drafts[slot] = { text: area.value, key, spot };
        else delete now.drafts[slot];
      });
    });
    area.addEventListener("focus", () => box.classList.add("is-open"));
    area.addEventListener("blur", () => setTimeout(() => {
      if (!area.value.trim() && !box.contains(document.activeElement) && !box.classList.contains("is-always")) box.classList.remove("is-open");
    }, 150));
    area.deliver = deliverIt;
    area.back = () => back.click();
    window.mentions.on(area, names, people);
    if (area.value && area.value !== value) box.classList.add("is-open");
    return box;
  }

  // -- drawing ---------------------------------------------------------------------------------------------
  function drawn(runs) {
    const text = element("p", { className: "comment-text", dir: "auto" });
    for (const [kind, words, address] of runs) {
      if (kind === "link") text.append(element("a", { href: address, textContent: words, target: "_blank", rel: "noopener noreferrer nofollow" }));
      else if (kind === "mention") text.append(element("b", { className: "comment-mention", textContent: words }));
      else text.append(words);
    }
    return text;
  }
  function drawComment(one) {
    const face = element("span", { className: "comment-face", textContent: one.initials, "aria-hidden": "true" });
    const when = one.deleted ? "" : `${one.at}${one.edited ? ", changed" : ""}`;
    const head = element("div", { className: "comment-head" }, face, element("b", { textContent: one.by }), element("small", { textContent: when }));
    const item = element("li", { className: "comment", id: `comment-${one.id}`, tabIndex: -1 }, head);
    item.dataset.said = JSON.stringify(one);
    if (one.deleted) {
      item.append(element("p", { className: "comment-text is-deleted", textContent: "Deleted." }));
      return item;
    }
    const text = drawn(one.runs);
    item.append(text);
    if (!one.own) return item;
    const change = button("Edit", "tool", () => edit(item, one));
    change.setAttribute("aria-label", `Edit your comment of ${one.at}`);
    const drop = button("Delete", "tool", () => {
      if (drop.dataset.sure === undefined) {
        drop.dataset.sure = "";
        drop.textContent = "Really delete?";
        return;
      }
      act(one.id, "delete", "Deleted.");
    });
    drop.addEventListener("blur", () => {
      delete drop.dataset.sure;
      drop.textContent = "Delete";
    });
    drop.setAttribute("aria-describedby", item.id);
    head.append(element("span", { className: "comment-tools" }, change, drop));
    return item;
  }
  function edit(item, one) {
    const slot = `edit-${one.id}`;
    const text = item.querySelector(".comment-text");
    const done = () => {
      box.remove();
      delete item.dataset.edited;
      delete item.dataset.said; // drawn anew: it may be another by now
      delete item.closest(".thread").dataset.said;
      draw();
      document.getElementById(item.id)?.focus();
    };
    const spot = spotOfThread(threads.find((thread) => thread.comments.some((comment) => comment.id === one.id)));
    const box = writer({
      ...{ slot, spot, label: "Your comment", placeholder: "", word: "Save", value: one.text, cancelled: done },
      deliver: async (words) => {
        const told = await send(`${place()}comments/${one.id}/`, { deed: "edit", text: words });
        if (typeof told === "string") return told;
        box.forget();
        done();
        say("Changed.");
        return null;
      },
    });
    box.classList.add("is-open", "is-always");
    item.dataset.edited = "";
    text.hidden = true;
    item.querySelector(".comment-tools").hidden = true;
    item.append(box);
    box.area.focus();
    box.area.setSelectionRange(box.area.value.length, box.area.value.length);
  }

  function drawThread(thread) {
    const first = thread.comments[0];
    const card = element("article", { className: "thread", "aria-label": `Comment of ${first.by}` });
    card.dataset.thread = thread.id;
    if (thread.quote) {
      const quote = button(thread.quote, "thread-quote", () => lead(card));
      quote.title = "Show these words in the text";
      card.append(quote);
    }
    card.append(element("p", { className: "thread-note", hidden: true }));
    card.append(element("ol", { className: "thread-comments" }), element("p", { className: "thread-done", hidden: true }));
    card.append(replyTo(thread), element("div", { className: "thread-tools" }));
    return card;
  }
  // Once it is sent a fresh one takes its place, whose words have an identity of their own.
  function replyTo(thread) {
    const label = `Reply to ${thread.comments[0].by}`;
    const box = writer({
      ...{ slot: `reply-${thread.id}`, spot: spotOfThread(thread), label, placeholder: "Reply …", word: "Reply" },
      deliver: async (text, key) => {
        const told = await send(`${place()}comments/${thread.id}/`, { deed: "reply", text, key });
        if (typeof told === "string") return told;
        box.forget();
        box.replaceWith(replyTo(thread));
        document.getElementById(`comment-${told.done}`)?.focus();
        say("Sent.");
        return null;
      },
    });
    return box;
  }
  function fill(card, thread) {
    const said = JSON.stringify(thread);
    if (card.dataset.said === said) return;
    card.dataset.said = said;
    const comments = card.querySelector(".thread-comments");
    const old = new Map([...comments.children].map((one) => [one.id, one]));
    const wanted = thread.comments.map((one) => {
      const known = old.get(`comment-${one.id}`);
      return known && (known.dataset.said === JSON.stringify(one) || known.dataset.edited !== undefined) ? known : drawComment(one);
    });
    arrange(comments, wanted);
    const done = card.querySelector(".thread-done");
    done.textContent = thread.resolved;
    done.hidden = !thread.resolved;
    card.classList.toggle("is-resolved", Boolean(thread.resolved));
    const tools = card.querySelector(".thread-tools");
    const focused = [...tools.children].findIndex((one) => one === document.activeElement);
    const name = thread.comments[0].by;
    const settle = button(thread.resolved ? "Open again" : "Resolve", "tool", () =>
      act(thread.id, thread.resolved ? "reopen" : "resolve", thread.resolved ? "Open again." : "Resolved."),
    );
    settle.setAttribute("aria-label", `${settle.textContent}: comment of ${name}`);
    tools.replaceChildren(settle);
    if (thread.told) {
      const mute = button(thread.muted ? "Mail me its replies" : "No mail of replies", "tool", () =>
        act(thread.id, thread.muted ? "unmute" : "mute", thread.muted ? "You get mail of replies again." : "No mail of this thread any more."),
      );
      tools.append(mute);
    }
    if (focused >= 0) tools.children[Math.min(focused, tools.children.length - 1)].focus();
    card.hidden = false;
  }
  // Puts these elements there, in this order. The one somebody is in is not moved, so that it keeps focus and caret.
  function arrange(box, wanted) {
    for (const one of [...box.children]) if (!wanted.includes(one)) one.remove();
    if (wanted.every((one, index) => box.children[index] === one)) return;
    const still = wanted.find((one) => one.contains(document.activeElement) && box.contains(one)) ?? wanted[0];
    if (!box.contains(still)) box.append(still);
    let at = wanted.indexOf(still);
    for (const one of wanted.slice(0, at)) still.before(one);
    for (let last = still; ++at < wanted.length; last = wanted[at]) last.after(wanted[at]);
  }

  function take(told) {
    const first = !loaded;
    loaded = true;
    if (told.stamp === stamp && JSON.stringify(told.threads) === JSON.stringify(threads)) return;
    const known = new Set(threads.flatMap((one) => one.comments.map((comment) => comment.id)));
    const fresh = told.threads.flatMap((one) => one.comments).filter((one) => !known.has(one.id) && !one.own && !one.deleted);
    if (!first && fresh.length) say(fresh.length === 1 ? `New comment of ${fresh[0].by}.` : `${fresh.length} new comments.`);
    const before = threads.map((one) => one.id);
    stamp = told.stamp;
    threads = told.threads;
    for (const id of before) {
      if (threads.some((one) => one.id === id)) continue;
      cards.get(id)?.remove();
      cards.delete(id);
    }
    rescue();
    draw();
  }

  // A thread or comment may be gone; what somebody was typing there is not: it becomes a new comment of its place.
  function rescue() {
    const there = new Set(threads.map((one) => `reply-${one.id}`));
    for (const one of threads.flatMap((thread) => thread.comments)) if (one.own && !one.deleted) there.add(`edit-${one.id}`);
    const lost = Object.entries(kept().drafts).filter(([slot]) => !slot.startsWith("new-") && !there.has(slot));
    keep((now) => lost.forEach(([slot]) => delete now.drafts[slot]));
    for (const [, draft] of lost) compose(draft.spot ?? {}, { focus: false, text: draft.text });
    if (lost.length) trouble("The comment you were writing at was deleted. Your words stand below as a new one.");
  }

  function draw() {
    const where = placed();
    for (const thread of threads) {
      if (!cards.has(thread.id)) {
        const card = drawThread(thread);
        cards.set(thread.id, card);
      }
      fill(cards.get(thread.id), thread);
    }
    const rows = [...cards].map(([id, card]) => {
      const thread = threads.find((one) => one.id === id);
      const spot = thread ?? card.spot;
      const at = where(spot);
      card.at = at;
      const note = card.querySelector(".thread-note");
      if (note) {
        const was = thread.where && at.gone === "section" ? `, ${thread.where},` : "";
        note.textContent =
          at.gone === "section" ? `Its section${was} is gone.` : at.gone === "words" ? "These words are no longer in the text." : "";
        note.hidden = !at.gone;
      }
      card.classList.toggle("is-gone", Boolean(at.gone));
      return { id, card, thread, at, fresh: !thread };
    });
    const order = (one, other) =>
      one.at.index - other.at.index || one.at.start - other.at.start || one.fresh - other.fresh || (one.thread?.id ?? 0) - (other.thread?.id ?? 0);
    rows.sort(order);
    // What somebody is just answering stays in sight, also when a colleague resolves it meanwhile.
    const folds = ({ thread, card }) => {
      const area = card.querySelector(":scope > .comment-writer").area;
      return thread?.resolved && !area.value.trim() && document.activeElement !== area;
    };
    const done = rows.filter(folds);
    const open = rows.filter((row) => !done.includes(row));
    const wanted = [];
    let last;
    for (const row of open) {
      const group = row.at.part ?? (row.at.gone ? "gone" : "story");
      if (group !== last) wanted.push(heading(group));
      last = group;
      wanted.push(row.card);
    }
    hold(() => {
      arrange(list, wanted);
      arrange(resolved.querySelector("div"), done.map((row) => row.card));
    });
    resolved.hidden = !done.length;
    resolved.querySelector("summary").textContent = `Resolved (${done.length})`;
    const isOpen = (row) => row.thread && !row.thread.resolved;
    const count = open.filter(isOpen).length;
    of("none").hidden = Boolean(open.length);
    of("number").textContent = count ? `${count} open` : "";
    opener.querySelector("[data-comments-open-number]").textContent = count || "";
    opener.setAttribute("aria-label", count ? `Comments, ${count} open` : "Comments");
    opener.title = opener.getAttribute("aria-label");
    opener.classList.toggle("has-open", count > 0);
    for (const part of parts()) {
      const own = open.filter((row) => isOpen(row) && row.at.part === part).length;
      const link = part.querySelector("[data-part-comments]");
      link.dataset.count = own || "";
      label(link);
    }
    mark("desk-comment", open.filter((row) => isOpen(row) && row.at.range && row.card !== active).map((row) => row.at.range));
    mark("desk-comment-here", pane.open && active?.isConnected && active.at?.range ? [active.at.range] : []);
  }
  // What is in the hand stays at its height, whatever comes in above it.
  function hold(change) {
    const focused = pane.contains(document.activeElement) ? document.activeElement : null;
    const top = focused?.getBoundingClientRect().top;
    change();
    if (!focused?.isConnected) return;
    if (focused !== document.activeElement) focused.focus({ preventScroll: true });
    of("body").scrollTop += focused.getBoundingClientRect().top - top;
  }
  function heading(group) {
    if (!headings.has(group)) {
      const name = element("h3");
      const made = element("div", { className: "comments-group" }, name);
      if (typeof group === "string") name.textContent = group === "story" ? "The story" : "Sections that are gone";
      else {
        const go = button("", "comments-go", () => {
          leaveIfNarrow();
          show(group);
        });
        name.append(go);
        made.append(button("+", "tool", () => compose({ section: keyOf(group) })));
      }
      headings.set(group, made);
    }
    const made = headings.get(group);
    if (typeof group !== "string") {
      const name = nameOf(group);
      const go = made.querySelector(".comments-go");
      if (go.textContent !== name) go.textContent = name;
      made.lastChild.setAttribute("aria-label", `Another comment on ${name}`);
      made.lastChild.title = "Another comment on this section";
    }
    return made;
  }
  function label(link) {
    const count = Number(link.dataset.count);
    const words = finger.matches && chosen?.part === link.closest("[data-part]");
    link.classList.toggle("has-open", count > 0);
    link.classList.toggle("has-words", words);
    link.querySelector("[data-part-comments-said]").textContent = words ? "Comment" : count || "";
    const text = words ? "Comment on the chosen words" : count ? `${plural(count, "open comment")} on this section` : "Comment on this section";
    link.setAttribute("aria-label", text);
    link.title = text;
  }

  let waiting;
  function soon() {
    if (!cards.size) return;
    clearTimeout(waiting);
    waiting = setTimeout(draw, 400);
  }

  // -- a new comment ---------------------------------------------------------------------------------------
  function compose(about, { focus = true, text = "" } = {}) {
    if (!place()) {
      open();
      trouble("Write something first: a story can be commented as soon as it has been saved once.");
      return;
    }
    const spot = spotOfThread(about);
    const slot = `new-${JSON.stringify([spot.section, spot.quote, spot.before])}`;
    if (text) {
      const area = cards.get(slot)?.querySelector("textarea");
      const draft = kept().drafts[slot];
      const whole = [area?.value ?? draft?.text ?? "", text].filter((words) => words.trim()).join("\n\n");
      keep((now) => (now.drafts[slot] = { text: whole, key: draft?.key ?? identity(), spot }));
      if (area) area.value = whole;
    }
    if (!cards.has(slot)) {
      const card = element("article", { className: "thread is-new", "aria-label": "New comment" });
      card.spot = spot;
      if (spot.quote) card.append(element("p", { className: "thread-quote", textContent: spot.quote }));
      const drop = () => {
        cards.delete(slot);
        card.remove();
        draw();
      };
      const box = writer({
        ...{ slot, spot, label: "Your comment", placeholder: "Comment, or @ to ask somebody", word: "Comment", cancelled: drop },
        deliver: async (words, key) => {
          const told = await send(`${place()}comments/`, { text: words, key, ...spot });
          if (typeof told === "string") return told;
          box.forget();
          drop();
          document.getElementById(`comment-${told.done}`)?.focus();
          say("Sent.");
          return null;
        },
      });
      box.classList.add("is-open", "is-always");
      card.append(box);
      cards.set(slot, card);
    }
    const card = cards.get(slot);
    if (focus) open(false);
    draw();
    if (!focus) return;
    setActive(card);
    card.querySelector("textarea").focus();
    card.scrollIntoView({ block: "nearest" });
  }

  // -- chosen words ----------------------------------------------------------------------------------------
  let chosen = null;
  let held = null; // the words chosen when a finger went down, which may end the choice
  function selected() {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const node = range.commonAncestorContainer;
    const root = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest?.(".cke_wysiwyg_div");
    const part = root?.closest("[data-part]");
    return part && form.contains(part) && selection.toString().trim() ? { part, root, range: range.cloneRange() } : null;
  }
  function spotFrom(found) {
    const words = found && spotOf(found.root, found.range);
    return words ? { section: keyOf(found.part), ...words } : null;
  }
  function choose() {
    const was = chosen?.part;
    chosen = selected();
    for (const part of new Set([was, chosen?.part])) if (part?.isConnected) label(part.querySelector("[data-part-comments]"));
    float.hidden = !chosen;
    if (!chosen) return;
    const line = [...chosen.range.getClientRects()].find((one) => one.width) ?? chosen.range.getBoundingClientRect();
    const edge = form.querySelector(".surface").getBoundingClientRect();
    const left = Math.min(edge.right, document.documentElement.clientWidth - (pane.open && !narrow.matches ? pane.offsetWidth : 0) - 24);
    float.style.setProperty("--float-top", `${line.top + line.height / 2 + scrollY}px`);
    float.style.setProperty("--float-left", `${left + scrollX}px`);
  }
  let choosing;
  document.addEventListener("selectionchange", () => {
    clearTimeout(choosing);
    choosing = setTimeout(choose, 120);
  });
  window.addEventListener("resize", () => !float.hidden && choose());
  float.addEventListener("pointerdown", (event) => {
    event.preventDefault(); // the words stay chosen
    held = selected() ?? chosen;
  });
  float.addEventListener("click", () => here(held));
  // The words chosen, else the section one is in, else the story.
  function here(before = null) {
    const found = selected() ?? chosen ?? before;
    const spot = spotFrom(found);
    const part = document.activeElement?.closest("[data-part]:not([data-gone])");
    const several = !spot && getSelection().toString().trim() && form.contains(getSelection().anchorNode);
    float.hidden = true;
    compose(spot ?? (part && form.contains(part) ? { section: keyOf(part) } : {}));
    if (several) trouble("The chosen words are not of one text, so this is about the section. Choose words in one section for less.");
  }

  form.addEventListener("pointerdown", (event) => {
    held = finger.matches && event.target.closest("[data-part-comments]") ? (selected() ?? chosen) : null;
  });
  form.addEventListener("click", (event) => {
    const link = event.target.closest("[data-part-comments]");
    if (!link) return;
    event.preventDefault();
    const part = link.closest("[data-part]");
    const words = held?.part === part ? spotFrom(held) : null;
    held = null;
    if (words) return compose(words);
    const first = [...list.children].find((card) => card.at?.part === part);
    if (!first) return compose({ section: keyOf(part) });
    open(false);
    setActive(first);
    focusOn(first);
  });

  // -- going to and fro ------------------------------------------------------------------------------------
  function setActive(card) {
    if (active === card) return;
    active?.classList.remove("is-here");
    active = card;
    active?.classList.add("is-here");
    const ranges = (wanted) => [...cards.values()].filter((one) => one.at?.range && !one.classList.contains("is-resolved") && wanted(one)).map((one) => one.at.range);
    mark("desk-comment", ranges((one) => one !== active));
    mark("desk-comment-here", ranges((one) => one === active));
  }
  function focusOn(card) {
    const target = card.querySelector(".comment") ?? card.querySelector("textarea");
    target.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
  }
  function leaveIfNarrow() {
    if (narrow.matches) close(false);
  }
  function lead(card) {
    setActive(card);
    const { part, range } = card.at ?? {};
    if (!part) return;
    leaveIfNarrow();
    show(part, range);
  }
  pane.addEventListener("focusin", (event) => {
    const card = event.target.closest(".thread");
    if (card) setActive(card);
  });
  // A click on marked words shows what is said of them, where the comments are to be seen.
  form.addEventListener("click", (event) => {
    if (!pane.open || pane.matches(":modal") || !event.target.closest(".cke_wysiwyg_div")) return;
    const { anchorNode, anchorOffset, isCollapsed } = getSelection();
    if (!anchorNode || !isCollapsed) return;
    const card = [...list.children].find((one) => one.at?.range?.isPointInRange(anchorNode, anchorOffset));
    if (!card) return;
    setActive(card);
    card.scrollIntoView({ block: "nearest" });
  });

  async function follow() {
    const wanted = location.hash.match(/^#comment-(\d+)$/)?.[1];
    if (!wanted) return location.hash === "#comments" ? open() : undefined;
    await load();
    open(false);
    const item = document.getElementById(`comment-${wanted}`);
    if (!item) return trouble("This comment was deleted.");
    const card = item.closest(".thread");
    if (resolved.contains(card)) resolved.open = true;
    setActive(card);
    if (!narrow.matches && card.at?.part) show(card.at.part, card.at.range);
    item.focus({ preventScroll: true });
    card.scrollIntoView({ block: "center" });
  }
  window.addEventListener("hashchange", follow);

  // -- opening and closing ---------------------------------------------------------------------------------
  const preview = document.querySelector("[data-preview-dialog]");
  let back = null;
  function open(focus = true) {
    if (!pane.open) {
      back = document.activeElement;
      if (preview?.open) preview.querySelector("[data-preview-close]").click(); // there is one place beside the text
      if (narrow.matches) pane.showModal();
      else pane.setAttribute("open", ""); // it takes no focus from the text
      lay();
    }
    if (focus) of("close").focus();
  }
  function close(focus = true) {
    if (!pane.open) return;
    pane.close();
    lay();
    trouble("");
    setActive(null);
    if (focus) (back?.isConnected && back !== document.body ? back : opener).focus();
  }
  function lay() {
    document.body.classList.toggle("has-comments", pane.open && !pane.matches(":modal"));
    opener.setAttribute("aria-expanded", String(pane.open));
    keep((now) => (now.open = pane.open && !narrow.matches));
    window.dispatchEvent(new Event("resize")); // lines break elsewhere now
    draw();
  }
  opener.addEventListener("click", () => (pane.open ? close() : open()));
  of("close").addEventListener("click", () => close());
  pane.querySelector("[data-comment-story]").addEventListener("click", () => compose({}));
  pane.addEventListener("cancel", (event) => {
    event.preventDefault();
    close();
  });
  pane.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.deliver) {
      event.preventDefault();
      event.target.deliver();
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (event.target.matches("textarea") && !event.target.value.trim()) event.target.back();
      close();
    }
  });
  narrow.addEventListener("change", () => {
    if (!pane.open) return;
    pane.close();
    open(false);
  });
  if (preview)
    new MutationObserver(() => preview.open && pane.open && close(false)).observe(preview, { attributeFilter: ["open"] });

  // -- keys, palette ---------------------------------------------------------------------------------------
  const group = "The story";
  window.shortcuts?.add("Ctrl+Alt+M", "Comment on the chosen words, the section or the story", () => here(), { group });
  const writing = () => Boolean(document.activeElement?.deliver);
  window.shortcuts?.add("Ctrl+Enter", "Send the comment being written", () => document.activeElement.deliver(), {
    ...{ group: "Comments", when: writing, here: () => Boolean(pane.open) },
  });
  window.palette?.add(() => [
    { label: "Comment on the story", group, deed: () => compose({}) },
    { label: "Comment on the chosen words or this section", group, keys: "Ctrl+Alt+M", deed: () => here() },
  ]);

  // -- beginning -------------------------------------------------------------------------------------------
  form.addEventListener("input", soon);
  for (const name of ["story:touched", "story:merged"]) form.addEventListener(name, soon);
  window.CKEDITOR?.on("instanceReady", soon);
  // Sections that are added or come from elsewhere have a mark of their own, which is empty until it is drawn.
  opener.hidden = false;
  opener.setAttribute("aria-label", "Comments");
  document.body.classList.add("can-comment");
  const presence = window.presence;
  if (presence) {
    presence.commented = (now) => {
      if (now === stamp) loaded = true;
      else if (now !== undefined) load();
    };
    if (presence.comments !== null) presence.commented(presence.comments);
  }
  async function begin() {
    const { drafts, open: wasOpen } = kept();
    const typed = Object.keys(drafts);
    const hash = /^#comment(s$|-\d)/.test(location.hash);
    for (const [slot, draft] of Object.entries(drafts))
      if (slot.startsWith("new-")) compose(draft.spot ?? {}, { focus: false });
    if (typed.length) {
      await load();
      if (loaded) rescue();
    }
    for (const slot of typed)
      if (slot.startsWith("edit-")) document.querySelector(`#comment-${slot.slice(5)} .comment-tools button`)?.click();
    if (hash) return follow();
    if ((wasOpen || typed.length) && !preview?.open && !(typed.length === 0 && narrow.matches)) open(false);
    draw();
  }
  begin();
})();
