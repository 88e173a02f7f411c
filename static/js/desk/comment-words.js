// The words a comment is about: taken from a selection, found again in a text that was changed since, marked without a
// change to the text itself. Spaces count as one, signs nobody sees count for nothing, as where comments are kept.
(() => {
  const AROUND = 60;
  const BESIDE = 12; // letters next to the words that show that they are the same
  const SHARE = 0.5; // … or so much of the words around them
  const UNSEEN = /[\u200b\u2060\ufeff\u00ad]/;
  const WORD = /[\p{L}\p{N}]/u;
  const BLOCK = "p, h3, h4, li, blockquote, td, .cke_wysiwyg_div";

  // The text of an element, and where each of its letters stands.
  function textOf(root) {
    const at = [];
    let text = "",
      block = null;
    const put = (letter, node, offset) => {
      if (letter === " " && (!text || text.endsWith(" "))) return;
      text += letter;
      at.push([node, offset]);
    };
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const node = walk.currentNode;
      const own = node.parentElement.closest(BLOCK);
      if (block && own !== block) put(" ", node, 0);
      block = own;
      for (let offset = 0; offset < node.length; offset += 1) {
        const letter = node.data[offset];
        if (!UNSEEN.test(letter)) put(/\s/.test(letter) ? " " : letter, node, offset);
      }
    }
    return { text, at };
  }

  // The chosen words of a text, with some before and after; null when nothing is chosen in it.
  function spotOf(root, range) {
    const { text, at } = textOf(root);
    const inside = ([node, offset]) => range.comparePoint(node, offset) === 0 && range.comparePoint(node, offset + 1) === 0;
    let start = at.findIndex(inside);
    let end = at.findLastIndex(inside) + 1;
    if (start < 0) return null;
    while (text[start] === " ") start += 1;
    while (text[end - 1] === " ") end -= 1;
    if (start >= end) return null;
    const within = (place) => WORD.test(text[place - 1] ?? "") && WORD.test(text[place] ?? "");
    while (within(start)) start -= 1; // whole words, as somebody means who drags across them
    while (within(end)) end += 1;
    return { quote: text.slice(start, end), before: text.slice(Math.max(0, start - AROUND), start), after: text.slice(end, end + AROUND) };
  }

  function alike(one, other) {
    let count = 0;
    while (count < one.length && count < other.length && one[count] === other[count]) count += 1;
    return count;
  }
  const reversed = (text) => [...text].reverse().join("");

  // Where the words stand now: of several places the one whose surroundings are most like those kept. `score` is how much
  // of them is there.
  function find({ text }, { quote, before, after }) {
    let best = null;
    for (let start = text.indexOf(quote); quote && start >= 0; start = text.indexOf(quote, start + 1)) {
      const end = start + quote.length;
      const left = alike(reversed(text.slice(Math.max(0, start - AROUND * 2), start).trimEnd()), reversed(before.trimEnd()));
      const score = left + alike(text.slice(end, end + AROUND * 2).trimStart(), after.trimStart());
      const place = { start, end, score };
      if ((!best || score > best.score) && sameThere(text, place, { before, after })) best = place;
    }
    return best;
  }
  // Names and titles stand in many places: without what was around these, they are others.
  function sameThere(text, { start, end, score }, { before, after }) {
    const around = before.trim().length + after.trim().length;
    if (score >= Math.min(BESIDE, around)) return true;
    const wordsOf = (words) => new Set(words.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu));
    const was = wordsOf(`${before} ${after}`);
    const now = wordsOf(`${text.slice(Math.max(0, start - AROUND * 2), start)} ${text.slice(end, end + AROUND * 2)}`);
    return was.size > 0 && [...was].filter((word) => now.has(word)).length >= SHARE * was.size;
  }
  function rangeOf({ at }, { start, end }) {
    const range = document.createRange();
    range.setStart(...at[start]);
    range.setEnd(at[end - 1][0], at[end - 1][1] + 1);
    return range;
  }

  const marks = window.CSS?.highlights && window.Highlight;
  function mark(name, ranges) {
    if (!marks) return; // without it comments still lead to their words
    ranges.length ? CSS.highlights.set(name, new Highlight(...ranges)) : CSS.highlights.delete(name);
  }
  window.commentWords = { textOf, spotOf, find, rangeOf, mark };
})();
