// The shape of a story: the menu that adds things (“/” on an empty line, “+” between sections), splitting and joining
// sections, turning one kind into another, pulling words out as a quote.
(() => {
  const form = document.querySelector("[data-story]");
  const sections = window.storySections;
  if (!form || !sections) return;
  const { live, add, addPicture, element, say, parts } = sections;
  const { deed, setText, textOf, areaOf, editorOf, mark } = window.undoing;
  const field = (part, name) => part.querySelector(`:scope > .part-inside [name$='-${name}']`);
  const isText = (part) => part?.dataset.kind === "text";
  const lines = (html) => {
    const { body } = window.pasted.read(html, { pictures: false });
    for (const line of body.querySelectorAll("br")) line.replaceWith("\n");
    return [...body.querySelectorAll("p, h1, h2, h3, h4, li")].filter((one) => !one.querySelector("p, li")).map((one) => one.textContent.trim());
  };
  const escaped = (text) => element("<p></p>").appendChild(new Text(text)).parentNode.innerHTML;
  const usesOf = (part) => [...part.querySelectorAll("[data-use]:not([data-gone])")];

  function focusText(part, end = false) {
    const editor = editorOf(areaOf(part));
    if (!editor) return sections.start(areaOf(part), true);
    const go = () => {
      editor.focus();
      const range = editor.createRange();
      end ? range.moveToElementEditEnd(editor.editable()) : range.moveToElementEditStart(editor.editable());
      range.select();
    };
    editor.status === "ready" ? go() : editor.once("instanceReady", go);
  }

  // -- splitting and joining -------------------------------------------------------------------------------
  // The upper part keeps what identifies the section, and the pictures that stand above the caret.
  function cut(part, context) {
    const first = context.blocks > 1; // pictures under a subhead stand after the first paragraph
    const stays = field(part, "layout").value !== "gallery" && (!field(part, "subhead").value.trim() || first);
    setText(areaOf(part), context.before);
    const lower = add("text", part, { body: context.after }, true);
    if (!stays) {
      field(lower, "layout").value = field(part, "layout").value;
      for (const use of usesOf(part)) window.severalPictures.carry(use, lower);
    }
    return lower;
  }
  function split(part, context = window.pasting.around(areaOf(part))) {
    if (!isText(part)) return;
    deed(
      () => {
        const lower = cut(part, context);
        focusText(lower);
        return "Split into two sections.";
      },
      { back: () => focusText(part, true) },
    );
  }
  function join(part) {
    const upper = live()[live().indexOf(part) - 1];
    if (!isText(part) || !isText(upper)) return false;
    deed(
      () => {
        const subhead = field(part, "subhead").value.trim();
        const before = textOf(areaOf(upper));
        if (!usesOf(upper).length) field(upper, "layout").value = field(part, "layout").value;
        for (const use of usesOf(part)) window.severalPictures.carry(use, upper);
        setText(areaOf(upper), `${before}${subhead ? `<h3>${escaped(subhead)}</h3>` : ""}${textOf(areaOf(part))}`);
        mark(part, true);
        const editor = editorOf(areaOf(upper));
        editor?.focus();
        return "Joined with the section above.";
      },
      { back: () => focusText(part) },
    );
    return true;
  }

  // -- one kind into another -------------------------------------------------------------------------------
  // The fields of a section that another kind would not show, carried over so that no word goes.
  function become(part, kind, given = {}) {
    part.dataset.kind = kind;
    part.querySelector(":scope > input[name$='-kind']").value = kind;
    for (const [name, value] of Object.entries(given)) {
      field(part, name).value = value;
      field(part, name).dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
  const KINDS = { text: "text", quote: "a pull quote", video: "a video", post: "a social post" };
  function turns(part) {
    const words = isText(part) ? lines(textOf(areaOf(part))) : [];
    const has = (name) => Boolean(field(part, name).value.trim());
    const pictures = usesOf(part).length;
    const text = words.join("\n");
    const made = {
      text: {
        "": !isText(part) && (part.dataset.kind === "video" || !pictures),
        does: () => {
          const html = [field(part, "text").value, field(part, "title").value, field(part, "source").value]
            .flatMap((one) => one.split("\n"))
            .filter((one) => one.trim())
            .map((one) => `<p>${escaped(one)}</p>`);
          const address = field(part, "url").value.trim();
          if (address) html.push(`<p><a href="${escaped(address).replaceAll('"', "&quot;")}">${escaped(address)}</a></p>`);
          become(part, "text", { url: "", title: "", text: "", source: "" });
          setText(areaOf(part), html.join(""));
          sections.start(areaOf(part));
        },
      },
      quote: {
        "": !pictures && ((isText(part) && text) || (part.dataset.kind === "post" && !has("url") && !has("title"))),
        does: () => {
          become(part, "quote", isText(part) ? { text } : {});
          setText(areaOf(part), "");
        },
      },
      video: {
        "": (isText(part) && words.length === 1 && window.pasted.kindOf(words[0]) === "video") || (part.dataset.kind === "post" && !has("text")),
        does: () => {
          become(part, "video", isText(part) ? { url: words[0] } : {});
          setText(areaOf(part), "");
        },
      },
      post: {
        "":
          !pictures && ((isText(part) && text) || part.dataset.kind === "quote" || (part.dataset.kind === "video" && !has("title"))),
        does: () => {
          const alone = words.length === 1 && window.pasted.kindOf(words[0]);
          if (isText(part)) become(part, "post", alone ? { url: words[0] } : { text });
          else become(part, "post");
          setText(areaOf(part), "");
        },
      },
    };
    return Object.entries(made)
      .filter(([kind, one]) => kind !== part.dataset.kind && one[""])
      .map(([kind, one]) => ({
        name: `Turn into ${KINDS[kind]}`,
        does: () =>
          deed(() => {
            one.does();
            return `Turned into ${KINDS[kind]}.`;
          }),
      }));
  }

  // -- selected words as a pull quote ----------------------------------------------------------------------
  const chosen = (part) => {
    const root = editorOf(areaOf(part))?.editable()?.$;
    const selection = getSelection();
    return root && selection.rangeCount && root.contains(selection.getRangeAt(0).commonAncestorContainer) ? selection.toString().trim() : "";
  };
  function pull(part, words = chosen(part)) {
    if (!words) return;
    deed(() => {
      const quote = add("quote", part, { text: words.replace(/^[“"]|[”"]$/g, "") }, true);
      field(quote, "source").focus();
      field(quote, "text").dispatchEvent(new Event("input", { bubbles: true }));
      return "The words are a pull quote below, and stay in the text.";
    });
  }

  // -- the menu --------------------------------------------------------------------------------------------
  const menu = element(
    `<div class="shape-menu" role="dialog" aria-label="Add" hidden><input type="text" role="combobox" aria-expanded="true" aria-controls="shape-list" aria-autocomplete="list" autocomplete="off" aria-label="What to add" placeholder="Type to find"><ul id="shape-list" role="listbox" aria-label="What there is"></ul></div>`,
  );
  document.body.append(menu); // beside the form: what is typed into it is no part of the story
  const input = menu.querySelector("input");
  const list = menu.querySelector("ul");
  let choices = [];
  let found = [];
  let at = 0;
  let closing = () => {};

  function draw() {
    const wanted = input.value.trim().toLowerCase();
    found = choices.filter((one) => `${one.name} ${one.more ?? ""}`.toLowerCase().includes(wanted));
    at = 0;
    list.replaceChildren(
      ...found.map((one, index) => {
        const item = element(`<li role="option" id="shape-${index}"><span></span><small></small></li>`);
        item.querySelector("span").textContent = one.name;
        item.querySelector("small").textContent = one.hint ?? "";
        item.addEventListener("pointerdown", (event) => event.preventDefault());
        item.addEventListener("click", () => choose(index));
        return item;
      }),
    );
    if (!found.length) list.append(element(`<li class="shape-none" role="option" aria-disabled="true" aria-selected="false">Nothing of that name</li>`));
    point(0);
  }
  function point(index) {
    if (!found.length) return input.removeAttribute("aria-activedescendant");
    at = (index + found.length) % found.length;
    [...list.children].forEach((one, place) => one.setAttribute("aria-selected", String(place === at)));
    input.setAttribute("aria-activedescendant", `shape-${at}`);
    const { offsetTop, offsetHeight } = list.children[at]; // within the list: the page behind it stays
    if (offsetTop < list.scrollTop) list.scrollTop = offsetTop;
    else list.scrollTop = Math.max(list.scrollTop, offsetTop + offsetHeight - list.clientHeight);
  }
  function open(rectangle, label, what, cancelled) {
    choices = what;
    closing = cancelled;
    menu.setAttribute("aria-label", label);
    input.value = "";
    menu.hidden = false;
    draw();
    const box = menu.getBoundingClientRect();
    const top = rectangle.bottom + box.height + 8 > innerHeight ? Math.max(8, rectangle.top - box.height - 4) : rectangle.bottom + 4;
    menu.style.setProperty("--menu-top", `${top + scrollY}px`);
    menu.style.setProperty("--menu-left", `${Math.max(8, Math.min(rectangle.left, innerWidth - box.width - 8))}px`);
    input.focus({ preventScroll: true });
  }
  function close(back) {
    if (menu.hidden) return;
    menu.hidden = true;
    if (back) closing(input.value);
  }
  function choose(index) {
    const one = found[index];
    if (!one) return;
    close(false);
    one.does();
  }
  input.addEventListener("input", (event) => {
    event.stopPropagation();
    draw();
  });
  menu.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "ArrowDown") point(at + 1);
    else if (event.key === "ArrowUp") point(at - 1);
    else if (event.key === "Enter") choose(at);
    else if (event.key === "Escape") close(true);
    else if (event.key === "Tab") close(true);
    else return;
    event.preventDefault();
  });
  input.addEventListener("blur", () => setTimeout(() => document.activeElement !== input && close(false)));

  // What can be added after a section (null: to an empty story). `make(kind)` puts a section there, and gives it.
  function things(part, make) {
    const gallery = () => {
      const own = isText(part) && !usesOf(part).length ? part : make("text");
      field(own, "layout").value = "gallery";
      addPicture(own);
    };
    return [
      { name: "Section", hint: "subhead and text", more: "text subhead", does: () => make("text") },
      { name: "Picture", hint: "into this section", more: "photo image", does: () => addPicture(isText(part) ? part : make("text")) },
      { name: "Gallery", hint: "several pictures", more: "photos images", does: gallery },
      { name: "Pull quote", hint: "words set large", does: () => make("quote") },
      { name: "Video", hint: "YouTube, Vimeo, Dailymotion", does: () => make("video") },
      { name: "Social post", hint: "printed with a link", more: "tweet instagram", does: () => make("post") },
    ];
  }

  const emptyLine = () => {
    const node = getSelection().anchorNode;
    const line = (node?.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest?.("p, .cke_wysiwyg_div");
    return getSelection().isCollapsed && line && !line.textContent.replace(/[\s\u200b]/g, "") ? line : null;
  };
  function slash(part, line) {
    const area = areaOf(part);
    const editor = editorOf(area);
    const bookmarks = editor.getSelection().createBookmarks2(true);
    const context = window.pasting.around(area);
    const make = (kind) => {
      let made;
      deed(() => {
        setText(area, context.before);
        if (context.after && kind === "text") {
          made = cut(part, context);
          field(made, "subhead").focus();
        } else {
          if (context.after) cut(part, context);
          made = add(kind, part);
        }
        return context.after ? "The section is divided here." : "";
      });
      return made;
    };
    open(line.getBoundingClientRect(), "Add here", things(part, make), (typed) => {
      editor.focus();
      editor.getSelection().selectBookmarks(bookmarks);
      editor.insertText(`/${typed}`); // whoever meant a stroke gets it
    });
  }

  form.addEventListener(
    "keydown",
    (event) => {
      const root = event.target.closest?.(".cke_wysiwyg_div");
      const part = root?.closest("[data-part]");
      if (!part || event.isComposing) return;
      const control = event.ctrlKey || event.metaKey;
      const stop = () => {
        event.preventDefault();
        event.stopImmediatePropagation();
      };
      if (event.key === "/" && !control && !event.altKey) {
        const line = emptyLine();
        if (!line) return;
        stop();
        slash(part, line);
      } else if (event.key === "Enter" && control && !event.shiftKey) {
        stop();
        split(part);
      } else if (control && event.shiftKey && event.code === "Period" && chosen(part)) {
        stop();
        pull(part);
      } else if (event.key === "Backspace" && !control && !field(part, "subhead").value.trim() && getSelection().isCollapsed) {
        const range = document.createRange();
        const here = getSelection().getRangeAt(0);
        range.setStart(root, 0);
        range.setEnd(here.startContainer, here.startOffset);
        if (range.toString().replace(/\u200b/g, "") || [...root.querySelectorAll("li, blockquote")].some((one) => one.contains(here.startContainer))) return;
        if (root.firstElementChild && !root.firstElementChild.contains(here.startContainer) && here.startContainer !== root) return;
        if (join(part)) stop();
      }
    },
    true,
  );

  // The caret's place and the chosen words, as they were before a button took the focus.
  let held = null;
  form.addEventListener(
    "pointerdown",
    (event) => {
      const part = event.target.closest("[data-part-more]")?.closest("[data-part]");
      if (part && isText(part)) held = { part, words: chosen(part), context: inText(part) ? window.pasting.around(areaOf(part)) : null };
    },
    true,
  );
  const inText = (part) => Boolean(editorOf(areaOf(part))?.editable()?.$.contains(getSelection().anchorNode));
  function more(part, button) {
    const kept = held?.part === part ? held : { words: chosen(part), context: inText(part) ? window.pasting.around(areaOf(part)) : null };
    held = null;
    const upper = live()[live().indexOf(part) - 1];
    const what = [
      isText(part) && kept.context && { name: "Split here", hint: "Ctrl+Enter", does: () => split(part, kept.context) },
      isText(part) && isText(upper) && { name: "Join with the one above", does: () => join(part) },
      kept.words && { name: "Pull the chosen words out", hint: "Ctrl+Shift+.", more: "quote", does: () => pull(part, kept.words) },
      ...turns(part),
    ].filter(Boolean);
    if (!what.length) return say("Write something first: then it can be split, joined or turned into something else.");
    open(button.getBoundingClientRect(), "More for this section", what, () => button.focus());
  }
  form.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    const part = button?.closest("[data-part]") ?? null;
    if (button?.hasAttribute("data-part-more")) more(part, button);
    else if (button?.hasAttribute("data-insert-menu"))
      open(button.getBoundingClientRect(), "Add", thingsAfter(part), () => button.focus());
  });
  const thingsAfter = (part) => things(part, (kind) => add(kind, part ?? parts.lastElementChild));

  window.shaping = { become, split, join, pull, thingsAfter };
})();
