// The story screen while writing: length guides, word count. Saving and the deeds' buttons are autosave.js's.
(() => {
  const form = document.querySelector("[data-story]");
  if (!form) return;
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
    clearTimeout(counting);
    counting = setTimeout(count, 300);
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
  // Enter in a one-line field must not publish anything; in the headline it goes on to the next field.
  form.addEventListener("keydown", (event) => {
    if (
      event.key === "Enter" &&
      event.target.matches("input:not([type=submit]), textarea[name=headline], textarea[name=standfirst]") &&
      !event.isComposing
    )
      event.preventDefault();
  });
  form.addEventListener("submit", (event) => {
    if (!event.submitter || event.submitter.hasAttribute("data-preview-button")) collect();
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
})();
