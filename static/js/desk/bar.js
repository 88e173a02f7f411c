// The desk's bar at the foot of public pages, for who signed in; relative-time.js looks who did.
const SIZE = "--desk-bar";
const CLOSED = "desk-bar-closed"; // for this tab
const LOOK = `
:host { display: block; position: fixed; inset: auto 0 0; z-index: 60; }
section {
  display: flex; align-items: center; gap: .25rem .5rem; box-sizing: border-box;
  padding: .375rem max(.5rem, env(safe-area-inset-right)) calc(.375rem + env(safe-area-inset-bottom))
    max(1rem, env(safe-area-inset-left));
  font: 500 .875rem/1.25 var(--sans);
  color: #f3eef4; background: light-dark(#1d1a22, #2d2732); border-top: 1px solid light-dark(#1d1a22, #57505c);
}
p { flex: 1 1 6rem; min-width: 0; margin: 0; color: #cfc9d8; overflow-wrap: anywhere; }
a, button {
  flex: none; display: flex; align-items: center; justify-content: center; min-height: 2.5rem; box-sizing: border-box;
  padding: .25rem .75rem; border: 1px solid transparent; border-radius: 4px; background: none; color: inherit; font: inherit;
  text-decoration: none; cursor: pointer;
}
a:hover, button:hover { background: #ffffff1f; }
a:focus-visible, button:focus-visible { outline: 2px solid #fff; outline-offset: -1px; }
.edit { background: #fff; color: #1d1a22; font-weight: 600; }
.edit:hover { background: #e9e3ec; }
.edit:focus-visible { outline-color: #ff7fab; outline-offset: 1px; }
button { width: 2.5rem; padding: 0; }
svg { width: 1.125rem; height: 1.125rem; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; }
@media (forced-colors: active) { .edit { border-color: LinkText; } }
@media print { :host { display: none; } }
`;
// So that nothing at the page's end lies below it.
const ROOM = `@media screen { html { scroll-padding-bottom: var(${SIZE}); } body { padding-bottom: var(${SIZE}); } }`;

function sheet(text) {
  const made = new CSSStyleSheet();
  made.replaceSync(text);
  return made;
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function cross() {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  line.setAttribute("d", "M6 6l12 12M18 6L6 18");
  svg.append(line);
  return svg;
}

function show({ desk, edit, label, note }) {
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  const region = element("section", { ariaLabel: "Desk" }, element("p", { textContent: note ?? "" }));
  if (edit) region.append(element("a", { className: "edit", href: edit, textContent: label }));
  const close = element("button", { type: "button", ariaLabel: "Close this bar", title: "Close, in this tab" }, cross());
  region.append(element("a", { href: desk, textContent: "The desk" }), close);
  root.adoptedStyleSheets = [sheet(LOOK)];
  root.append(region);
  const room = sheet(ROOM);
  const size = new ResizeObserver(() =>
    document.documentElement.style.setProperty(SIZE, `${region.getBoundingClientRect().height}px`),
  );
  close.addEventListener("click", () => {
    sessionStorage.setItem(CLOSED, "1");
    size.disconnect();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== room);
    host.remove();
  });
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, room];
  document.body.append(host);
  size.observe(region);
}

async function ask() {
  // The desk shows previews and old versions, itself or in a frame: those are no public pages.
  if (window !== window.top || /^\/(admin|previews)\//.test(location.pathname) || sessionStorage.getItem(CLOSED)) return;
  const answer = await fetch(`/admin/bar/?path=${encodeURIComponent(decodeURI(location.pathname))}`, { cache: "no-store" });
  if (answer.ok) show(await answer.json()); // who is not signed in any more has no flag either, now
}

ask().catch(() => {}); // a page without its bar is still a page
