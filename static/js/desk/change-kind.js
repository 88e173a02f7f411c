// What kind of change a live story's changes are: proposed while one types, with the reasons and the places that differ,
// and asked before they go out. Whoever has chosen is asked again only when something graver was typed since. Only spelling
// that changed asks nobody; where the newsroom does not answer, somebody does.
(() => {
  const form = document.querySelector("[data-story]");
  const place = form?.querySelector("[data-change-kind]");
  if (!place) return;
  const said = place.querySelector("[data-proposed]");
  const places = place.querySelector("[data-places]");
  const asking = place.querySelector("[data-asking]");
  const WEIGHT = { typo: 0, update: 1, clarification: 1, correction: 2 };
  const PAUSE = 900,
    PATIENCE = 5_000; // with the newsroom, before a person is asked
  let timer,
    round = 0, // so many times something was typed
    proposed = null, // for what is typed now; null: not known
    chosen = Boolean(place.querySelector("[data-chosen]")), // by a person
    answered = "", // the reasons for which a person has been asked, or has chosen
    passing = false;

  const kinds = () => [...place.querySelectorAll("[name=change]")];
  const checked = () => kinds().find((one) => one.checked)?.value;
  const key = () => (proposed ? `${proposed.kind}\n${proposed.reasons.join("\n")}` : "");
  const made = (name, text) => Object.assign(document.createElement(name), { textContent: text });

  async function propose() {
    clearTimeout(timer);
    const mine = round;
    let found = null;
    try {
      form.dispatchEvent(new CustomEvent("story:collect"));
      const answer = await window.sending.send(form, place.dataset.changeKind, new FormData(form), {
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (answer?.ok && window.sending.isJSON(answer)) found = await answer.json();
    } catch {
      // Without an answer nothing is proposed: the editor chooses.
    }
    if (mine !== round) return null;
    proposed = found;
    if (found) show();
    return found;
  }

  function show() {
    const { kind, reasons, places: differ } = proposed;
    if (!chosen) for (const one of kinds()) one.checked = one.value === kind;
    places.hidden = !differ.length;
    places.textContent = differ.length ? `Readers would see something else in ${differ.join(", ")}.` : "";
    said.hidden = kind === "typo";
    if (said.hidden) return said.replaceChildren();
    const list = document.createElement("ul");
    list.append(...reasons.map((text) => made("li", text)));
    said.replaceChildren(made("strong", `This looks like ${kind === "update" ? "an" : "a"} ${kind}.`), list);
  }

  function later() {
    round += 1;
    proposed = null;
    clearTimeout(timer);
    timer = setTimeout(propose, PAUSE);
  }

  form.addEventListener("input", (event) => event.target.matches("[name]") && !place.contains(event.target) && later());
  // Text that is left says so, too, and has been read already.
  const CHOICE = "select[name], input[name]:is([type=checkbox], [type=radio], [type=hidden])";
  form.addEventListener("change", (event) => event.target.matches(CHOICE) && !place.contains(event.target) && later());
  form.addEventListener("story:touched", later);
  form.addEventListener("story:fresh", later);
  place.addEventListener("change", (event) => {
    if (!event.target.matches("[name=change]")) return;
    chosen = true;
    answered = key();
    asking.hidden = true;
  });

  function ask() {
    answered = key();
    asking.hidden = false;
    // What was proposed for other words says nothing of these.
    if (!proposed) for (const one of kinds()) one.checked = false;
    place.scrollIntoView({ block: "center" });
    (kinds().find((one) => one.checked) ?? kinds()[0]).focus();
  }
  function mustAsk() {
    if (!proposed || !checked()) return !chosen;
    if (proposed.kind === "typo" || key() === answered) return false;
    return !chosen || WEIGHT[checked()] < WEIGHT[proposed.kind];
  }

  form.addEventListener(
    "submit",
    (event) => {
      if (passing || !["_publish", "_schedule"].includes(event.submitter?.name)) return;
      if (proposed && !mustAsk()) return;
      const button = event.submitter;
      event.preventDefault();
      event.stopImmediatePropagation();
      (async () => {
        if (!proposed) await propose();
        if (mustAsk()) return ask();
        passing = true;
        button.click();
        passing = false;
      })();
    },
    true,
  );
  timer = setTimeout(propose, PAUSE);
})();
