// How far an issue's sending is and what comes of it, from before it begins, asked again while the page is looked at.
// Without script the page says it as of when it was loaded.
(() => {
  const box = document.querySelector("[data-progress]");
  if (!box || box.dataset.at === "cancelled") return;
  const PAUSE = ["due", "late", "sending", "paused"].includes(box.dataset.at) ? 1_500 : 15_000; // milliseconds
  const said = box.querySelector("[data-progress-said]");
  const FOREMOST = ["delivered", "clicks", "unsubscribed"]; // told of also when they are none
  const words = (number) => number.toLocaleString("en-GB");
  let asked = 0;

  function tell({ figures, clicks }) {
    for (const [key, [number, rate]] of Object.entries(figures)) {
      const place = document.querySelector(`[data-figure="${key}"]`);
      if (!place) continue;
      place.querySelector("b").textContent = words(number);
      place.querySelector("span").textContent = rate && `${rate} per 100`;
      place.hidden = !number && !FOREMOST.includes(key);
    }
    const table = document.querySelector("[data-clicks]");
    table?.replaceChildren(
      ...clicks.map((one) => {
        const row = document.createElement("tr");
        const name = Object.assign(document.createElement("th"), { scope: "row" });
        name.append(
          one.address ? Object.assign(document.createElement("a"), { href: one.address, textContent: one.headline }) : one.headline,
        );
        row.append(name);
        for (const text of [words(one.clicks), one.per_hundred]) row.insertCell().textContent = text;
        return row;
      }),
    );
  }

  async function ask() {
    try {
      const answer = await fetch(box.dataset.progress, { headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(answer.status);
      const far = await answer.json();
      said.textContent = "";
      if (far.stage !== box.dataset.at) return location.reload(); // other buttons, and when it was done
      for (const bar of box.querySelectorAll("progress")) bar.value = far.done;
      for (const number of box.querySelectorAll("[data-done]")) number.textContent = far.done;
      for (const row of box.querySelectorAll("[data-count]")) {
        const number = far.counts[row.dataset.count];
        row.lastElementChild.textContent = number;
        row.hidden = !number;
      }
      if (far.figures && !document.querySelector("[data-clicks]")?.contains(document.activeElement)) tell(far); // a link in use stays
    } catch {
      said.textContent = "The newsroom is out of reach: these are the last figures.";
    }
    again();
  }

  function again() {
    clearTimeout(asked);
    if (document.visibilityState === "visible") asked = setTimeout(ask, PAUSE);
  }
  document.addEventListener("visibilitychange", again);
  again();
})();
