// The story screen as a whole: saving in place, the deeds' buttons, length guides, word count, and what keeps text safe.
(() => {
  const form = document.querySelector("[data-story]");
  if (!form) return;
  const state = form.querySelector("[data-state]");
  const errors = form.querySelector("[data-errors]");
  let changed = 0,
    saved = 0,
    busy = false;

  const collect = () => form.dispatchEvent(new CustomEvent("story:collect"));
  const plural = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;

  // -- what is seen while writing --------------------------------------------------------------------------
  function grow(area) {
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight}px`;
  }
  function guide(field) {
    const note = form.querySelector(`[data-guide-for="${field.id}"]`);
    const [low, high] = field.dataset.guide.split("-").map(Number);
    const length = [...field.value.trim()].length;
    const word = !length
      ? `aim for ${low} to ${high} characters`
      : length < low
        ? "a little short"
        : length <= high
          ? "good length"
          : length <= high * 1.3
            ? "a little long"
            : "too long for cards and search";
    note.textContent = length ? `${plural(length, "character")}, ${word}` : word;
    note.dataset.level = !length
      ? ""
      : length >= low && length <= high
        ? "good"
        : length <= high * 1.3
          ? "fair"
          : "poor";
  }
  function count() {
    const texts = [...form.querySelectorAll("[data-part]:not([data-gone])")].flatMap((part) => {
      const area = part.querySelector("[data-editor]");
      const body = document.createElement("div");
      const source = new DOMParser().parseFromString(
        (window.CKEDITOR?.instances[area.id]?.getData() ?? area.value).replace(
          /<\/(p|li|h\d|blockquote)>|<br[^>]*>/g,
          " ",
        ),
        "text/html",
      );
      return [source.body.textContent, part.querySelector("input.subhead").value];
    });
    const words = texts.join(" ").match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
    form.querySelector("[data-count]").textContent = words
      ? `${plural(words, "word")} · ${Math.max(1, Math.round(words / 230))} min`
      : "";
  }
  let counting;
  function touched() {
    changed += 1;
    if (!busy) say("Not saved yet", "open");
    clearTimeout(counting);
    counting = setTimeout(count, 300);
  }
  function say(text, level = "") {
    state.textContent = text;
    state.dataset.level = level;
  }

  form.addEventListener("input", (event) => {
    if (event.target.matches("[data-grow]")) grow(event.target);
    if (event.target.dataset.guide) guide(event.target);
    if (event.target.matches("[name]")) touched();
  });
  form.addEventListener("change", (event) => {
    if (event.target.matches("[name]")) touched();
  });
  form.addEventListener("story:touched", touched);
  form.addEventListener("story:fresh", () => {
    changed = saved = 0;
    say("Nothing written yet");
  });
  // Enter in a one-line field must not publish anything; in the headline it goes on to the next field.
  form.addEventListener("keydown", (event) => {
    if (
      event.key === "Enter" &&
      event.target.matches("input:not([type=submit]), textarea[name=headline], textarea[name=standfirst]") &&
      !event.isComposing
    )
      event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
      event.preventDefault();
      form.querySelector("[name=_save]")?.click();
    }
  });
  window.addEventListener("beforeunload", (event) => {
    if (changed !== saved) event.preventDefault();
  });

  // -- saving and the deeds --------------------------------------------------------------------------------
  const trouble = (title, lines) => window.sending.trouble(errors, title, lines);
  function settle(answer) {
    form.elements.base.value = answer.base;
    if (!location.pathname.endsWith("/change/")) {
      history.replaceState(null, "", answer.address);
      form.action = answer.address;
    }
    const badge = form.querySelector("[data-standing]");
    badge.className = `standing standing-${answer.standing[0]}`;
    badge.textContent = answer.standing[1];
    const problems = form.querySelector("[data-problems]");
    problems.hidden = !answer.problems.length;
    problems
      .querySelector("ul")
      .replaceChildren(
        ...answer.problems.map((text) => Object.assign(document.createElement("li"), { textContent: text })),
      );
    say(`Saved ${answer.saved_at}`, "saved");
  }
  async function send(button) {
    if (busy) return; // a double click is one click
    busy = true;
    collect();
    const at = changed;
    const body = new FormData(form);
    body.set(button.name, button.value);
    say(button.name === "_publish" ? "Publishing …" : "Saving …", "busy");
    form.querySelector(".story-buttons").setAttribute("aria-busy", "true");
    try {
      const response = await window.sending.send(form, form.action || location.href, body);
      if (!response || !window.sending.isJSON(response)) {
        say("Not saved", "open");
        window.sending.refused(form, errors, response);
        return;
      }
      const answer = await response.json();
      if (answer.errors) {
        say("Not saved", "open");
        if (answer.number !== undefined) form.elements.base.value = answer.number;
        trouble("Not saved. Nothing you typed is lost.", [
          ...answer.errors.map(([place, text]) => ({ place, text })),
          ...(answer.compare ? [{ text: "Compare the versions", href: answer.compare }] : []),
        ]);
        return;
      }
      errors.hidden = true;
      saved = at;
      settle(answer);
      if (answer.reload) {
        saved = changed;
        location.assign(answer.address);
      }
    } catch {
      say("Offline: not saved", "open");
      window.sending.refused(form, errors);
    } finally {
      busy = false;
      form.querySelector(".story-buttons").removeAttribute("aria-busy");
      if (changed !== saved && state.dataset.level === "saved") say("Not saved yet", "open");
    }
  }
  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (!button || button.hasAttribute("data-preview-button")) {
      collect();
      return;
    }
    event.preventDefault();
    send(button);
  });

  window.addEventListener("resize", () => {
    for (const area of form.querySelectorAll("[data-grow]")) grow(area);
  });

  for (const area of form.querySelectorAll("[data-grow]")) grow(area);
  for (const field of form.querySelectorAll("[data-guide]")) guide(field);
  document.fonts?.ready.then(() => {
    for (const area of form.querySelectorAll("[data-grow]")) grow(area);
  });
  count();
  changed = saved = 0;
})();
