// What the tests ask a page about itself. Each answers with a list of offenders in words, empty when all is well.
window.probes = (() => {
  const named = (element) => {
    const name = element.id ? `#${element.id}` : element.className && typeof element.className === "string" ? `.${element.className.trim().split(/\s+/).join(".")}` : "";
    const words = (element.getAttribute("aria-label") || element.innerText || "").trim().replace(/\s+/g, " ").slice(0, 40);
    return `<${element.localName}${name}>${words ? ` “${words}”` : ""}`;
  };
  const inView = (element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
  // Shown to screen readers only: one pixel, or clipped away.
  const unseen = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const style = getComputedStyle(one);
      if (style.clipPath === "inset(50%)" || (style.position === "absolute" && one.clientWidth <= 1 && one.clientHeight <= 1)) return true;
      const box = one.getBoundingClientRect();
      if (box.right <= 0 && getComputedStyle(one).position === "absolute") return true; // a skip link out of sight
      if (box.bottom <= 0 && style.position === "absolute" && scrollY === 0) return true;
      if (style.position === "fixed" && (box.bottom <= 0 || box.right <= 0)) return true;
    }
    return false;
  };
  const scrolls = (element) => {
    for (let one = element; one && one !== document.body; one = one.parentElement) {
      if (/auto|scroll/.test(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth) return true;
    }
    return false;
  };
  const texts = () => {
    const found = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const node = walk.currentNode;
      const parent = node.parentElement;
      if (!node.data.trim() || /^(script|style|noscript|option)$/.test(parent.localName) || !inView(parent) || unseen(parent)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) if (box.width > 1 && box.height > 1) found.push({ node, parent, box });
    }
    return found;
  };

  // Text beyond the edge of the page, or clipped by its own box. A headline shortened on purpose says so: line-clamp.
  function cut() {
    const wrong = new Set();
    const root = document.scrollingElement;
    if (root.scrollWidth > root.clientWidth) {
      const out = (one) => {
        const box = one.getBoundingClientRect();
        return box.width > 0 && (box.right > root.clientWidth + 0.5 || box.left < -0.5) && !scrolls(one) && !unseen(one);
      };
      const widest = [...document.body.querySelectorAll("*")].filter((one) => out(one) && ![...one.children].some(out));
      wrong.add(`the page is ${root.scrollWidth} px wide in a window of ${root.clientWidth}: ${widest.slice(0, 4).map(named).join(", ")}`);
    }
    for (const { parent, box } of texts()) {
      if ((box.right > root.clientWidth + 1 || box.left < -1) && !scrolls(parent)) wrong.add(`${named(parent)} leaves the window`);
    }
    for (const element of document.body.querySelectorAll("*")) {
      const style = getComputedStyle(element);
      const across = /hidden|clip/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
      const down = /hidden|clip/.test(style.overflowY) && element.scrollHeight > element.clientHeight + 1;
      if (!(across || down) || style.webkitLineClamp !== "none" || element.closest("svg")) continue;
      if (!element.innerText?.trim() || !inView(element) || unseen(element)) continue;
      const edge = element.getBoundingClientRect();
      const lost = texts().some(({ parent, box }) => element.contains(parent) && (box.right > edge.right + 1 || box.bottom > edge.bottom + 2 || box.left < edge.left - 1));
      if (lost) wrong.add(`${named(element)} clips its text`);
    }
    return [...wrong];
  }

  // As much of a box as the boxes around it let through.
  const letThrough = (parent, box) => {
    let { left, right, top, bottom } = box;
    for (let one = parent; one && one !== document.body; one = one.parentElement) {
      const style = getComputedStyle(one);
      if (style.overflowX === "visible" && style.overflowY === "visible") continue;
      const edge = one.getBoundingClientRect();
      if (style.overflowX !== "visible") [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
      if (style.overflowY !== "visible") [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
    }
    return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  };

  // Text printed on other text. Lines of one block may touch; what sticks to the window lies above on purpose.
  function overlaps() {
    const block = (element) => {
      let one = element;
      while (getComputedStyle(one).display.startsWith("inline") && one.parentElement) one = one.parentElement;
      return one;
    };
    const floats = (element) => {
      for (let one = element; one; one = one.parentElement) if (/fixed|sticky/.test(getComputedStyle(one).position)) return true;
      return false;
    };
    const wrong = new Set();
    const all = texts().filter(({ parent }) => !floats(parent)).map((one) => ({ ...one, block: block(one.parent), box: letThrough(one.parent, one.box) }));
    all.sort((a, b) => a.box.top - b.box.top);
    for (let i = 0; i < all.length; i++) {
      for (let j = i + 1; j < all.length && all[j].box.top < all[i].box.bottom; j++) {
        const [a, b] = [all[i], all[j]];
        if (a.block === b.block) continue;
        const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        if (across > 2 && down > 3 && down > 0.4 * Math.min(a.box.height, b.box.height)) wrong.add(`${named(a.parent)} lies on ${named(b.parent)}`);
      }
    }
    return [...wrong];
  }

  // What sticks to the window across most of it, when that takes more than this part of its height.
  function sticking(most) {
    const sticks = (element) => /fixed|sticky/.test(getComputedStyle(element).position);
    let taken = 0;
    for (const element of document.body.querySelectorAll("*")) {
      if (!sticks(element) || !inView(element) || sticks(element.parentElement)) continue;
      const box = element.getBoundingClientRect();
      if (box.width > innerWidth / 2) taken += Math.max(0, Math.min(box.bottom, innerHeight) - Math.max(box.top, 0));
    }
    return taken > most * innerHeight ? [`what sticks takes ${Math.round(taken)} of ${innerHeight} px`] : [];
  }

  const colour = (text) => {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    canvas.fillStyle = text;
    canvas.fillRect(0, 0, 1, 1);
    return canvas.getImageData(0, 0, 1, 1).data;
  };
  const light = (rgb) => {
    const [r, g, b] = [...rgb.slice(0, 3)].map((one) => (one / 255 <= 0.04045 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const rgb = colour(getComputedStyle(one).backgroundColor);
      if (rgb[3] === 255) return rgb;
    }
    return [255, 255, 255, 255];
  };
  const contrast = (a, b) => {
    const [one, other] = [light(a), light(b)];
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  };

  // Text with less contrast than that against what is painted behind it.
  function faint(least) {
    const wrong = new Set();
    for (const { parent } of texts()) {
      const ratio = contrast(colour(getComputedStyle(parent).color), behind(parent));
      if (ratio < least) wrong.add(`${named(parent)} has a contrast of ${ratio.toFixed(1)}`);
    }
    return [...wrong];
  }

  // Fields that only a background tells from the page.
  function edgeless() {
    const fields = document.querySelectorAll("input:not([type=hidden], [type=checkbox], [type=radio], [type=range]), select, textarea");
    const edged = (style) => style.borderBottomStyle !== "none" && parseFloat(style.borderBottomWidth) >= 1;
    return [...fields].filter((one) => inView(one) && !unseen(one) && !edged(getComputedStyle(one))).map((one) => `${named(one)} has no edge`);
  }

  // The outline a reader sees around what is focused: its own, of its ::after or ::before, or of a box around it.
  function ring(element) {
    const around = [];
    for (let one = element.parentElement, steps = 0; one && steps < 3; one = one.parentElement, steps++) if (one.matches(":focus-within")) around.push([one, null]);
    for (const [one, pseudo] of [[element, null], [element, "::after"], [element, "::before"], ...around]) {
      const style = getComputedStyle(one, pseudo);
      if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) continue;
      return contrast(colour(style.outlineColor), behind(one.parentElement ?? one));
    }
    return 0;
  }

  let before = null;
  let seen = new WeakSet();
  // The element that has the focus: what is wrong with it, and whether the walk is over. `start` begins a walk,
  // `back` is one from the last to the first.
  function focused(start, back) {
    const element = document.activeElement;
    if (start) [before, seen] = [null, new WeakSet()];
    if (!element || element === document.body || element === document.documentElement || seen.has(element)) return { ended: true, wrong: [] };
    seen.add(element);
    const wrong = [];
    const name = named(element);
    const onward = back ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
    if (before && !(before.compareDocumentPosition(element) & onward)) wrong.push(`${name} is on the wrong side of ${named(before)} by keyboard`);
    before = element;
    if (element.localName === "iframe") return { ended: false, wrong, name };
    let boxes = [...element.getClientRects()].filter((one) => one.width > 1 && one.height > 1);
    if (!boxes.length) boxes = [...element.children].flatMap((one) => [...one.getClientRects()]);
    const box = boxes[0];
    if (!box) wrong.push(`${name} has the focus and no size`);
    else {
      const points = [0.5, ...(box.height < innerHeight / 2 ? [0.1, 0.9] : [])].map((part) => [box.left + box.width / 2, box.top + box.height * part]);
      for (const [x, y] of points) {
        const tall = box.height >= innerHeight / 2;
        const [px, py] = [Math.min(Math.max(x, 1), innerWidth - 1), tall ? Math.min(Math.max(y, 1), innerHeight - 1) : y];
        const hit = document.elementFromPoint(px, py);
        if (!hit) {
          wrong.push(`${name} has the focus outside the window`);
          break;
        }
        const own = element.contains(hit) || hit.closest("label")?.control === element || hit.contains(element) && getComputedStyle(element).pointerEvents === "none";
        if (!own) {
          wrong.push(`${name} has the focus and is covered by ${named(hit)}`);
          break;
        }
      }
      const ratio = ring(element);
      if (!ratio) wrong.push(`${name} shows no outline of 2 px when it has the focus`);
      else if (ratio < 3) wrong.push(`${name} has an outline of contrast ${ratio.toFixed(1)}`);
    }
    return { ended: false, wrong, name };
  }

  // Whether a place somebody jumped to can be seen: nothing sticks over it.
  function arrived(id) {
    const element = document.getElementById(id);
    if (!element) return [`#${id} is nowhere`];
    const box = element.getBoundingClientRect();
    const hit = document.elementFromPoint(Math.min(box.left + 4, innerWidth - 1), Math.max(0, box.top) + 3);
    if (box.top < -1 && box.height < innerHeight) return [`#${id} is above the window by ${Math.round(-box.top)} px`];
    if (box.top > innerHeight) return [`#${id} is below the window`];
    return hit && (element.contains(hit) || hit.contains(element)) ? [] : [`#${id} is under ${hit ? named(hit) : "nothing"}`];
  }

  // Every picture that was chosen: where it stands, how wide, and how wide its file is.
  function pictures() {
    return [...document.images].filter((one) => one.checkVisibility()).map((one) => {
      const steps = [...(one.closest("picture") ?? one.parentElement).querySelectorAll("[srcset]")].flatMap((set) => [...set.srcset.matchAll(/ (\d+)w/g)].map((match) => Number(match[1])));
      const width = Number(/-(\d+)\.(?:avif|webp|jpg)$/.exec(one.currentSrc)?.[1] ?? 0);
      return { place: named(one.closest("figure, article, a, div") ?? one), rendered: one.getBoundingClientRect().width, width, smallest: Math.min(...steps) };
    });
  }

  return { named, cut, overlaps, sticking, faint, edgeless, focused, arrived, pictures };
})();
