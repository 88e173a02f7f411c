// Pictures that come as files: into the library, then into the story, with what is still to be said about them asked for in
// place. Several at once are spread over the story: the first leads, the others go to the sections in order.
(() => {
  const form = document.querySelector("[data-story]");
  const sections = window.storySections;
  if (!form || !sections) return;
  const { live, place, show, lead, touched, label, element } = sections;
  const LIBRARY = "/admin/articles/imageasset/chooser/";
  const token = () => form.elements.csrfmiddlewaretoken.value;
  const plural = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;

  async function read(answer) {
    const json = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : {};
    if (answer.ok && json.id) return json;
    throw new Error(json.error ?? (answer.status === 413 ? "This file is too large." : answer.redirected || answer.status === 403 ? "You are signed out, or may not upload pictures." : "The upload failed."));
  }
  const post = (address, body) =>
    fetch(address, { method: "POST", body, headers: { "X-CSRFToken": token(), "X-Requested-With": "newsroom" } });
  async function upload(file) {
    const body = new FormData();
    body.append("file", file);
    return read(await post(`${LIBRARY}upload/`, body));
  }

  // -- what a picture still lacks --------------------------------------------------------------------------
  function askCredit(use, picture) {
    use.querySelector("[data-credit-asked]")?.remove();
    if (picture.credit || !picture.editable) return;
    const asked = element(
      `<p class="credit-asked" data-credit-asked><label><span>Needs a credit</span> <input type="text" maxlength="150" placeholder="Jo Park/Agency"></label> <span role="status"></span></p>`,
    );
    const input = asked.querySelector("input");
    const said = asked.querySelector("[role=status]");
    const keep = async () => {
      const credit = input.value.trim();
      if (!credit || credit === input.dataset.kept) return;
      input.dataset.kept = credit;
      try {
        const now = await read(await post(`${LIBRARY}${picture.id}/`, new URLSearchParams({ credit })));
        for (const each of form.querySelectorAll("[data-use]"))
          if (each.querySelector("[name$='-asset']").value === String(picture.id)) {
            each.querySelector("[data-credit]").textContent = `© ${now.credit}`;
            each.classList.remove("lacks-credit");
          }
        said.textContent = "Kept in the library.";
      } catch (error) {
        delete input.dataset.kept;
        said.textContent = error.message;
      }
    };
    input.addEventListener("change", keep);
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      keep();
      const waiting = [...form.querySelectorAll("[data-use]:not([data-gone]) [data-credit-asked] input")].filter((one) => !one.value.trim());
      (waiting.find((one) => input.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) ?? waiting[0])?.focus();
    });
    use.classList.add("lacks-credit");
    use.querySelector(".use-fields").append(asked);
  }
  function dress(use, picture, caption) {
    const field = use.querySelector("[name$='-caption']");
    if (!field.value) field.value = (caption || picture.source_caption || "").slice(0, 500);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    askCredit(use, picture);
    return use;
  }
  const put = (part, picture, caption = "") => dress(place(part, picture), picture, caption);
  function putLead(picture, caption = "") {
    const use = lead.querySelector("[data-use]");
    lead.querySelector("[data-lead-add]").hidden = true;
    show(use, picture);
    return dress(use, picture, caption);
  }
  function focusFirst(uses) {
    const field = uses.map((use) => use.querySelector("[data-credit-asked] input")).find(Boolean);
    field?.focus({ preventScroll: true });
    field?.scrollIntoView({ block: "center" }); // clear of the bar at the foot
  }

  // A picture in another section: its row is made there, the old one stays marked as removed.
  function carry(use, part) {
    const made = place(part, { id: use.querySelector("[name$='-asset']").value });
    for (const name of ["caption", "alt_text", "decorative"]) {
      const [from, to] = [use, made].map((row) => row.querySelector(`[name$='-${name}']`));
      name === "decorative" ? (to.checked = from.checked) : (to.value = from.value);
      if (to.tagName === "TEXTAREA") to.dispatchEvent(new Event("input", { bubbles: true }));
    }
    const [from, to] = [use, made].map((row) => row.querySelector("img"));
    to.src = from.src;
    made.querySelector("[data-credit]").textContent = use.querySelector("[data-credit]").textContent;
    const asked = use.querySelector("[data-credit-asked]");
    if (asked) {
      made.classList.add("lacks-credit");
      made.querySelector(".use-fields").append(asked);
    }
    window.undoing.mark(use, true);
    label();
    return made;
  }
  form.addEventListener("story:carry", (event) => {
    const use = event.target;
    const all = live().filter((part) => part.dataset.kind === "text");
    const part = all[all.indexOf(use.closest("[data-part]")) + event.detail];
    if (!part) return;
    window.undoing.deed(() => {
      const made = carry(use, part);
      if (event.detail > 0) made.parentElement.querySelector(":scope > [data-use]")?.before(made);
      made.querySelector(event.detail < 0 ? "[data-use-up]" : "[data-use-down]").focus();
      return `Picture moved to section ${live().indexOf(part) + 1}.`;
    });
  });

  // A picture is dragged by its thumbnail, within its section or into another. A finger scrolls there, and has ↑ and ↓.
  sections.parts.addEventListener("dragstart", (event) => event.target.closest(".use-thumb") && event.preventDefault());
  sections.parts.addEventListener("pointerdown", (event) => {
    const use = event.target.closest(".use-thumb")?.closest("[data-use]");
    if (!use || event.button || event.pointerType === "touch") return;
    let over = null;
    const from = event;
    const under = (moved) => {
      const seen = document.elementFromPoint(moved.clientX, moved.clientY);
      const part = seen?.closest("[data-part][data-kind=text]");
      return part && { part, use: seen.closest("[data-use]") };
    };
    const clear = () => {
      for (const one of form.querySelectorAll(".takes-drop")) one.classList.remove("takes-drop");
    };
    const follow = (moved) => {
      if (!over && Math.hypot(moved.clientX - from.clientX, moved.clientY - from.clientY) < 6) return;
      clear();
      over = under(moved) ?? {};
      (over.use ?? over.part)?.classList.add("takes-drop");
      if (moved.clientY < 120 || moved.clientY > innerHeight - 60) window.scrollBy(0, moved.clientY < 120 ? -16 : 16);
    };
    const drop = () => {
      document.removeEventListener("pointermove", follow);
      clear();
      if (!over?.part || over.use === use) return;
      window.undoing.deed(() => {
        const own = over.part === use.closest("[data-part]");
        const moved = own ? use : carry(use, over.part);
        if (over.use) {
          const after = own && over.use.compareDocumentPosition(use) & Node.DOCUMENT_POSITION_PRECEDING;
          after ? over.use.after(moved) : over.use.before(moved);
        }
        return own ? "Picture moved." : `Picture moved to section ${live().indexOf(over.part) + 1}.`;
      });
    };
    document.addEventListener("pointermove", follow);
    document.addEventListener("pointerup", drop, { once: true });
  });

  // Enter in an alternative text goes on to the next picture that has none.
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || !event.target.matches?.("[name$='-alt_text']")) return;
    const all = [...form.querySelectorAll("[data-use]:not([data-gone], [data-empty]) [name$='-alt_text']")];
    const rest = all.slice(all.indexOf(event.target) + 1);
    (rest.find((one) => !one.value) ?? rest[0])?.focus();
  });

  // -- several at once -------------------------------------------------------------------------------------
  // Where the pictures go: the lead if there is none, then every text section without one, what is left to the last.
  function places(count) {
    const free = live().filter((part) => part.dataset.kind === "text" && !part.querySelector("[data-use]:not([data-gone])"));
    const last = live().filter((part) => part.dataset.kind === "text").at(-1);
    const open = [...("empty" in lead.querySelector("[data-use]").dataset ? [lead] : []), ...free];
    return Array.from({ length: count }, (_, index) => open[index] ?? last);
  }
  async function spread(files, into = null) {
    files = [...files].filter((file) => file.type.startsWith("image/"));
    if (!files.length) return;
    sections.say(`Uploading ${plural(files.length, "picture")} …`);
    form.classList.add("is-uploading");
    const pictures = [];
    const refused = [];
    for (const file of files) {
      try {
        pictures.push(await upload(file)); // one after the other, so that their order is the order they are seen in
      } catch (error) {
        refused.push(`${file.name || "A picture"} was not taken: ${error.message}`);
      }
    }
    form.classList.remove("is-uploading");
    window.undoing.deed(() => {
      const wanted = into ? pictures.map(() => into) : places(pictures.length);
      const uses = pictures.map((picture, index) => {
        const target = wanted[index] ?? sections.add("text", null, {}, true);
        return target === lead && "empty" in lead.querySelector("[data-use]").dataset ? putLead(picture) : put(target === lead ? live()[0] : target, picture);
      });
      focusFirst(uses);
      return [pictures.length ? `${plural(pictures.length, "picture")} placed.` : "", ...refused].filter(Boolean).join(" ");
    });
  }
  form.addEventListener("change", (event) => {
    if (!event.target.matches("[data-several]")) return;
    const files = [...event.target.files];
    event.target.value = "";
    spread(files);
  });

  // Dropped on a section they go into it, dropped elsewhere on the page that is written they are spread.
  const holdsFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  const surface = form.querySelector(".surface");
  const target = (event) => event.target.closest("[data-part][data-kind=text]");
  for (const kind of ["dragenter", "dragover"])
    surface.addEventListener(
      kind,
      (event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        for (const one of surface.querySelectorAll(".takes-drop")) one.classList.remove("takes-drop");
        (target(event) ?? lead).classList.add("takes-drop");
      },
      true,
    );
  for (const kind of ["dragleave", "drop"])
    surface.addEventListener(
      kind,
      (event) => {
        for (const one of surface.querySelectorAll(".takes-drop")) one.classList.remove("takes-drop");
        if (kind !== "drop" || !holdsFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        spread(event.dataTransfer.files, target(event));
      },
      true,
    );

  window.severalPictures = { upload, put, carry, focusFirst, spread };
})();
