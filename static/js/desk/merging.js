// The form by places ("headline", "sections/<key>/body", …), what others wrote put into it without disturbing who types,
// and texts that two people wrote at once shown side by side. Places and changes are those of the autosave's answers.
(() => {
  const form = document.querySelector("[data-story]");
  if (!form || !window.storySections) return;
  const parts = window.storySections;
  const MAIN = ["headline", "standfirst", "kicker", "working_title", "slug", "format", "category", "topics"];
  const LOOKS = ["card_headline", "search_title", "search_description", "social_headline", "newsletter_headline"];
  const LOOK_PICTURES = ["card_picture", "social_picture", "newsletter_picture"];
  const DISCLOSURES = ["commercial", "sponsor", "ai_purpose", "ai_tool", "ai_reviewer", "ai_checked"];
  const TEXTS = ["kind", "subhead", "body", "layout", "url", "title", "text", "source"];
  const NAMES = {
    headline: "the headline",
    standfirst: "the standfirst",
    kicker: "the kicker",
    working_title: "the working title",
    slug: "the address",
    format: "the format",
    category: "the category",
    topics: "the topics",
    bylines: "the bylines",
    lead: "the lead picture",
    sections: "the order of sections",
    card_headline: "the headline on cards",
    card_picture: "the picture on cards",
    search_title: "the title in search",
    search_description: "the description in search",
    social_headline: "the headline on social media",
    social_picture: "the picture on social media",
    newsletter_headline: "the headline in the newsletter",
    newsletter_picture: "the picture in the newsletter",
    commercial: "the label",
    sponsor: "who paid or gave",
    ai_purpose: "what AI wrote or altered",
    ai_tool: "the AI tool",
    ai_reviewer: "who checked what AI did",
    ai_checked: "when that was checked",
  };
  let applying = false;

  // -- the form by places ----------------------------------------------------------------------------------
  const field = (part, name) => form.elements[`${part.id}-${name}`];
  const key = (part) => field(part, "key").value;
  const partOf = (wanted) => [...form.querySelectorAll("[data-part]:not([data-gone])")].find((one) => key(one) === wanted);
  const uses = (part) => [...part.querySelectorAll("[data-uses] [data-use]:not([data-gone])")];
  function picture(use) {
    const one = (name) => use?.querySelector(`[name$='-${name}']`);
    if (!one("asset")?.value) return null;
    return {
      asset: one("asset").value,
      caption: one("caption").value,
      alt_text: one("alt_text").value,
      decorative: one("decorative").checked,
    };
  }
  const bylines = () => [...form.querySelectorAll("[data-byline]:not([hidden])")];
  const lead = () => form.querySelector("[data-lead] [data-use]");

  function places() {
    const found = new Map(
      [...MAIN, ...LOOKS, ...LOOK_PICTURES, ...DISCLOSURES].map((name) => [name, form.elements[name]?.value ?? ""]),
    );
    const credits = bylines().map((row) =>
      ["author", "role", "job_title"].map((name) => row.querySelector(`[name$='-${name}']`).value),
    );
    found.set("bylines", credits.length ? JSON.stringify(credits) : "");
    found.set("lead", picture(lead()) ? JSON.stringify(picture(lead())) : "");
    const live = parts.live();
    found.set("sections", live.map(key).join(" "));
    for (const part of live) {
      const place = `sections/${key(part)}`;
      for (const name of TEXTS) found.set(`${place}/${name}`, field(part, name).value);
      const shown = uses(part).map(picture).filter(Boolean);
      found.set(`${place}/pictures`, shown.length ? JSON.stringify(shown) : "");
    }
    return found;
  }

  // Whether anything was written or chosen at all.
  const isEmpty = (found) =>
    ![...found].some(([place, value]) => !/^(sections|format)$|\/(kind|layout)$/.test(place) && words(place, value).trim());

  function title(part) {
    const subhead = field(part, "subhead").value.trim();
    if (subhead) return `“${subhead}”`;
    const number = parts.live().indexOf(part) + 1;
    return number === 1 ? "the opening" : `section ${number}`;
  }
  function name(place) {
    const [, wanted] = place.split("/");
    if (!wanted) return NAMES[place] ?? place;
    const part = partOf(wanted);
    return part ? title(part) : "a section";
  }

  // -- what is to be read of a place -----------------------------------------------------------------------
  function plain(html) {
    const page = new DOMParser().parseFromString(
      html.replace(/<\/(p|li|h\d|blockquote)>|<br[^>]*>/g, "$&\n"),
      "text/html",
    );
    return page.body.textContent.replace(/\n+/g, "\n").trim();
  }
  function words(place, value) {
    if (place.endsWith("/body")) return plain(value);
    if (place === "lead" || place.endsWith("/pictures"))
      return [value ? JSON.parse(value) : []]
        .flat()
        .map((one) => one.caption || one.alt_text || "a picture")
        .join("\n");
    return value;
  }
  // Blanks that make no difference, so that nobody is told of none.
  const level = (place, value) => words(place, value).replace(/[\s\u00a0]+/g, " ").trim();

  // What differs from `before` (places as [place, value]), each with a name that can be read without the form.
  function written(before) {
    const [old, now] = [new Map(before), places()];
    return [...now].filter(([place, value]) => old.get(place) !== value).map((one) => [...one, label(one[0], now)]);
  }
  // Of what was written then, all that the form has not: as [label, text].
  function differences(kept) {
    const now = places();
    const found = [];
    for (const [place, value, title_] of kept) {
      if (["sections", "format"].includes(place) || /\/(kind|layout)$/.test(place)) continue;
      const text = level(place, value);
      if (text === level(place, now.get(place) ?? "") || (!text && !now.has(place))) continue;
      const choice = ["topics", "category", "bylines", ...LOOK_PICTURES].includes(place);
      found.push([title_, choice ? "another choice" : words(place, value)]);
    }
    return found;
  }
  function label(place, among) {
    const [, wanted, what] = place.split("/");
    if (!wanted) return capital(NAMES[place] ?? place);
    const subhead = among.get(`sections/${wanted}/subhead`)?.trim();
    const number = among.get("sections").split(" ").indexOf(wanted) + 1;
    const section = subhead ? `“${subhead}”` : number === 1 ? "The opening" : `Section ${number}`;
    return what === "body" ? section : `${section}: ${{ alt_text: "alternative text" }[what] ?? what}`;
  }
  const capital = (text) => text[0].toUpperCase() + text.slice(1);

  // -- putting texts in ------------------------------------------------------------------------------------
  // Where a place in the old text is in the new one.
  function moved(old, fresh, at) {
    let start = 0;
    while (start < old.length && start < fresh.length && old[start] === fresh[start]) start += 1;
    if (at <= start) return at;
    let end = 0;
    while (
      end < old.length - start &&
      end < fresh.length - start &&
      old[old.length - 1 - end] === fresh[fresh.length - 1 - end]
    )
      end += 1;
    return at >= old.length - end ? at + fresh.length - old.length : Math.min(at, fresh.length - end);
  }
  function setText(input, value) {
    const old = input.value;
    if (old === value) return;
    const caret = document.activeElement === input ? [input.selectionStart, input.selectionEnd] : null;
    input.value = value;
    if (caret?.[0] != null) input.setSelectionRange(moved(old, value, caret[0]), moved(old, value, caret[1]));
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }

  const alike = (node) =>
    (node.outerHTML ?? node.textContent).replace(/<br[^>]*>(?=<\/)/g, "").replace(/&nbsp;|\u00a0/g, " ");
  // Only the paragraphs that differ are exchanged, so that the caret stays where it is in the others.
  function patch(root, fresh) {
    const old = [...root.childNodes];
    const [a, b] = [old.map(alike), fresh.map(alike)];
    const long = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
    for (let i = a.length - 1; i >= 0; i -= 1)
      for (let j = b.length - 1; j >= 0; j -= 1)
        long[i][j] = a[i] === b[j] ? long[i + 1][j + 1] + 1 : Math.max(long[i + 1][j], long[i][j + 1]);
    const selection = getSelection();
    const caret = root.contains(selection.anchorNode) && selection.anchorNode !== root ? selection.anchorNode : null;
    const block = caret && old.find((one) => one.contains(caret));
    const before = block ? offset(block, selection) : 0;
    let instead = null;
    for (let i = 0, j = 0; i < a.length || j < b.length; ) {
      if (i < a.length && j < b.length && a[i] === b[j]) (i += 1), (j += 1);
      else if (j < b.length && (i === a.length || long[i][j + 1] >= long[i + 1][j])) {
        root.insertBefore(fresh[j], old[i] ?? null);
        if (!instead || !block || old.indexOf(block) >= i) instead = fresh[j];
        j += 1;
      } else {
        old[i].remove();
        i += 1;
      }
    }
    if (block && !block.isConnected && instead) {
      const [node, at] = textAt(instead, moved(block.textContent, instead.textContent, before));
      selection.collapse(node, at);
    }
  }
  function offset(block, selection) {
    const range = document.createRange();
    range.selectNodeContents(block);
    range.setEnd(selection.anchorNode, selection.anchorOffset);
    return range.toString().length;
  }
  function textAt(block, at) {
    const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let node = null;
    while (walk.nextNode()) {
      node = walk.currentNode;
      if (at <= node.length) return [node, at];
      at -= node.length;
    }
    return node ? [node, node.length] : [block, 0];
  }
  function setBody(part, html) {
    const area = field(part, "body");
    const editor = window.CKEDITOR?.instances[area.id];
    if (!editor) area.value = html;
    else if (editor.status !== "ready") {
      area.value = html;
      editor.once("instanceReady", () => editor.setData(html));
    } else {
      const holder = document.createElement("template");
      holder.innerHTML = editor.dataProcessor.toHtml(html);
      patch(editor.editable().$, [...holder.content.childNodes]);
      editor.resetUndo?.(); // one's own undo does not take away what a colleague wrote
      editor.fire("change");
      editor.updateElement();
    }
  }
  function setChoice(input, value) {
    const wanted = String(value?.id ?? value ?? "");
    if (value?.name && ![...input.options].some((one) => one.value === wanted))
      input.append(new Option(value.name, wanted)); // made since the page was opened
    input.value = wanted;
  }
  function setUse(use, one) {
    if (use.querySelector("[name$='-asset']").value !== String(one.asset))
      parts.show(use, { ...one, id: one.asset, alt_text: "" });
    for (const what of ["caption", "alt_text"]) setText(use.querySelector(`[name$='-${what}']`), one[what] ?? "");
    use.querySelector("[name$='-decorative']").checked = Boolean(one.decorative);
  }
  function setPictures(part, wanted) {
    const shown = uses(part);
    const asset = (use) => use.querySelector("[name$='-asset']").value;
    const same = shown.length === wanted.length && shown.every((use, index) => asset(use) === String(wanted[index].asset));
    if (!same) {
      // All anew and counted from nought: how many a section may send is bounded.
      const box = part.querySelector("[data-uses]");
      for (const use of box.querySelectorAll("[data-use], .undo")) use.remove();
      for (const count of ["TOTAL", "INITIAL"]) form.elements[`${box.dataset.uses}-${count}_FORMS`].value = "0";
      for (const one of wanted) parts.place(part, { ...one, id: one.asset });
    }
    uses(part).forEach((use, index) => setUse(use, wanted[index]));
    parts.label();
  }
  function setIn(part, what, value) {
    if (what === "body") setBody(part, value);
    else if (what === "pictures") setPictures(part, value ?? []);
    else if (what === "kind") field(part, "kind").value = part.dataset.kind = value;
    else if (what === "layout") field(part, "layout").value = value;
    else setText(field(part, what), value ?? "");
  }
  function setPart(part, value) {
    for (const what of TEXTS) if (value[what] !== undefined) setIn(part, what, value[what]);
    setPictures(part, value.pictures ?? []);
  }

  function putAfter(part, earlier) {
    const before = earlier.map(partOf).filter(Boolean).at(-1);
    if (before) before.after(part);
    else parts.live()[0]?.before(part);
  }

  // The section somebody is in stays where it is; the others are moved around it. Those the newsroom does not know yet
  // stay after the one they were after.
  function setOrder(wanted) {
    const live = parts.live();
    const known = wanted.map(partOf).filter(Boolean);
    const order = [...known];
    live.forEach((part, index) => {
      if (!known.includes(part)) order.splice(index ? order.indexOf(live[index - 1]) + 1 : 0, 0, part);
    });
    if (order.every((part, index) => part === live[index])) return;
    const still = order.find((part) => part.contains(document.activeElement)) ?? order[0];
    const at = order.indexOf(still);
    for (const part of order.slice(0, at)) still.before(part);
    let last = still;
    for (const part of order.slice(at + 1)) {
      last.after(part);
      last = part;
    }
  }

  const setMain = {
    topics: (value) => window.storyNames.topics(value),
    bylines: (value) => window.storyNames.bylines(value),
    lead: (value) => {
      parts.setLead(value && { ...value, id: value.asset });
      if (value) setUse(lead(), value);
    },
    format: (value) => setChoice(form.elements.format, value),
    category: (value) => setChoice(form.elements.category, value),
  };
  for (const name of LOOK_PICTURES)
    setMain[name] = (value) => window.storyLooks.show(name, value && { ...value, id: value.asset });

  // -- what others wrote -----------------------------------------------------------------------------------
  // `sent` are the places as they were when the request left. What somebody typed at since is left as it is: those places
  // are `behind`, for they still go on from what was sent. `lines` say who changed what.
  function apply(changes, sent, somebody = "") {
    const now = places();
    const typed = (place) => now.get(place) !== sent.get(place);
    const inside = (place) => [...now.keys()].filter((one) => one.startsWith(`${place}/`));
    const behind = [];
    const inserted = new Set();
    const told = new Map();
    const tell = (by, what) => told.set(by ?? somebody, (told.get(by ?? somebody) ?? new Set()).add(what));
    const scroll = holdStill();
    form.dispatchEvent(new CustomEvent("story:merging"));
    applying = true;
    try {
      for (const { place, value, by } of changes.filter((one) => one.place !== "sections")) {
        const [, wanted, what] = place.split("/");
        if (!wanted) {
          if (typed(place)) behind.push(place);
          else {
            const was = places().get(place);
            (setMain[place] ?? ((text) => setText(form.elements[place], text ?? "")))(value);
            // An address made from the headline is nobody's.
            if (places().get(place) !== was && place !== "slug") tell(by, name(place));
          }
          continue;
        }
        let part = partOf(wanted);
        if (!what && value === null) {
          if (!part) continue;
          if (inside(place).some(typed)) {
            behind.push(place);
            continue;
          }
          tell(by, `${title(part)} (removed)`);
          parts.drop(part);
        } else if (!what && !part) {
          if (sent.has(`${place}/body`)) {
            behind.push(place); // removed here since: whoever removed it has not seen what a colleague wrote in it
            continue;
          }
          part = revived(wanted) ?? parts.insert(wanted, value.kind);
          inserted.add(wanted);
          setPart(part, value);
          tell(by, `${title(part)} (new)`);
        } else if (part) {
          for (const [one, text] of what ? [[what, value]] : Object.entries(value)) {
            const spot = `${place.split("/", 2).join("/")}/${one}`;
            if (!now.has(spot)) continue;
            if (typed(spot)) behind.push(spot);
            else if (one === "pictures" || level(spot, text ?? "") !== level(spot, now.get(spot)) || one === "body") {
              setIn(part, one, text);
              if (places().get(spot) !== now.get(spot)) tell(by, title(part));
            }
          }
        } else behind.push(place); // as above: removed here since
      }
      for (const { value, by } of changes.filter((one) => one.place === "sections")) {
        if (typed("sections")) {
          behind.push("sections");
          value.forEach((one, index) => inserted.has(one) && putAfter(partOf(one), value.slice(0, index)));
          continue;
        }
        const was = places().get("sections");
        setOrder(value);
        if (places().get("sections") !== was) tell(by, "the order of sections");
      }
      parts.label();
      if (told.size) form.dispatchEvent(new CustomEvent("story:merged"));
    } finally {
      applying = false;
      scroll();
    }
    const lines = [...told].map(([by, what]) => `${by ? `${by} changed` : "Changed elsewhere:"} ${[...what].join(", ")}.`);
    return { behind, lines };
  }

  // A section that was removed here, and that the newsroom has kept, is the one that was there; not a second one.
  function revived(wanted) {
    const row = [...form.querySelectorAll("[data-part][data-gone]")].find((part) => field(part, "key").value === wanted);
    if (row) window.undoing.mark(row, false);
    return row;
  }

  // The line somebody is in stays at its height on the screen, whatever comes in above it.
  function holdStill() {
    const anchor = form.contains(document.activeElement) ? document.activeElement : null;
    const top = anchor?.getBoundingClientRect().top;
    return () => {
      if (anchor?.isConnected && anchor !== document.activeElement) anchor.focus({ preventScroll: true });
      if (anchor?.isConnected) window.scrollBy({ top: anchor.getBoundingClientRect().top - top, behavior: "instant" });
    };
  }

  // -- texts two people wrote at once ----------------------------------------------------------------------
  const panels = new Map();
  const announced = new Set();
  function element(tag, properties, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  }
  // The runs lead from the text that stands in the story to the one put aside.
  function marked(runs, aside) {
    const text = element("p", { className: "marked" });
    for (const [kind, run] of runs) {
      if (kind === "same") text.append(run);
      else if ((kind === "new") === aside) text.append(element("mark", { textContent: run }));
    }
    if (!text.textContent.trim()) text.append(element("em", { textContent: "removed" }));
    return text;
  }
  function spot(place) {
    const [, wanted] = place.split("/");
    if (wanted) {
      const part = partOf(wanted);
      return part ? part.querySelector("[data-part-inside]") : form.querySelector(".story-bar");
    }
    if (place === "lead") return form.querySelector("[data-lead]");
    if (place === "bylines") return form.querySelector('[data-names="authors"]');
    if (place === "topics") return form.querySelector('[data-names="topics"]');
    if (LOOK_PICTURES.includes(place)) return form.elements[place].closest("[data-look-picture]");
    const input = form.elements[place];
    return form.querySelector(`[data-guide-for="${input?.id}"]`) ?? input ?? form.querySelector(".story-bar");
  }
  const ONE = /^(category|format|lead|slug|(card|social|newsletter)_picture|sections\/[^/]+(\/(kind|layout|url))?)$/; // there cannot be both
  function panel(conflict, take) {
    const { id, place, by, own, mine, theirs, runs } = conflict;
    const label = (conflict.label ?? name(place)).replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
    const writer = own ? "you" : conflict.from;
    const head = element("h3", { textContent: `${by} and ${writer} changed the same: ${label}` });
    const sides = element(
      "div",
      { className: "conflict-sides" },
      element("div", {}, element("h4", { textContent: own ? "Yours" : conflict.from }), marked(runs, true)),
      element("div", {}, element("h4", { textContent: `${by} (in the story now)` }), marked(runs, false)),
    );
    const buttons = element("div", { className: "conflict-buttons" });
    buttons.setAttribute("role", "group");
    buttons.setAttribute("aria-label", "What shall stand?");
    const whole = /^sections\/[^/]+$/.test(place); // a section one wrote in and the other removed
    const choices = whole
      ? [
          ["mine", mine ? "Keep it" : "Remove it"],
          ["theirs", theirs ? "Keep it" : "Remove it"],
        ]
      : [
          ["mine", own ? "Mine" : `${conflict.from}’s`],
          ["theirs", own ? "Theirs" : `${by}’s`],
          ...(ONE.test(place) ? [] : [["both", "Both"]]),
        ];
    for (const [side, text] of choices) {
      const button = element("button", { type: "button", className: "quiet", textContent: text });
      button.addEventListener("click", async () => {
        for (const one of buttons.children) one.disabled = true;
        await take(conflict, side);
        for (const one of buttons.children) one.disabled = false;
        if (box.isConnected) button.focus();
      });
      buttons.append(button);
    }
    const box = element("section", { className: "conflict" }, head, sides, buttons);
    box.setAttribute("aria-label", head.textContent);
    box.dataset.conflict = id;
    return box;
  }
  // Shows those that are open, and gives the sentences of those that are new.
  function conflicts(open, take) {
    for (const [id, box] of panels)
      if (!open.some((one) => one.id === id && JSON.stringify(one) === box.dataset.said)) {
        const inside = box.contains(document.activeElement);
        const beside = box.previousElementSibling;
        box.remove();
        panels.delete(id);
        const area = beside?.querySelector("[data-editor]");
        const editor = area && window.CKEDITOR?.instances[area.id];
        if (inside) (editor?.status === "ready" ? editor : (beside?.querySelector("input, textarea") ?? beside))?.focus?.();
      }
    const said = [];
    for (const one of open) {
      if (panels.has(one.id)) continue;
      const box = panel(one, take);
      box.dataset.said = JSON.stringify(one);
      spot(one.place).after(box);
      panels.set(one.id, box);
      if (!announced.has(one.id)) said.push(`${box.getAttribute("aria-label")}. Both texts are kept: choose which stands.`);
      announced.add(one.id);
    }
    return said;
  }

  window.merging = { places, isEmpty, apply, written, differences, conflicts, name, isApplying: () => applying };
})();
