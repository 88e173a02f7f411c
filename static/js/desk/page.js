// A plain page's text in the editor, and a question before unsaved words are left behind.
(() => {
  const area = document.querySelector("#page_form [data-editor]");
  if (!area || !window.CKEDITOR) return;
  const form = area.form;
  let changed = false;
  const touched = () => {
    changed = true;
  };
  const editor = window.startEditor(area, "Text of the page", touched);
  form.addEventListener("input", touched);
  form.addEventListener("submit", () => {
    editor.updateElement();
    changed = false;
  });
  window.addEventListener("beforeunload", (event) => {
    if (changed) event.preventDefault();
  });
})();
