// "What will publishing change?": asks the server about the story as it is typed, and shows which pages and feeds.
(() => {
  const form = document.querySelector("[data-story]");
  const asking = [...(form?.querySelectorAll("[data-consequences]") ?? [])];

  function line({ text, links }) {
    const made = document.createElement("dd");
    if (text) made.append(links.length ? `${text}: ` : text);
    links.forEach((one, index) => {
      if (index) made.append(", ");
      if (one.address === null) made.append(one.text); // it is not there yet
      else
        made.append(
          Object.assign(document.createElement("a"), {
            href: one.address,
            target: "_blank",
            rel: "noopener",
            textContent: one.text,
          }),
        );
    });
    return made;
  }

  function show(place, { said, groups }) {
    place.querySelector("[data-said]").textContent = said;
    const list = place.querySelector("[data-list]");
    list.hidden = !groups.length;
    list
      .querySelector("dl")
      .replaceChildren(
        ...groups.flatMap(({ title, lines }) => [
          Object.assign(document.createElement("dt"), { textContent: title }),
          ...lines.map(line),
        ]),
      );
  }

  async function ask(place) {
    form.dispatchEvent(new CustomEvent("story:collect"));
    const body = new FormData(form);
    if (place.dataset.consequences === "_withdraw") body.set("_withdraw", "1");
    place.setAttribute("aria-busy", "true");
    show(place, { said: "Looking …", groups: [] });
    try {
      const answer = await window.sending.send(form, address(), body);
      const found = answer?.ok && window.sending.isJSON(answer) ? await answer.json() : null;
      show(place, found ?? { said: answer === null ? "You have been signed out." : "This cannot be told just now.", groups: [] });
    } catch {
      show(place, { said: "The newsroom cannot be reached.", groups: [] });
    }
    place.removeAttribute("aria-busy");
  }

  // A new story has a number of its own after its first save, without the screen being loaded again.
  function address() {
    const number = location.pathname.match(/\/(\d+)\/change\/$/)?.[1];
    return form.dataset.consequencesOf + (number ? `?story=${number}` : "");
  }

  for (const place of asking) {
    place.hidden = false;
    place.querySelector("[data-ask]").addEventListener("click", () => {
      if (place.getAttribute("aria-busy") !== "true") ask(place);
    });
  }
  // What was said is no longer so once something else is typed.
  function forget() {
    for (const place of asking)
      if (place.getAttribute("aria-busy") !== "true") show(place, { said: "", groups: [] });
  }
  form?.addEventListener("input", (event) => event.target.matches("[name]") && forget());
  form?.addEventListener("change", (event) => event.target.matches("[name]") && forget());
  form?.addEventListener("story:touched", forget);
})();
