// What was pasted, understood: `read(html)` gives a plain, valid body of paragraphs, headings, lists and quotations, with
// <figure data-picture> where pictures were; `plan(body, choice)` divides it into the sections of a story.
// Nothing is lost: what is not known comes as its words.
(() => {
  const SILENT = new Set(["script", "style", "noscript", "template", "meta", "link", "title", "head", "xml"]);
  const INLINE = { strong: "strong", b: "strong", em: "em", i: "em", s: "s", strike: "s", del: "s", sup: "sup", sub: "sub", cite: "cite", q: "q" };
  const HEADING = /^h[1-6]$/;
  const BLOCKS = new Set(
    "p div section article header footer main aside address center pre tr dt dd dl figure figcaption caption summary details legend form fieldset table tbody thead tfoot nav hgroup body html hr".split(" "),
  );
  const SAFE = /^(?:https?:\/\/[^/\s]|mailto:|tel:|[#?]|\/(?![/\\]))/i;
  const VIDEO = /^https?:\/\/(?:[\w-]+\.)*(?:youtube\.com\/(?:watch\?|shorts\/|live\/|embed\/)|youtu\.be\/|vimeo\.com\/\d|dailymotion\.com\/video\/|dai\.ly\/)\S+$/i;
  const POST = /^https?:\/\/(?:[\w-]+\.)*(?:(?:x|twitter)\.com\/\w+\/status\/|instagram\.com\/(?:p|reel)\/|tiktok\.com\/@|threads\.(?:net|com)\/@|bsky\.app\/profile\/|facebook\.com\/\S+\/posts\/)\S+$/i;
  const LONGEST = 500; // characters of a caption; a longer one is text
  const kindOf = (address) => (VIDEO.test(address) ? "video" : POST.test(address) ? "post" : "");

  // -- reading ---------------------------------------------------------------------------------------------
  function read(source, { pictures = true } = {}) {
    const inert = document.implementation.createHTMLDocument("");
    const out = inert.body;
    const from = typeof source === "string" ? new DOMParser().parseFromString(source, "text/html").body : source;
    const found = [];
    let chain = []; // elements the last text went into: {id, node}
    let containers = []; // lists, items and quotations
    let inlines = [];
    let block = {}; // changes where a paragraph ends
    let blockTag = "p";
    let filled = null; // the block that has text
    let gap = "";
    let wordList = null;

    const boundary = () => {
      block = {};
      gap = "";
    };
    function put(text) {
      const words = text.replace(/^[ \t\n\r\f]+|[ \t\n\r\f]+$/g, "").replace(/[ \t\n\r\f]+/g, " ");
      const has = filled === block;
      if (has && !gap && /^[ \t\n\r\f]/.test(text)) gap = " ";
      if (!words) return;
      const around = [...containers];
      const top = around.at(-1);
      if (top && (top.tag === "ul" || top.tag === "ol")) around.push({ id: block, tag: "li" });
      const item = around.at(-1)?.tag === "li";
      const path = [...around, ...(item ? [] : [{ id: block, tag: blockTag }]), ...inlines];
      let depth = 0;
      while (depth < path.length && chain[depth]?.id === path[depth].id && chain[depth].tag === path[depth].tag) depth++;
      chain.length = depth;
      let at = depth ? chain[depth - 1].node : out;
      if (has && gap) at.append(gap === " " ? " " : inert.createElement("br"));
      else if (!has && item && depth >= around.length && at.hasChildNodes()) at.append(inert.createElement("br"));
      for (const one of path.slice(depth)) {
        const node = inert.createElement(one.tag);
        for (const [name, value] of Object.entries(one.attributes ?? {})) node.setAttribute(name, value);
        at.append(node);
        chain.push({ ...one, node });
        at = node;
      }
      at.append(words);
      filled = block;
      gap = /[ \t\n\r\f]$/.test(text) ? " " : "";
    }
    function picture(image, caption = "") {
      const figure = inert.createElement("figure");
      const address = image.getAttribute("src") ?? "";
      if (Number(image.getAttribute("width") ?? 9) <= 2 || !address) return false; // a counter's dot
      boundary();
      figure.dataset.picture = String(found.length);
      found.push({ address, caption, alt: image.getAttribute("alt") ?? "" });
      chain = [];
      out.append(figure);
      return true;
    }
    function dress(node) {
      const style = node.getAttribute("style") ?? "";
      const tags = [];
      const own = INLINE[node.localName];
      const plain = node.id.startsWith("docs-internal-guid") || /font-weight:\s*(?:normal|[1-5]00)/i.test(style);
      if (own && !(own === "strong" && plain)) tags.push(own);
      if (/font-weight:\s*(?:bold|[6-9]00)/i.test(style)) tags.push("strong");
      if (/font-style:\s*italic/i.test(style)) tags.push("em");
      if (/line-through/i.test(style)) tags.push("s");
      if (/vertical-align:\s*super/i.test(style)) tags.push("sup");
      if (/vertical-align:\s*sub\b/i.test(style)) tags.push("sub");
      const made = [...new Set(tags)]
        .filter((tag) => !inlines.some((one) => one.tag === tag) && !(tag === "strong" && HEADING.test(blockTag)))
        .map((tag) => ({ id: node, tag }));
      if (node.localName === "a" && !inlines.some((one) => one.tag === "a")) {
        const href = (node.dataset.ckeSavedHref ?? node.getAttribute("href") ?? "").trim();
        const attributes = { href };
        for (const name of ["title", "hreflang"]) if (node.getAttribute(name)) attributes[name] = node.getAttribute(name);
        if (SAFE.test(href)) made.push({ id: node, tag: "a", attributes });
      }
      return made;
    }
    const inside = (node) => {
      for (const child of node.childNodes) walk(child);
    };
    function walk(node) {
      if (node.nodeType === Node.TEXT_NODE) {
        const lines = node.parentElement?.closest("pre") ? node.data.split("\n") : [node.data];
        lines.forEach((line, index) => {
          if (index) lineBreak();
          put(line);
        });
        return;
      }
      if (node.nodeType !== Node.ELEMENT_NODE || SILENT.has(node.localName)) return;
      const tag = node.localName;
      const style = node.getAttribute("style") ?? "";
      if (/mso-list:\s*ignore/i.test(style)) return; // the number or dot a word processor draws before a list's entry
      if (tag === "br") return lineBreak();
      if (tag === "img") {
        if (pictures) picture(node);
        return;
      }
      if (tag === "td" || tag === "th") {
        inside(node);
        if (!gap) gap = " ";
        return;
      }
      const kept = [containers, inlines, blockTag];
      inlines = [...inlines, ...dress(node)];
      if (tag === "ul" || tag === "ol" || tag === "li" || tag === "blockquote") {
        boundary();
        containers = [...containers, { id: node, tag }];
        if (tag === "li" && !["ul", "ol"].includes(kept[0].at(-1)?.tag)) containers.splice(-1, 0, { id: node.parentNode, tag: "ul" });
        blockTag = "p";
        inside(node);
        boundary();
      } else if (HEADING.test(tag)) {
        boundary();
        blockTag = containers.length ? "p" : tag;
        inlines = inlines.filter((one) => one.tag !== "strong");
        inside(node);
        boundary();
      } else if (tag === "hr") {
        boundary();
        chain = [];
        if (!containers.length) out.append(inert.createElement("hr"));
      } else if (tag === "figure" && pictures && node.querySelector("img")) {
        const caption = node.querySelector("figcaption");
        const words = (caption?.textContent ?? "").replace(/\s+/g, " ").trim();
        let told = false;
        for (const image of node.querySelectorAll("img")) told = picture(image, told || words.length > LONGEST ? "" : words) || told;
        for (const child of node.childNodes) walkBeside(child, told && words.length <= LONGEST ? caption : null);
        boundary();
      } else if (tag === "p" && /mso-list:\s*l\d/i.test(style)) {
        boundary();
        const mark = [...node.querySelectorAll("span")].find((one) => /mso-list:\s*ignore/i.test(one.getAttribute("style") ?? ""));
        const kind = /^\s*\(?[0-9a-z]{1,3}[.)]/i.test(mark?.textContent ?? "") ? "ol" : "ul";
        if (!wordList || wordList.tag !== kind || wordList.last !== node.previousElementSibling) wordList = { id: {}, tag: kind };
        wordList.last = node;
        containers = [...containers, { id: wordList.id, tag: kind }, { id: node, tag: "li" }];
        inside(node);
        boundary();
      } else if (BLOCKS.has(tag)) {
        boundary();
        inside(node);
        boundary();
      } else inside(node);
      [containers, inlines, blockTag] = kept;
    }
    // What stands in a figure beside its picture and caption.
    function walkBeside(node, caption) {
      if (node === caption || node.localName === "img") return;
      if (node.nodeType === Node.ELEMENT_NODE && (node.contains(caption) || node.querySelector("img")))
        for (const child of node.childNodes) walkBeside(child, caption);
      else walk(node);
    }
    function lineBreak() {
      if (filled !== block) return;
      if (gap === "br" && !containers.some((one) => one.tag === "li") && blockTag === "p") boundary();
      else gap = "br";
    }
    inside(from);
    return { body: out, pictures: found };
  }

  // Text without markup: a line is a paragraph.
  function readPlain(text) {
    const inert = document.implementation.createHTMLDocument("");
    for (const line of text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)) {
      if (!line.trim()) continue;
      const paragraph = inert.createElement("p");
      paragraph.textContent = line.trim();
      inert.body.append(paragraph);
    }
    return { body: inert.body, pictures: [] };
  }

  // -- dividing --------------------------------------------------------------------------------------------
  const words = (block) => block.textContent.replace(/[\s\u00a0]+/g, " ").trim();
  const ends = (text) => /[.!?…:;,]["”'’)\]]*$|["”]$/.test(text);
  const bold = (block) => block.localName === "p" && words(block) !== "" && [...block.childNodes].every((node) => node.localName === "strong" || !node.textContent.trim());
  const isText = (block) => Boolean(block) && ["p", "ul", "ol", "blockquote"].includes(block.localName);
  const follows = (blocks, index) => {
    for (let at = index + 1; at < blocks.length; at++) if (blocks[at].localName !== "figure") return blocks[at];
    return null;
  };
  const short = (block) => {
    const text = words(block);
    return block.localName === "p" && text.length <= 60 && text.split(" ").length <= 8 && !ends(text) && /^[\p{Lu}\p{N}“‘"']/u.test(text) && !/^[©@#]|https?:|www\.|:\/\//.test(text);
  };

  // The blocks that are subheads: {sure, marks: Set}.
  function subheads(blocks) {
    const marks = new Set(blocks.filter((block) => /^h[12]$/.test(block.localName)));
    if (marks.size) return { sure: true, marks };
    const small = blocks.filter((block) => HEADING.test(block.localName));
    if (small.length) return { sure: false, marks: new Set(small.filter((one) => one.localName === small.map((each) => each.localName).sort()[0])) };
    const led = (block, index) => {
      const after = follows(blocks, index);
      return isText(after) && !marked(after);
    };
    const heavy = (block) => bold(block) && words(block).length <= 100;
    let marked = heavy;
    const heavies = blocks.filter((block, index) => heavy(block) && led(block, index));
    if (heavies.length) {
      const asked = heavies.some((block) => ends(words(block))); // perhaps an interview's questions
      return { sure: !asked && blocks.length > 2, marks: new Set(heavies) };
    }
    marked = short;
    const lines = blocks.filter((block, index) => index > 0 && short(block) && led(block, index) && words(follows(blocks, index)).length > 60);
    const few = blocks.filter(short).length;
    return { sure: few === lines.length && lines.length * 2 <= blocks.length, marks: new Set(lines) };
  }

  // A title line and a standfirst at the beginning: the blocks they are, or null.
  function beginning(blocks) {
    const [first, second] = blocks;
    if (!first || blocks.length < 3) return null;
    const text = words(first);
    const heads = blocks.filter((one) => one.localName === "h1");
    const title = (first.localName === "h1" && heads.length === 1) || ((first.localName === "p" || first.localName === "h2") && text.length <= 120 && !/[.:;,…]$/.test(text) && isText(second));
    if (!title || text.length > 200) return null;
    const line = words(second);
    const standfirst = second.localName === "p" && line.length >= 20 && line.length <= 220 && follows(blocks, 1)?.localName !== "figure" && !bold(second) && isText(blocks[2]) && words(blocks[2]).length > 40;
    return { headline: first, standfirst: standfirst ? second : null };
  }

  // choice: {sections: "sure" | "all" | "none", free: whether the story has no headline yet, title: whether the first lines are headline and standfirst, embeds}.
  function plan(body, choice) {
    let blocks = [...body.children];
    const start = choice.free ? beginning(blocks) : null;
    const used = { headline: "", standfirst: "" };
    if (choice.title && start) {
      used.headline = words(start.headline);
      used.standfirst = start.standfirst ? words(start.standfirst) : "";
      blocks = blocks.filter((one) => one !== start.headline && one !== start.standfirst);
    }
    // The title is no subhead of the story, whether it is taken or only offered.
    const heads = subheads(start && !choice.title ? blocks.slice(start.standfirst ? 2 : 1) : blocks);
    if (start && !choice.title && start.headline.localName !== "p") heads.marks.add(start.headline);
    const divided = choice.sections === "all" || (choice.sections === "sure" && heads.sure);
    const segments = [{ kind: "text", subhead: "", blocks: [] }];
    let embeds = 0;
    for (const block of blocks) {
      const address = words(block);
      const kind = block.localName === "p" ? kindOf(address) : "";
      if (kind) embeds++;
      if (segments.length >= (choice.most ?? 200) && segments.at(-1).kind === "text") segments.at(-1).blocks.push(block);
      else if (kind && choice.embeds) segments.push({ kind, url: address });
      else if (divided && heads.marks.has(block) && address.length <= 150) segments.push({ kind: "text", subhead: address, blocks: [] });
      else {
        if (segments.at(-1).kind !== "text") segments.push({ kind: "text", subhead: "", blocks: [] });
        segments.at(-1).blocks.push(block);
      }
    }
    const filled = segments.filter((one, index) => index || one.subhead || one.blocks.length);
    return { segments: filled, used, start: start !== null, offers: { sections: divided ? 0 : heads.marks.size, embeds: choice.embeds ? 0 : embeds } };
  }

  // Blocks as a section's text may hold them.
  function html(blocks) {
    return blocks
      .filter((block) => block.localName !== "figure")
      .map((block) => {
        if (!HEADING.test(block.localName)) return block.outerHTML;
        const level = Math.min(4, Math.max(3, Number(block.localName[1])));
        return `<h${level}>${block.innerHTML}</h${level}>`;
      })
      .join("");
  }

  window.pasted = { read, readPlain, plan, html, kindOf, words };
})();
