// Planning: what is chosen beside the story is kept at once, without saving the story. The fields have no names, so that
// they are no part of its form.
(() => {
  const form = document.querySelector("[data-story]");
  const card = form?.querySelector("[data-plan]");
  const fields = card?.querySelector("[data-plan-fields]");
  if (!fields || !window.sending) return;
  const all = [...card.querySelectorAll("[data-plan-field]")];
  const said = card.querySelector("[data-plan-said]");
  const trouble = card.querySelector("[data-plan-trouble]");
  const later = card.querySelector("[data-plan-later]");
  // A story has an address here as soon as it was saved once.
  const place = () => location.pathname.match(/^(.*\/\d+\/)change\/$/)?.[1];
  let sent = flat();
  let timer = 0;
  let turn = Promise.resolve();

  function flat() {
    return JSON.stringify(all.map((field) => field.value));
  }
  function look() {
    const there = Boolean(place());
    fields.hidden = !there;
    later.hidden = there;
  }
  function contents() {
    const body = new FormData();
    body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    for (const field of all) body.set(field.dataset.planField, field.value);
    return body;
  }
  async function keep() {
    clearTimeout(timer);
    const now = flat();
    if (now === sent || !place()) return;
    const body = contents();
    said.textContent = "Saving …";
    let wrong = "";
    try {
      const answer = await window.sending.send(form, `${place()}plan/`, body);
      if (answer === null) {
        if (await window.signIn?.(form)) return keep();
        wrong = "Not kept: you are signed out.";
      } else if (!window.sending.isJSON(answer)) wrong = window.sending.refusal(answer);
      else {
        const told = await answer.json();
        wrong = told.error ?? "";
        if (!wrong) {
          sent = now;
          said.textContent = told.said ? `${told.said}. Kept.` : "Kept: nothing is planned.";
        }
      }
    } catch {
      wrong = "Not kept: the newsroom cannot be reached. It is tried again when you change something.";
    }
    trouble.textContent = wrong;
    trouble.hidden = !wrong;
    if (wrong) said.textContent = "";
  }
  const soon = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(() => (turn = turn.then(keep, keep)), wait);
  };
  for (const field of all) {
    field.addEventListener("change", () => soon(0));
    if (field.matches("textarea")) field.addEventListener("input", () => soon(1500));
  }
  window.addEventListener("pagehide", () => {
    if (flat() === sent || !place()) return;
    const headers = { "X-Requested-With": "newsroom" };
    fetch(`${place()}plan/`, { method: "POST", headers, body: contents(), keepalive: true }).catch(() => {});
  });
  // The first autosave gives a new story its address.
  const state = form.querySelector("[data-state]");
  new MutationObserver(look).observe(state, { childList: true, characterData: true, subtree: true });
  look();

  // The menu of moves closes when somebody goes elsewhere.
  const moves = form.querySelector(".story-moves");
  document.addEventListener("click", (event) => {
    if (moves?.open && !moves.contains(event.target)) moves.open = false;
  });
  moves?.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !moves.open) return;
    moves.open = false;
    moves.querySelector("summary").focus();
  });
})();
