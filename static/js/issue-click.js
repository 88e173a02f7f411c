// Who comes from an issue of a newsletter brings its number behind a #, the same for everybody who got it. It is counted
// once, with the story it led to, and taken out of the address, so that nobody passes it on. relative-time.js looks for it.
const MARK = /^#issue-(\d+)$/;

function count() {
  if (document.visibilityState !== "visible") return;
  document.removeEventListener("visibilitychange", count);
  const issue = MARK.exec(location.hash)?.[1];
  if (!issue) return;
  history.replaceState(history.state, "", location.pathname + location.search);
  if (/(^|; )(__Host-)?desk=/.test(document.cookie)) return;
  const story = /^\/[^/]+\/(\d+)\/[^/]+\/$/.exec(location.pathname)?.[1] ?? 0; // 0: another page of ours
  const address = `/newsletter/issues/${issue}/clicks/${story}/`;
  fetch(address, { method: "POST", keepalive: true, credentials: "omit" }).catch(() => {});
}

document.addEventListener("visibilitychange", count);
count();
