// Puts the signs of English text right: quotation marks, apostrophes, primes, dashes, ellipses, spaces, invisible signs.
// Letters and digits are never touched, nor addresses that stand in the text. `put(texts, before)` takes the texts of one
// paragraph as they lie in its elements, with what stands before them, and gives {texts, done: {quotes, dashes, dots, spaces}}.
(() => {
  const SPACE = /[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]/;
  const INVISIBLE = /[\u00ad\u200b\u2060\ufeff\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
  const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>“”]+|[\w.+-]+@[\w-]+\.[\w.]+/gi;
  const OPENS_AFTER = /[\s([{“‘–—/\u00a1\u00bf-]/; // a quotation mark after one of these begins something
  const CLIPPED = /^(?:tis|twas|twere|twill|em|til|till|cause|cos|bout|round|neath|n|ere|allo|appen)(?![\p{L}\p{N}])/iu;
  const letter = (sign) => /[\p{L}\p{N}]/u.test(sign);
  const digit = (sign) => /[0-9]/.test(sign);

  function put(texts, before = "") {
    const text = texts.join("");
    const owner = texts.flatMap((one, index) => Array(one.length).fill(index));
    const kept = new Uint8Array(text.length);
    for (const found of text.matchAll(ADDRESS)) kept.fill(1, found.index, found.index + found[0].length);
    const out = texts.map(() => "");
    const done = { quotes: 0, dashes: 0, dots: 0, spaces: 0 };
    let last = before.slice(-1); // the sign before, as written; "" at the beginning of a paragraph
    let written = before;
    let double = 0; // quotations that are open
    let single = 0;
    const write = (index, signs) => {
      out[owner[index]] += signs;
      written += signs;
      last = signs.slice(-1) || last;
    };
    // The next sign that is seen.
    const next = (index) => {
      for (let at = index + 1; at < text.length; at++) if (!INVISIBLE.test(text[at])) return text[at];
      return "";
    };
    const opens = () => last === "" || OPENS_AFTER.test(last);
    const marksAfter = (index) => text.slice(index + 1).split('"').length - 1;

    for (let at = 0; at < text.length; at++) {
      const sign = text[at];
      if (kept[at] && !INVISIBLE.test(sign)) {
        write(at, sign);
      } else if (INVISIBLE.test(sign)) {
        done.spaces++;
      } else if (SPACE.test(sign)) {
        if (sign !== " ") done.spaces++;
        if (last === " ") {
          if (sign === " ") done.spaces++;
        } else write(at, " ");
      } else if (sign === '"') {
        done.quotes++;
        const inches = digit(last) && (/[0-9]+[′'’]\s?[0-9]+$/.test(written) || !double || marksAfter(at) % 2 === 1);
        if (inches) write(at, "″");
        else if (opens() && !(double && (next(at) === "" || SPACE.test(next(at))))) {
          double++;
          write(at, "“");
        } else {
          double = Math.max(0, double - 1);
          write(at, "”");
        }
      } else if (sign === "'" || sign === "´" || (sign === "‘" && opens())) {
        const rest = text.slice(at + 1).replace(new RegExp(INVISIBLE.source, "g"), "");
        let put;
        if (sign !== "‘" && digit(last) && !letter(rest[0] ?? "") && !single) put = "′";
        else if (sign !== "‘" && /[0-9]$/.test(last) && digit(rest[0] ?? "")) put = "′";
        else if (!opens()) {
          put = "’";
          if (single && !letter(rest[0] ?? "")) single--;
        } else if (/^\d\ds?(?!\d)/.test(rest) || CLIPPED.test(rest)) put = "’";
        else if (rest === "" || SPACE.test(rest[0])) put = "’";
        else {
          put = "‘";
          single++;
        }
        if (put !== sign) done.quotes++;
        write(at, put);
      } else if (sign === "“") {
        double++;
        write(at, sign);
      } else if (sign === "”") {
        double = Math.max(0, double - 1);
        write(at, sign);
      } else if (sign === "." && /^(?:\.\.\.(?!\.)|\. \. \.)/.test(text.slice(at, at + 6)) && last !== ".") {
        const length = text[at + 1] === "." ? 3 : 5;
        done.dots++;
        write(at, "…");
        at += length - 1;
      } else if (sign === "-") {
        const run = /^-+/.exec(text.slice(at))[0].length;
        const after = text[at + run] ?? "";
        const between = SPACE.test(last) && SPACE.test(after) && written.trim();
        if (run <= 3 && between) {
          done.dashes++;
          write(at, run === 3 ? "—" : "–");
        } else if ((run === 2 || run === 3) && letter(last) && letter(after)) {
          done.dashes++;
          write(at, run === 3 ? "—" : " – ");
        } else write(at, "-".repeat(run));
        at += run - 1;
      } else write(at, sign);
    }
    return { texts: out, done };
  }

  const BLOCKS = "p, h1, h2, h3, h4, h5, h6, li, blockquote, figcaption";

  // The same for everything in an element, paragraph by paragraph.
  function within(root, before = "") {
    const done = { quotes: 0, dashes: 0, dots: 0, spaces: 0 };
    const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    const runs = [];
    let block = null;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType === Node.ELEMENT_NODE) {
        if (node.localName === "br") block = null;
        continue;
      }
      const here = node.parentElement.closest(BLOCKS) ?? root;
      if (here !== block) runs.push([]);
      block = here;
      runs.at(-1).push(node);
    }
    runs.forEach((nodes, index) => {
      const result = put(
        nodes.map((node) => node.data),
        index ? "" : before,
      );
      nodes.forEach((node, place) => {
        node.data = result.texts[place];
      });
      for (const name of Object.keys(done)) done[name] += result.done[name];
    });
    return done;
  }

  window.typography = { put, within };
})();
