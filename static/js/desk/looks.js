// How the story looks elsewhere: pictures of its own for cards, social media and the newsletter, and the way to see it all.
(() => {
  const form = document.querySelector("[data-story]");
  const card = form?.querySelector("[data-looks]");
  if (!card) return;

  function show(box, picture) {
    const image = box.querySelector("img");
    box.querySelector("input").value = picture?.id ?? "";
    if (picture) image.src = picture.thumb;
    image.hidden = box.querySelector("[data-look-clear]").hidden = !picture;
  }
  function put(box, picture) {
    show(box, picture);
    form.dispatchEvent(new CustomEvent("story:touched"));
    box.querySelector("[data-look-choose]").focus();
  }
  // For merging.js: a picture as a colleague chose it, null for the story's own.
  window.storyLooks = {
    show: (name, picture) => show(form.elements[name].closest("[data-look-picture]"), picture),
  };
  card.addEventListener("click", async (event) => {
    const button = event.target.closest("button");
    const box = button?.closest("[data-look-picture]");
    if (button?.hasAttribute("data-look-clear")) put(box, null);
    else if (button?.hasAttribute("data-look-choose")) {
      const picture = await window.choosePicture();
      if (picture) put(box, picture);
    } else if (button?.hasAttribute("data-look-show")) {
      const pane = document.querySelector("[data-preview-dialog]");
      if (!pane.open) form.querySelector("[data-preview-button]").click();
      pane.querySelector("[data-view=elsewhere]").click();
    }
  });
})();
