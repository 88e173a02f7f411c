// How far an issue's sending is, asked again while it goes on. Without script the page says it as of when it was loaded.
(() => {
  const box = document.querySelector("[data-progress]");
  if (!box || !["sending", "paused"].includes(box.dataset.at)) return;
  const PAUSE = 1500; // milliseconds
  const said = box.querySelector("[data-progress-said]");
  async function ask() {
    try {
      const answer = await fetch(box.dataset.progress, { headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(answer.status);
      const far = await answer.json();
      said.textContent = "";
      box.querySelector("progress").value = far.done;
      box.querySelector("[data-done]").textContent = far.done;
      for (const row of box.querySelectorAll("[data-count]")) {
        const number = far.counts[row.dataset.count];
        row.lastElementChild.textContent = number;
        row.hidden = !number;
      }
      if (far.state !== box.dataset.at) return location.reload(); // other buttons, and when it was done
    } catch {
      said.textContent = "The newsroom is out of reach: these are the last figures.";
    }
    setTimeout(ask, PAUSE);
  }
  setTimeout(ask, PAUSE);
})();
