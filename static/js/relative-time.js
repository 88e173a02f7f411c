// <time datetime data-relative> says "5 minutes ago" while a story is fresh, and stays true while the page is open.
// Older times, and times ahead of this device's clock, stay as they were printed.
const WEEK = 7 * 86400;
const UNITS = [["day", 86400], ["hour", 3600], ["minute", 60]];
const words = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "always" });
const printed = new Map();

function relative(seconds) {
  const [unit, size] = UNITS.find(([, size]) => seconds >= size) ?? [];
  return unit ? words.format(-Math.floor(seconds / size), unit) : "just now";
}

function refresh() {
  for (const time of document.querySelectorAll("time[data-relative]")) {
    if (!printed.has(time)) printed.set(time, time.textContent);
    const absolute = printed.get(time);
    const seconds = (Date.now() - Date.parse(time.dateTime)) / 1000;
    const fresh = seconds >= -60 && seconds < WEEK;
    const text = fresh ? relative(seconds) : absolute;
    if (time.textContent !== text) time.textContent = text;
    if (fresh) time.title = absolute;
    else time.removeAttribute("title");
  }
}

// Who signed in at the desk has a flag, and gets a bar; readers have none, and ask for nothing.
const bar = document.querySelector("script[data-desk-bar]");
if (/(^|; )(__Host-)?desk=/.test(document.cookie)) import(bar.dataset.deskBar);
if (location.hash.startsWith("#issue-")) import(bar.dataset.issueClick);

refresh();
setInterval(refresh, 20_000);
document.addEventListener("visibilitychange", refresh);
addEventListener("pageshow", refresh);
addEventListener("beforeprint", () => {
  for (const [time, absolute] of printed) time.textContent = absolute;
});
addEventListener("afterprint", refresh);
