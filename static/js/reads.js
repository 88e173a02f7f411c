// Says once, when a story has been in view for some seconds, that it was read: its number, and nothing of who read it.
// Not of who signed in at the desk, nor in the desk's frames.
const LONG_ENOUGH = 5_000; // milliseconds in view
const story = /^\/[^/]+\/(\d+)\/[^/]+\/$/.exec(location.pathname)?.[1];
let timer;

function watch() {
  clearTimeout(timer);
  if (document.visibilityState === "visible") timer = setTimeout(say, LONG_ENOUGH);
}

function say() {
  document.removeEventListener("visibilitychange", watch);
  fetch(`/reads/${story}/`, { method: "POST", keepalive: true, credentials: "omit" }).catch(() => {});
}

if (story && window === window.top && !/(^|; )(__Host-)?desk=/.test(document.cookie)) {
  document.addEventListener("visibilitychange", watch);
  watch();
}
