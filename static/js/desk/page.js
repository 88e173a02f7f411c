// A plain page's text in the editor, saving without losing a word, and a question before unsaved words are left behind.
(() => {
  const form = document.querySelector("#page_form");
  const area = form?.querySelector("[data-editor]");
  if (!area || !window.CKEDITOR) return;
  const state = form.querySelector("[data-state]");
  let changed = false;
  const touched = () => {
    changed = true;
    state.textContent = "";
  };
  const editor = window.startEditor(area, "Text of the page", touched);
  form.addEventListener("input", touched);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    editor.updateElement();
    window.sending.save(form, event.submitter, {
      fields: form.querySelectorAll("fieldset"),
      say: (text) => {
        state.textContent = text;
      },
      saved: () => {
        changed = false;
      },
    });
  });
  window.addEventListener("beforeunload", (event) => {
    if (changed) event.preventDefault();
  });
})();
