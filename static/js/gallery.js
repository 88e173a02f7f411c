// Pictures of a gallery open in a full-screen viewer: arrows, swipe, Escape. Without script each link opens its picture.
const SWIPE = 50; // pixels

function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

const SPRITE = document.querySelector(".icon use")?.getAttribute("href").split("#")[0];

function button(label, icon, act, turned = "") {
  const made = element("button", turned);
  made.type = "button";
  made.innerHTML = `<svg class="icon" aria-hidden="true"><use href="${SPRITE}#${icon}"></use></svg>`;
  made.setAttribute("aria-label", label);
  made.addEventListener("click", act);
  return made;
}

function view(links, start) {
  let index = start;
  const onwards = getComputedStyle(document.body).direction === "rtl" ? -1 : 1; // which way the right arrow leads
  const count = element("p", "");
  count.setAttribute("role", "status");
  const stage = element("div", "viewer-stage");
  const caption = element("p", "viewer-words");
  const step = (by) => show((index + by + links.length) % links.length);
  const close = button("Close the gallery", "close", () => dialog.close());
  const dialog = element(
    "dialog",
    "viewer",
    element("div", "viewer-bar", count, close),
    stage,
    element("div", "viewer-foot", button("Previous picture", "arrow", () => step(-1), "turned"), caption, button("Next picture", "arrow", () => step(1))),
  );
  dialog.setAttribute("aria-label", "Gallery");

  function show(next) {
    index = next;
    const { href, dataset } = links[index];
    const light = Object.assign(document.createElement("source"), { type: "image/avif", srcset: dataset.viewer, sizes: "100vw" });
    const whole = Object.assign(new Image(), { alt: links[index].querySelector("img").alt, src: href });
    stage.replaceChildren(element("picture", "", light, whole)); // the page may show a cut; here it is whole
    const words = links[index].closest("figure").querySelector("figcaption");
    caption.replaceChildren(...(words ? words.cloneNode(true).childNodes : []));
    caption.querySelector(".gallery-number")?.remove(); // the bar counts already
    count.textContent = `${index + 1} of ${links.length}`;
  }

  dialog.addEventListener("keydown", (event) => {
    const by = { ArrowLeft: -onwards, ArrowRight: onwards }[event.key];
    if (by) step(by);
    else if (event.key === "Home") show(0);
    else if (event.key === "End") show(links.length - 1);
    else return;
    event.preventDefault();
  });
  let from = null;
  dialog.addEventListener("pointerdown", (event) => {
    from = event.isPrimary ? event.clientX : null;
  });
  dialog.addEventListener("pointerup", (event) => {
    const moved = from === null ? 0 : event.clientX - from;
    if (Math.abs(moved) > SWIPE) step(moved < 0 ? onwards : -onwards);
    from = null;
  });
  dialog.addEventListener("close", () => {
    dialog.remove();
    links[index].focus();
  });
  show(start);
  document.body.append(dialog);
  dialog.showModal();
  close.focus();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-viewer]");
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  const links = [...link.closest(".gallery").querySelectorAll("a[data-viewer]")];
  view(links, links.indexOf(link));
});
