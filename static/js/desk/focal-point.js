// The focal point of a picture: click, drag or arrow keys move a mark; the number fields and the cuts follow.
"use strict";
(() => {
  const RATIOS = { wide: 16 / 9, square: 1, social: 1200 / 630 }; // articles/renditions.py has the same

  function start(box) {
    const fields = { x: document.getElementById("id_focal_x"), y: document.getElementById("id_focal_y") };
    if (!fields.x || !fields.y) return;
    const frame = box.querySelector("[data-focal-frame]");
    const ratio = box.dataset.width / box.dataset.height;
    const mark = document.createElement("button");
    mark.type = "button";
    mark.className = "focal-mark";
    mark.setAttribute("aria-describedby", "focal-help");
    frame.append(mark);
    document.getElementById("focal-help").hidden = false;

    const within = (value) => Math.min(1, Math.max(0, Number.isFinite(value) ? value : 0.5));
    const point = () => ({ x: within(parseFloat(fields.x.value)), y: within(parseFloat(fields.y.value)) });

    function show() {
      const { x, y } = point();
      mark.style.left = `${x * 100}%`;
      mark.style.top = `${y * 100}%`;
      mark.setAttribute("aria-label", `Focal point: ${Math.round(x * 100)} % from the left, ${Math.round(y * 100)} % from the top`);
      for (const cut of box.querySelectorAll("[data-cut]")) {
        const shape = RATIOS[cut.dataset.cut];
        const [wide, tall] = ratio < shape ? [1, ratio / shape] : [shape / ratio, 1]; // shares of the picture
        const place = (at, share) => (share < 1 ? (within((at - share / 2) / (1 - share)) * 100).toFixed(2) : 50);
        cut.querySelector("img").style.objectPosition = `${place(x, wide)}% ${place(y, tall)}%`;
      }
    }
    function move(x, y) {
      fields.x.value = within(x).toFixed(3);
      fields.y.value = within(y).toFixed(3);
      fields.x.dispatchEvent(new Event("change", { bubbles: true }));
      show();
    }
    function follow(event) {
      const area = frame.getBoundingClientRect();
      move((event.clientX - area.left) / area.width, (event.clientY - area.top) / area.height);
    }
    frame.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      event.preventDefault();
      frame.setPointerCapture(event.pointerId);
      mark.focus({ preventScroll: true });
      follow(event);
    });
    frame.addEventListener("pointermove", (event) => {
      if (frame.hasPointerCapture(event.pointerId)) follow(event);
    });
    mark.addEventListener("keydown", (event) => {
      const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
      if (!steps) return;
      event.preventDefault();
      const { x, y } = point();
      const far = event.shiftKey ? 0.1 : 0.01;
      move(x + steps[0] * far, y + steps[1] * far);
    });
    for (const field of Object.values(fields)) field.addEventListener("input", show);
    show();
  }

  document.addEventListener("DOMContentLoaded", () => document.querySelectorAll("[data-focal-point]").forEach(start));
})();
