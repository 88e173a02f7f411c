// The checks' panel: asks the server a moment after one stops typing, leads to each finding's words, puts them right where
// that is known (with Undo), and takes the reason why a stop may pass.
(() => {
  const form = document.querySelector("[data-story]");
  const card = form?.querySelector("[data-checks]");
  const words = window.commentWords;
  if (!card || !words) return;
  const list = card.querySelector("[data-checks-list]");
  const saying = card.querySelector("[data-checks-said]");
  const PAUSE = 600;
  const KEPT_OPEN = new Set();
  const DEEDS = { publish: "publishing", changes: "publishing the changes", schedule: "scheduling" };
  const FIRST = 8; // of a group are shown; the others when asked for
  const SHOWN_WHOLE = new Set();
  const GROUPS = [
    ["stop", (deed) => `Stops ${deed}`, (count, deed) => `${count} stop${count === 1 ? "s" : ""} ${deed}`],
    ["warning", () => "Look at it", (count) => `${count} to look at`],
    ["advice", () => "Advice", (count) => `${count} of advice`],
    ["passed", () => "Let pass", (count) => `${count} let pass`],
  ];
  let shown = "";
  let asking = null;
  let waiting;
  let answer = null;

  const story = () => location.pathname.match(/\/(\d+)\/change\/$/)?.[1]; // a new story gets its number while it is open
  const make = (tag, values = {}, ...children) => {
    const made = Object.assign(document.createElement(tag), values);
    made.append(...children);
    return made;
  };

  // -- places ----------------------------------------------------------------------------------------------
  const live = () => [...form.querySelectorAll("[data-part]:not([data-gone])")];
  const use = (box, number) => [...box.querySelectorAll("[data-use]:not([data-gone])")][number];
  function partAt(key) {
    return key.startsWith("#")
      ? live()[Number(key.slice(1))]
      : live().find((part) => part.querySelector(":scope > input[name$='-key']").value === key);
  }
  // The field of a place: an input, or the area of an editor.
  function fieldAt(place) {
    const [first, key, name, number, inner] = place.split("/");
    if (first === "sections" && key) {
      const part = partAt(key);
      if (!part || !name) return part ?? null;
      if (name === "body") return part.querySelector("[data-editor]");
      if (name === "pictures")
        return number === undefined ? part.querySelector("[data-use-add]") : use(part, Number(number))?.querySelector(`[name$='-${inner}']`);
      return part.querySelector(`.part-inside [name$='-${name}']:not([data-use] *)`);
    }
    if (first === "lead")
      return form.querySelector(key && !form.querySelector("[data-lead] [data-use][data-empty]") ? `#id_lead-${key}` : "[data-lead-add]");
    if (first === "sections") return form.querySelector("[data-part]:not([data-gone]) [data-editor]");
    const other = { topics: "#topic-find", bylines: "#author-find" }[first];
    if (other) return form.querySelector(other);
    const field = form.elements[first];
    return field?.type === "hidden" ? field.parentElement.querySelector("[data-look-choose]") : (field ?? null);
  }
  const editorOf = (field) => window.CKEDITOR?.instances[field?.id] ?? null;

  // Where a finding's words stand in a field of plain text, as they are now.
  function within(value, one) {
    const letters = [];
    let text = "";
    for (let at = 0; at < value.length; at++) {
      const space = /\s/.test(value[at]);
      if (space && text.endsWith(" ")) continue;
      text += space ? " " : value[at];
      letters.push(at);
    }
    const found = words.find({ text }, one);
    return found && [letters[found.start], letters[found.end - 1] + 1];
  }

  function lead(one) {
    const field = fieldAt(one.place);
    if (!field) return;
    const part = field.closest("[data-part]");
    part?.querySelector("[data-part-fold][aria-expanded=false]")?.click();
    const quiet = matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
    if (!field.matches("[data-editor]")) {
      field.scrollIntoView({ block: "center", behavior: quiet });
      field.focus({ preventScroll: true });
      const spot = one.quote && field.setSelectionRange ? within(field.value, one) : null;
      if (spot) field.setSelectionRange(...spot);
      return;
    }
    window.storySections?.start(field);
    const editor = editorOf(field);
    const choose = () => {
      const root = editor.editable().$;
      editor.focus();
      const text = words.textOf(root);
      const found = one.quote ? words.find(text, one) : null;
      if (!found) return void root.scrollIntoView({ block: "center", behavior: quiet });
      const range = words.rangeOf(text, found);
      const chosen = getSelection();
      chosen.removeAllRanges();
      chosen.addRange(range);
      window.scrollBy({ top: range.getBoundingClientRect().top - innerHeight / 3, behavior: quiet });
    };
    if (!editor) return void part?.scrollIntoView({ block: "center", behavior: quiet });
    editor.status === "ready" ? choose() : editor.once("instanceReady", choose);
  }

  // -- putting right ---------------------------------------------------------------------------------------
  // Only the letters that differ are touched, so that emphasis and links around them stay.
  function replace(range, repair) {
    const spots = [];
    const walk = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
    let node = range.commonAncestorContainer.nodeType === Node.TEXT_NODE ? range.commonAncestorContainer : walk.nextNode();
    for (; node; node = walk.nextNode())
      for (let at = 0; at < node.length; at++)
        if (range.comparePoint(node, at) === 0 && range.comparePoint(node, at + 1) === 0) spots.push([node, at]);
    const raw = spots.map(([one, at]) => one.data[at].replace("\u00a0", " "));
    const most = Math.min(raw.length, repair.length);
    let head = 0;
    while (head < most && raw[head] === repair[head]) head++;
    let tail = 0;
    while (tail < most - head && raw[raw.length - 1 - tail] === repair[repair.length - 1 - tail]) tail++;
    const [into, at] = head ? [spots[head - 1][0], spots[head - 1][1] + 1] : spots[0];
    for (const [one, offset] of spots.slice(head, raw.length - tail).reverse()) one.deleteData(offset, 1);
    into.insertData(at, repair.slice(head, repair.length - tail));
  }
  function put(field, one) {
    if (!field.matches("[data-editor]")) {
      const spot = within(field.value, one);
      if (!spot) return false;
      field.value = field.value.slice(0, spot[0]) + one.repair + field.value.slice(spot[1]);
      field.dispatchEvent(new Event("input", { bubbles: true }));
      return true;
    }
    const holder = document.createElement("div");
    holder.innerHTML = new DOMParser().parseFromString(window.undoing.textOf(field), "text/html").body.innerHTML;
    const text = words.textOf(holder);
    const found = words.find(text, one);
    if (!found) return false;
    replace(words.rangeOf(text, found), one.repair);
    window.undoing.setText(field, holder.innerHTML);
    return true;
  }
  function repair(one) {
    const field = fieldAt(one.place);
    let done = false;
    window.undoing.deed(() => {
      done = Boolean(field) && put(field, one);
      return done ? `Put right: ${one.repair}` : "";
    });
    if (!done) saying.textContent = "These words have changed meanwhile; looking again …";
    soon();
  }

  // -- letting pass ----------------------------------------------------------------------------------------
  function passing(one, item, button) {
    if (item.querySelector(".checks-reason")) return;
    const input = make("input", { type: "text", maxLength: 300, id: `why-${one.key}` });
    const label = make("label", { htmlFor: input.id, textContent: "Why may it be published as it is? It is kept with your name." });
    const said = make("p", { className: "checks-trouble" });
    said.setAttribute("role", "alert");
    const send = make("button", { type: "button", className: "quiet", textContent: "Let it pass" });
    const box = make("div", { className: "checks-reason" }, label, input, make("div", { className: "row" }, send), said);
    const go = async () => {
      if (!input.value.trim()) return void ((said.textContent = "Say why."), input.focus());
      said.textContent = "";
      const body = collected();
      body.set("finding", one.key);
      body.set("override_reason", input.value);
      send.disabled = true;
      try {
        const sent = await window.sending.send(form, card.dataset.override.replace("/0/", `/${story()}/`), body);
        const got = sent && window.sending.isJSON(sent) ? await sent.json() : null;
        if (got?.findings) {
          box.remove();
          show(got);
          saying.focus();
          return;
        }
        said.textContent = got?.errors?.join(" ") ?? (sent === null ? "You have been signed out." : window.sending.refusal(sent));
      } catch {
        said.textContent = "The newsroom cannot be reached.";
      }
      send.disabled = false;
    };
    send.addEventListener("click", go);
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      go();
    });
    item.append(box);
    button.hidden = true;
    input.focus();
  }

  // The words of a finding, among those that stand around them where they are short.
  function quoted(one) {
    if (one.quote.length > 40) return make("q", { textContent: one.quote.length > 90 ? `${one.quote.slice(0, 89)}…` : one.quote });
    const before = one.before.length > 30 ? one.before.slice(-30).replace(/^\S*\s/, "… ") : one.before;
    const after = one.after.length > 30 ? one.after.slice(0, 30).replace(/\s\S*$/, " …") : one.after;
    return make("q", {}, before, make("mark", { textContent: one.quote }), after);
  }

  // -- the list --------------------------------------------------------------------------------------------
  function line(one) {
    const item = make("li", { className: `checks-one is-${one.severity}` });
    item.dataset.finding = one.key;
    const jump = make("button", { type: "button", className: "checks-jump" }, make("span", { className: "checks-name", textContent: one.check }), one.said);
    if (one.quote) jump.append(quoted(one));
    jump.addEventListener("click", () => lead(one));
    item.append(jump);
    if (one.overridden) {
      item.append(make("p", { className: "checks-passed", textContent: `${one.overridden.by} let it pass: ${one.overridden.reason}` }));
      return item;
    }
    const tools = make("div", { className: "checks-tools" });
    if (one.repair !== null) {
      const button = make("button", { type: "button", className: "tool" }, "Make it ", make("b", { textContent: one.repair.length > 60 ? `${one.repair.slice(0, 59)}…` : one.repair }));
      button.addEventListener("click", () => repair(one));
      tools.append(button);
    }
    if (one.may_be_overridden && answer.may_override && story()) {
      const button = make("button", { type: "button", className: "tool", textContent: "Let it pass …" });
      button.addEventListener("click", () => passing(one, item, button));
      tools.append(button);
    }
    if (tools.children.length) item.append(tools);
    return item;
  }
  function show(got) {
    const same = JSON.stringify(got);
    answer = got;
    if (same === shown) return void (card.hidden = false);
    if (list.querySelector(".checks-reason input:focus")) return; // a reason is being typed; the next answer is shown
    shown = same;
    const held = document.activeElement?.closest?.("[data-finding]")?.dataset.finding;
    const kindOf = (one) => (one.overridden ? "passed" : one.severity);
    const made = [];
    const counts = [];
    const deed = DEEDS[got.deed];
    for (const [kind, title, counted] of GROUPS) {
      const found = got.findings.filter((one) => kindOf(one) === kind);
      if (!found.length) continue;
      counts.push(counted(found.length, deed));
      const lines = make("ul", {}, ...found.map(line));
      const group = make("details", { className: `checks-group is-${kind}` }, make("summary", {}, title(deed), make("span", { textContent: found.length })), lines);
      if (found.length > FIRST + 2 && !SHOWN_WHOLE.has(kind)) {
        const rest = [...lines.children].slice(FIRST);
        for (const one of rest) one.hidden = true;
        const more = make("button", { type: "button", className: "quiet checks-more", textContent: `Show ${rest.length} more` });
        more.addEventListener("click", () => {
          SHOWN_WHOLE.add(kind);
          for (const one of rest) one.hidden = false;
          rest[0].querySelector("button").focus();
          more.remove();
        });
        group.append(more);
      }
      group.open = KEPT_OPEN.has(kind) || ((kind === "stop" || kind === "warning") && !KEPT_OPEN.has(`-${kind}`));
      group.addEventListener("toggle", () => {
        KEPT_OPEN.delete(group.open ? `-${kind}` : kind);
        KEPT_OPEN.add(group.open ? kind : `-${kind}`);
      });
      made.push(group);
    }
    list.replaceChildren(...made);
    saying.textContent = counts.length ? `${counts.join(", ")}.` : "Nothing to say.";
    card.hidden = false;
    form.classList.add("is-checked"); // what is needed to publish is listed here then
    if (held) list.querySelector(`[data-finding="${CSS.escape(held)}"] button`)?.focus({ preventScroll: true });
  }

  // -- asking ----------------------------------------------------------------------------------------------
  function collected() {
    form.dispatchEvent(new CustomEvent("story:collect"));
    return new URLSearchParams(new FormData(form)); // which the server reads faster than parts, and no file is sent
  }
  async function ask() {
    asking?.abort();
    const own = (asking = new AbortController());
    const number = story();
    try {
      const sent = await window.sending.send(form, card.dataset.checks + (number ? `?story=${number}` : ""), collected(), { signal: own.signal });
      if (own.signal.aborted || !sent?.ok || !window.sending.isJSON(sent)) return; // the bar says how it stands
      show(await sent.json());
    } catch {
      // Offline, or something else was typed: the next pause asks again.
    }
  }
  function soon() {
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE);
  }
  saying.tabIndex = -1;
  form.addEventListener("input", (event) => event.target.matches("[name]") && soon());
  form.addEventListener("change", (event) => event.target.matches("[name]") && soon());
  for (const name of ["story:touched", "story:merged"]) form.addEventListener(name, soon);
  soon();
})();
