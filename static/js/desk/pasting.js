// Pasting into a story. A piece of a sentence comes as it is, its signs put right; a whole story becomes sections, and its
// pictures go to the library. A bar says what was done and offers what would be guessing. Nothing that was pasted is lost.
(() => {
  const form = document.querySelector("[data-story]");
  const sections = window.storySections;
  if (!form || !sections) return;
  const { live, add, place, element } = sections;
  const { deed, setText, textOf, areaOf, editorOf } = window.undoing;
  const plural = (count, word, many = `${word}s`) => `${count} ${count === 1 ? word : many}`;
  const PICTURES = /^data:(image\/(?:jpeg|png|webp|gif|avif));base64,([a-z0-9+/=\s]+)$/i;

  const MOST = 280; // sections; what a story can hold, with room for some more

  const subheadOf = (part) => part.querySelector("input.subhead");
  const isBlank = (part) =>
    part.dataset.kind === "text" && !subheadOf(part).value.trim() && !plainOf(textOf(areaOf(part))) && !part.querySelector("[data-use]:not([data-gone])");
  const plainOf = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent.replace(/[\s\u200b]+/g, " ").trim();

  // -- what stands before and after the caret, as valid text -----------------------------------------------
  function around(area) {
    const root = editorOf(area)?.editable()?.$;
    const selection = getSelection();
    const at = selection.rangeCount ? selection.getRangeAt(0) : null;
    if (!root || !at || !root.contains(at.startContainer)) return { before: textOf(area), after: "", line: "", bookmarks: null };
    const side = (edge) => {
      const range = document.createRange();
      range.selectNodeContents(root);
      edge === "before" ? range.setEnd(at.startContainer, at.startOffset) : range.setStart(at.endContainer, at.endOffset);
      return range.cloneContents();
    };
    const held = (fragment) => {
      const holder = document.createElement("div");
      holder.append(fragment);
      return holder;
    };
    const clean = (holder) => window.pasted.html([...window.pasted.read(holder, { pictures: false }).body.children]);
    const [before, after] = [held(side("before")), held(side("after"))];
    const block = at.startContainer.nodeType === Node.TEXT_NODE ? at.startContainer.parentElement.closest("p, li, h3, h4") : null;
    let line = "";
    if (block && root.contains(block)) {
      const range = document.createRange();
      range.selectNodeContents(block);
      range.setEnd(at.startContainer, at.startOffset);
      line = range.toString().replace(/\u200b/g, "");
    }
    return { before: clean(before), after: clean(after), line, blocks: before.children.length, bookmarks: editorOf(area).getSelection()?.createBookmarks2(true) };
  }

  // -- applying --------------------------------------------------------------------------------------------
  function divide(part, segments, context, offset) {
    const blank = isBlank(part) && !context.before && !context.after;
    const targets = [];
    let current = part;
    segments.forEach((segment, index) => {
      const last = index === segments.length - 1;
      const html = segment.kind === "text" ? window.pasted.html(segment.blocks) + (last ? context.after : "") : "";
      if (index === 0 && segment.kind === "text" && (blank || !segment.subhead)) {
        if (segment.subhead) subheadOf(part).value = segment.subhead;
        setText(areaOf(part), context.before + html);
      } else if (index === 0 && blank) {
        window.shaping.become(part, segment.kind, { url: segment.url });
      } else {
        if (index === 0) setText(areaOf(part), context.before);
        const given = segment.kind === "text" ? { subhead: segment.subhead, body: html } : { url: segment.url };
        current = add(segment.kind, current, given, true);
      }
      targets.push(current);
      if (last && segment.kind !== "text" && context.after) add("text", current, { body: context.after }, true);
    });
    return targets;
  }

  function said(count, done, more) {
    const right = [
      done.quotes && plural(done.quotes, "quotation mark"),
      done.dashes && plural(done.dashes, "dash", "dashes"),
      done.dots && plural(done.dots, "ellipsis", "ellipses"),
      done.spaces && plural(done.spaces, "space"),
    ].filter(Boolean);
    return [
      count > 1 ? `Pasted as ${count} sections` : "Pasted",
      right.length && `${right.join(", ").replace(/, ([^,]*)$/, " and $1")} put right`,
      ...more,
    ]
      .filter(Boolean)
      .join("; ");
  }

  const START = { sections: "sure", title: false, embeds: false, signs: true, plain: false };

  function paste(part, source, choice = START, context = around(areaOf(part))) {
    const area = areaOf(part);
    const again = choice !== START;
    const reading = choice.plain || !source.html ? window.pasted.readPlain(source.text || window.pasted.read(source.html).body.innerText) : window.pasted.read(source.html);
    const { body, pictures } = reading;
    const none = { quotes: 0, dashes: 0, dots: 0, spaces: 0 };
    const done = choice.signs ? window.typography.within(body, context.line) : none;
    if (choice.signs) for (const one of pictures) [one.caption] = window.typography.put([one.caption]).texts;
    const free = !form.elements.headline.value.trim() && !form.elements.standfirst.value.trim();
    const plan = window.pasted.plan(body, choice.plain ? { sections: "none" } : { ...choice, free, most: MOST - live().length });
    const { segments, used } = plan;
    if (!segments.length) return false;
    const simple = segments.length === 1 && segments[0].kind === "text" && !segments[0].subhead && !pictures.length && !used.headline;
    const fixed = Object.values(done).some(Boolean);
    const others = () => {
      const may = (words, change) => [words, () => paste(part, source, { ...choice, ...change }, context)];
      return [
        plan.start && free && !choice.title && !choice.plain && may("Use its first lines as headline and standfirst", { title: true }),
        plan.offers.sections && !choice.plain && may(`Make ${plural(plan.offers.sections, "section")} of its short lines`, { sections: "all" }),
        plan.offers.embeds && !choice.plain && may(embedWords(segments), { embeds: true }),
        !choice.plain && (source.html || segments.length > 1) && may("Paste as plain text instead", { ...START, plain: true, signs: false }),
        fixed && simple && may("Leave the signs as they were", { signs: false }),
      ].filter(Boolean);
    };
    const back = () => editorOf(area)?.status === "ready" && editorOf(area).focus();
    deed(
      () => {
        if (used.headline) fill("headline", used.headline);
        if (used.standfirst) fill("standfirst", used.standfirst);
        if (simple && context.bookmarks) {
          insert(area, segments[0].blocks, again ? context.bookmarks : null);
          return fixed || plan.offers.sections || plan.offers.embeds || (plan.start && free) || again ? said(1, done, []) : "";
        }
        const targets = divide(part, segments, context);
        const wanted = segments.flatMap((segment, index) =>
          (segment.blocks ?? []).filter((block) => block.dataset.picture).map((block) => [targets[index], pictures[Number(block.dataset.picture)]]),
        );
        bring(wanted, source.files ?? []);
        return said(segments.length, done, [used.headline && "headline filled in", wanted.length && plural(wanted.length, "picture")]);
      },
      { others, back },
    );
    return true;
  }
  const embedWords = (segments) => {
    const kinds = segments.flatMap((segment) => (segment.blocks ?? []).map((block) => window.pasted.kindOf(window.pasted.words(block)))).filter(Boolean);
    const one = kinds[0] === "video" ? "a video" : "a social post";
    return kinds.length === 1 ? `Make it ${one}` : `Make ${kinds.length} videos and posts of the addresses`;
  };
  function fill(name, text) {
    const field = form.elements[name];
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  function insert(area, blocks, bookmarks) {
    const editor = editorOf(area);
    editor.focus();
    if (bookmarks) {
      try {
        editor.getSelection().selectBookmarks(bookmarks);
      } catch {
        // The text is another than it was: it goes to where the caret is.
      }
    }
    editor.fire("saveSnapshot");
    const single = blocks.length === 1 && blocks[0].localName === "p";
    editor.insertHtml(single ? blocks[0].innerHTML : window.pasted.html(blocks));
    editor.fire("saveSnapshot");
  }

  // -- pictures --------------------------------------------------------------------------------------------
  const nameOf = (address) => (address.startsWith("data:") ? "a picture" : decodeURIComponent(address.split(/[?#]/)[0].split(/[\\/]/).pop() || "a picture").slice(0, 80));
  async function fileOf(address, files) {
    const held = PICTURES.exec(address);
    if (held) {
      const bytes = Uint8Array.from(atob(held[2].replace(/\s/g, "")), (sign) => sign.charCodeAt(0));
      return new File([bytes], `pasted.${held[1].split("/")[1]}`, { type: held[1] });
    }
    if (files.length) return files.shift();
    const whole = new URL(address, location.href);
    if (whole.origin !== location.origin && whole.protocol !== "blob:") return null;
    const answer = await fetch(whole);
    const blob = await answer.blob();
    return answer.ok && blob.type.startsWith("image/") ? new File([blob], nameOf(address), { type: blob.type }) : null;
  }
  async function bring(wanted, files) {
    if (!wanted.length) return;
    const number = window.undoing.current();
    await null; // the deed is told first
    const foreign = wanted.filter(([, one]) => !one.address.startsWith("data:")).length;
    const given = files.length === foreign ? [...files] : []; // word processors put a picture of the text itself there
    const uses = [];
    const missing = [];
    for (const [part, one] of wanted) {
      let picture = null;
      let why = "";
      try {
        const file = await fileOf(one.address, given);
        picture = file && (await window.severalPictures.upload(file));
      } catch (error) {
        why = error.message;
      }
      if (window.undoing.isUndone(number)) return;
      if (picture) {
        const use = window.severalPictures.put(part, picture, one.caption);
        const alt = use.querySelector("[name$='-alt_text']");
        if (!alt.value) alt.value = one.alt.slice(0, 250);
        uses.push(use);
      } else missing.push(keepPlace(part, one, number, why));
      window.undoing.settled(number);
    }
    sections.touched();
    if (missing.length) window.undoing.tell(`${missing.join(", ")} could not be fetched: choose ${missing.length === 1 ? "it" : "them"} where marked.`);
    window.severalPictures.focusFirst(uses);
  }
  // Where a picture belongs that nobody could fetch, with its caption, until another is chosen.
  function keepPlace(part, { address, caption, alt }, number, why) {
    const name = nameOf(address);
    if (caption) setText(areaOf(part), `${textOf(areaOf(part))}<p>${element("<p></p>").appendChild(new Text(caption)).parentNode.innerHTML}</p>`);
    const mark = element(
      `<div class="use-missing" data-missing data-since="${number}"><span></span> <button type="button">Choose it</button> <button type="button">Leave it out</button></div>`,
    );
    mark.querySelector("span").textContent = `A picture belongs here: ${name}${why ? ` (${why})` : ""}`;
    const [choose, leave] = mark.querySelectorAll("button");
    choose.addEventListener("click", async () => {
      const picture = await window.choosePicture();
      if (!picture) return;
      const use = place(part, picture);
      const fields = ["caption", "alt_text"].map((field) => use.querySelector(`[name$='-${field}']`));
      fields[0].value = caption.slice(0, 500);
      if (!fields[1].value) fields[1].value = alt.slice(0, 250);
      if (caption) withoutLine(areaOf(part), caption);
      mark.remove();
      fields[0].focus();
    });
    leave.addEventListener("click", () => mark.remove());
    part.querySelector("[data-uses]").after(mark);
    return name;
  }
  function withoutLine(area, words) {
    const page = new DOMParser().parseFromString(textOf(area), "text/html");
    const line = [...page.querySelectorAll("p")].find((one) => one.textContent === words);
    if (!line) return;
    line.remove();
    setText(area, page.body.innerHTML);
  }

  // -- where it is pasted ----------------------------------------------------------------------------------
  const firstBlank = () => live().find(isBlank) ?? add("text", live().at(-1) ?? null, {}, true);
  function many(source) {
    const body = source.html ? window.pasted.read(source.html).body : window.pasted.readPlain(source.text).body;
    return body.children.length;
  }
  form.closest("body").addEventListener(
    "paste",
    (event) => {
      const data = event.clipboardData;
      if (!data || event.target.closest?.("dialog, .cke_dialog")) return;
      const source = { html: data.getData("text/html"), text: data.getData("text/plain"), files: [...data.files].filter((file) => file.type.startsWith("image/")) };
      const typed = event.target.closest?.("input, textarea");
      const editable = event.target.closest?.(".cke_wysiwyg_div") ?? (event.target === document.body ? null : undefined);
      let part = null;
      if (typed) {
        if (!typed.matches("#id_headline, #id_standfirst, input.subhead") || typed.value.trim() || many(source) < 3) return;
        part = typed.matches(".subhead") && isBlank(typed.closest("[data-part]")) ? typed.closest("[data-part]") : firstBlank();
      } else if (editable === undefined || !document.querySelector("fieldset.story-grid:not(:disabled)")) return;
      else part = editable ? editable.closest("[data-part]") : null;
      if (!source.html && !source.text) {
        if (!source.files.length) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        window.severalPictures.spread(source.files, part);
        return;
      }
      if (editable === null && many(source) < 2) return;
      part ??= firstBlank();
      const context = editable ? undefined : { before: textOf(areaOf(part)), after: "", line: "", bookmarks: null };
      if (!paste(part, source, START, context)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!editable) part.scrollIntoView({ block: "nearest" });
    },
    true,
  );

  window.pasting = { around, paste };
})();
