// A field that holds one picture: what the chooser gives goes into the hidden input, its look beside it.
"use strict";
function show(field, picture) {
  field.querySelector("input[type=hidden]").value = picture?.id ?? "";
  const image = field.querySelector("img");
  image.hidden = !picture;
  if (picture) image.src = picture.thumb;
  field.querySelector("[data-picture-title]").textContent = picture?.title ?? "No picture yet";
  field.querySelector("[data-picture-remove]").hidden = !picture;
}
document.addEventListener("picture:chosen", (event) => {
  const field = event.target.closest("[data-picture-field]");
  if (field) show(field, event.detail);
});
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-picture-remove]");
  if (!button) return;
  const field = button.closest("[data-picture-field]");
  show(field, null);
  field.querySelector("[data-choose-picture]").focus();
});
