// Who else has the story open, at the bar and at the section they are in. A sign of life goes out every ten seconds while
// the page is seen, and soon after going to another section. presence.newer is called with the newest save's number.
(() => {
  const form = document.querySelector("[data-story]");
  const line = form?.querySelector("[data-here]");
  if (!line) return;
  const EVERY = 10_000;
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const tab = hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-"); // randomUUID would need https
  let section = "",
    shown = "",
    people = [],
    timer = 0;

  const key = (part) => part?.querySelector(":scope > input[name$='-key']")?.value ?? "";
  const part = (wanted) =>
    wanted ? [...form.querySelectorAll("[data-part]:not([data-gone])")].find((one) => key(one) === wanted) : null;
  function named(one) {
    const subhead = one.querySelector("input.subhead").value.trim();
    if (subhead) return `“${subhead}”`;
    const number = [...form.querySelectorAll("[data-part]:not([data-gone])")].indexOf(one) + 1;
    return number === 1 ? "the opening" : `section ${number}`;
  }
  function doing({ name, section: where, writing }) {
    const there = part(where);
    return there && writing ? `${name} is writing in ${named(there)}` : `${name} is here`;
  }
  function chip({ initials, name }) {
    const made = document.createElement("span");
    made.className = "here-chip";
    made.textContent = initials;
    made.title = name;
    made.setAttribute("aria-hidden", "true");
    return made;
  }
  function show(found) {
    people = found ?? [];
    const said = people.map(doing);
    if (said.join() + people.map((one) => one.section).join() === shown) return;
    shown = said.join() + people.map((one) => one.section).join();
    const text = document.createElement("span");
    text.className = "here-text";
    text.textContent = said.length > 1 ? `${said[0]}, and ${said.length - 1} more` : (said[0] ?? "");
    line.replaceChildren(...people.slice(0, 4).map(chip), text);
    line.title = said.join("\n");
    line.hidden = !people.length;
    for (const one of form.querySelectorAll("[data-part-here]")) one.remove();
    for (const person of people) {
      const there = part(person.section);
      if (!there) continue;
      const mark = document.createElement("span");
      mark.dataset.partHere = "";
      mark.className = "part-here";
      mark.textContent = person.name;
      mark.prepend(chip(person));
      there.querySelector("[data-part-name]").after(mark);
    }
  }

  async function beat() {
    clearTimeout(timer);
    timer = setTimeout(beat, EVERY);
    if (document.hidden || !presence.address) return;
    const body = new FormData();
    body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    body.set("tab", tab);
    body.set("section", section);
    try {
      const answer = await fetch(presence.address, {
        method: "POST",
        headers: { "X-Requested-With": "newsroom" },
        body,
        signal: AbortSignal.timeout(EVERY),
      });
      if (!answer.ok || !window.sending.isJSON(answer)) return show([]);
      const told = await answer.json();
      show(told.here);
      presence.newer?.(told.base);
      presence.comments = told.comments;
      presence.commented?.(told.comments);
    } catch {
      show([]); // nobody can be seen from here now
    }
  }
  form.addEventListener("focusin", (event) => {
    const now = key(event.target.closest("[data-part]"));
    if (now === section) return;
    section = now;
    clearTimeout(timer);
    timer = setTimeout(beat, 300);
  });
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) beat();
  });

  const { stories, article } = form.dataset;
  const presence = {
    tab,
    show,
    newer: null,
    commented: null, // called with a text that is another whenever a comment came, went or changed
    comments: null,
    address: article ? `${stories}${article}/here/` : "",
    section: () => section,
    people: () => people,
  };
  window.presence = presence;
  beat();
})();
