// Topics and bylines: type a name, choose with arrows and Enter. A topic nobody has yet can be made in place.
(() => {
  const form = document.querySelector("[data-story]");
  if (!form) return;
  const touched = () => form.dispatchEvent(new CustomEvent("story:touched"));
  const token = () => form.elements.csrfmiddlewaretoken.value;
  const kinds = {
    person: "person",
    work: "film, series, song or book",
    event: "event",
    organisation: "organisation",
    place: "place",
  };

  // One combobox: `ask(query)` gives [{name, detail, …}], `take(choice)` is called with the one that was chosen.
  function combobox(box, ask, take) {
    const input = box.querySelector("[data-find]");
    const list = box.querySelector("[role=listbox]");
    let choices = [],
      at = -1,
      asked = 0,
      timer,
      answered = null;
    const close = () => {
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
      at = -1;
    };
    const mark = (index) => {
      at = (index + choices.length) % choices.length;
      [...list.children].forEach((one, i) => one.setAttribute("aria-selected", String(i === at)));
      input.setAttribute("aria-activedescendant", list.children[at].id);
      list.children[at].scrollIntoView({ block: "nearest" });
    };
    const choose = async (index) => {
      const choice = choices[index];
      input.value = "";
      answered = null;
      close();
      await take(choice);
    };
    async function open() {
      const mine = ++asked;
      const query = input.value; // what is typed may change while the answer is on its way
      const found = await ask(query.trim());
      if (mine !== asked || document.activeElement !== input) return;
      choices = found;
      answered = query;
      list.replaceChildren(
        ...found.map((one, index) => {
          const item = document.createElement("li");
          item.id = `${list.id}-${index}`;
          item.setAttribute("role", "option");
          item.append(one.name, " ");
          const detail = document.createElement("small");
          detail.textContent = one.detail ?? "";
          item.append(detail);
          item.addEventListener("pointerdown", (event) => {
            event.preventDefault();
            choose(index);
          });
          return item;
        }),
      );
      list.hidden = !found.length;
      input.setAttribute("aria-expanded", String(!!found.length));
      if (found.length) mark(0);
    }
    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(open, 120);
    });
    input.addEventListener("focus", () => {
      if (!input.value) open();
    });
    input.addEventListener("blur", close);
    input.addEventListener("keydown", async (event) => {
      if (event.key === "Enter") {
        event.preventDefault();
        if (answered !== input.value || list.hidden) {
          clearTimeout(timer);
          await open();
        } // typed faster than found
        if (at >= 0 && !list.hidden) choose(at);
      } else if (event.key === "ArrowDown") {
        event.preventDefault();
        list.hidden ? open() : mark(at + 1);
      } else if (event.key === "ArrowUp" && !list.hidden) {
        event.preventDefault();
        mark(at - 1);
      } else if (event.key === "Escape" && !list.hidden) {
        event.stopPropagation();
        close();
      }
    });
  }
  async function find(address, query) {
    const response = await fetch(`${address}?q=${encodeURIComponent(query)}`, {
      headers: { Accept: "application/json" },
    });
    return response.ok && !response.redirected ? (await response.json()).found : [];
  }

  window.storyNames = {}; // for merging.js: topics and bylines as colleagues chose them

  // -- topics ----------------------------------------------------------------------------------------------
  const topics = form.querySelector('[data-names="topics"]');
  if (topics && !topics.closest("fieldset:disabled")) {
    const chips = topics.querySelector("[data-chips]");
    const value = topics.querySelector("input[name=topics]");
    const write = () => {
      value.value = [...chips.children].map((chip) => chip.dataset.id).join(",");
      touched();
    };
    const add = (topic) => {
      if ([...chips.children].some((chip) => chip.dataset.id === String(topic.id))) return;
      const chip = document.createElement("li");
      chip.className = "chip";
      chip.dataset.id = topic.id;
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = "×";
      button.setAttribute("aria-label", `Remove ${topic.name}`);
      chip.append(topic.name, " ", button);
      chips.append(chip);
      write();
    };
    window.storyNames.topics = (wanted) => {
      chips.replaceChildren();
      write();
      for (const topic of wanted) add(topic);
    };
    chips.addEventListener("click", (event) => {
      const chip = event.target.closest("button")?.closest(".chip");
      if (chip) {
        chip.remove();
        write();
        topics.querySelector("[data-find]").focus();
      }
    });
    combobox(
      topics,
      async (query) => {
        const found = await find(form.dataset.topics, query);
        const exact = found.some((one) => one.name.toLowerCase() === query.toLowerCase());
        const fresh =
          query.length > 1 && !exact
            ? Object.entries(kinds).map(([kind, word]) => ({
                fresh: kind,
                name: `New: “${query}”`,
                detail: word,
                query,
              }))
            : [];
        return [...found, ...fresh];
      },
      async (choice) => {
        if (!choice.fresh) return add(choice);
        const body = new URLSearchParams({ name: choice.query, kind: choice.fresh, csrfmiddlewaretoken: token() });
        const response = await fetch(form.dataset.topics, { method: "POST", body });
        if (response.ok) add(await response.json());
      },
    );
  }

  // -- bylines ---------------------------------------------------------------------------------------------
  const authors = form.querySelector('[data-names="authors"]');
  if (authors && !authors.closest("fieldset:disabled")) {
    const list = authors.querySelector("[data-bylines]");
    const shown = () => [...list.children].filter((row) => !row.hidden);
    const credit = (person) => {
      const total = form.elements["bylines-TOTAL_FORMS"];
      const holder = document.createElement("template");
      holder.innerHTML = document
        .querySelector('template[data-template="byline"]')
        .innerHTML.trim()
        .replaceAll("__prefix__", total.value);
      total.value = String(Number(total.value) + 1);
      const row = holder.content.firstElementChild;
      row.querySelector("[name$='-author']").value = person.id;
      row.querySelector("[data-name]").textContent = person.name;
      row.querySelector("[name$='-job_title']").value = person.detail ?? "";
      list.append(row);
      touched();
      return row;
    };
    combobox(authors, (query) => find(form.dataset.authors, query), credit);
    window.storyNames.bylines = (wanted) => {
      for (const row of list.querySelectorAll("[data-byline]")) row.remove();
      for (const count of ["TOTAL", "INITIAL"]) form.elements[`bylines-${count}_FORMS`].value = "0";
      for (const { author, name, role, job_title } of wanted)
        credit({ id: author, name, detail: job_title }).querySelector("[name$='-role']").value = role;
    };
    list.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      const row = button?.closest("[data-byline]");
      if (!row) return;
      if (button.hasAttribute("data-byline-remove")) {
        const mark = row.querySelector("[name$='-DELETE']");
        mark.checked = true;
        mark.value = "on";
        row.hidden = true;
        authors.querySelector("[data-find]").focus();
      } else if (button.hasAttribute("data-byline-up")) {
        const all = shown();
        all[all.indexOf(row) - 1]?.before(row);
        button.focus();
      }
      touched();
    });
    form.addEventListener("story:collect", () =>
      shown().forEach((row, index) => {
        row.querySelector("[name$='-ORDER']").value = index + 1;
      }),
    );
  }
})();
