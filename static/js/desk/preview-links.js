// Preview links for outsiders: made, listed and revoked at the side of the story, without saving anything.
// The fields have no names: they are no part of the story's form.
(() => {
  const form = document.querySelector("[data-story]");
  const card = form?.querySelector("[data-preview-links]");
  if (!card) return;
  const find = (name) => card.querySelector(`[data-link${name}]`);
  const list = find("s-list");
  const trouble = find("-trouble");
  const fresh = find("-new");
  // A story has an address here as soon as it was saved once.
  const place = () => location.pathname.match(/^(.*\/\d+\/)change\/$/)?.[1];

  function wrong(text) {
    trouble.textContent = text;
    trouble.hidden = !text;
  }
  function say(text) {
    find("-said").textContent = text;
  }
  function show(links) {
    list.replaceChildren(
      ...links.map((link) => {
        const line = document.createElement("li");
        line.className = link.works ? "" : "is-over";
        const name = document.createElement("strong");
        name.textContent = link.name;
        const facts = document.createElement("small");
        facts.textContent = `Shows ${link.shows}, ${link.ends}; ${link.opened}. Made ${link.made}.`;
        line.append(name, facts);
        if (link.works) {
          const button = document.createElement("button");
          button.type = "button";
          button.className = "tool";
          button.textContent = "Revoke";
          button.setAttribute("aria-label", `Revoke the link for ${link.name}`);
          button.addEventListener("click", () => revoke(link, button));
          line.append(button);
        }
        return line;
      }),
    );
    list.hidden = !links.length;
  }
  // Gives what the server said, or null after saying what went wrong.
  async function ask(address, fields) {
    wrong("");
    const body = new FormData();
    body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    try {
      const answer = await window.sending.send(form, address, body);
      if (!answer) wrong("You have been signed out. Sign in again in another tab, then try again.");
      else if (!window.sending.isJSON(answer)) wrong(window.sending.refusal(answer));
      else {
        const told = await answer.json();
        if (!told.error) return told;
        wrong(told.error);
      }
    } catch {
      wrong("The newsroom cannot be reached. Try again when the connection is back.");
    }
    return null;
  }
  async function make(button) {
    if (button.getAttribute("aria-busy") === "true") return;
    if (!place()) {
      wrong("Save the story first: a link shows what is saved.");
      return;
    }
    const fields = {};
    for (const field of card.querySelectorAll("[data-link-field]")) fields[field.dataset.linkField] = field.value;
    button.setAttribute("aria-busy", "true");
    const told = await ask(`${place()}links/`, fields);
    button.removeAttribute("aria-busy");
    if (!told) return;
    show(told.links);
    find("-address").value = told.address;
    fresh.hidden = false;
    find("-make").open = false;
    find("-field=link_name").value = "";
    find("-copy").textContent = "Copy";
    find("-address").focus();
    find("-address").select();
    say("The link is made.");
  }
  async function revoke(link, button) {
    const told = await ask(`${place()}links/${link.id}/revoke/`, {});
    if (!told) return;
    show(told.links);
    fresh.hidden = true;
    say(`The link for ${link.name} opens nothing any more.`);
    (list.querySelector("button") ?? find("-make").querySelector("summary")).focus();
  }
  async function copy() {
    const field = find("-address");
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      document.execCommand("copy"); // the clipboard's own way needs https
    }
    find("-copy").textContent = "Copied";
  }

  card.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.hasAttribute("data-link-do")) make(button);
    else if (button?.hasAttribute("data-link-copy")) copy();
  });
  card.addEventListener("change", (event) => {
    if (event.target.dataset.linkField === "link_until")
      find("-day").hidden = event.target.value !== "date";
  });
  card.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches("input[data-link-field]")) return;
    event.preventDefault();
    make(find("-do"));
  });

  card.hidden = false;
  if (place())
    fetch(`${place()}links/`, { headers: { Accept: "application/json" } })
      .then((answer) => (answer.ok && window.sending.isJSON(answer) ? answer.json() : { links: [] }))
      .then((told) => show(told.links))
      .catch(() => wrong("The links cannot be listed: the newsroom cannot be reached."));
})();
