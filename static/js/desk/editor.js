// Starts CKEditor on a text: what headings are called, and what pasted pages and documents become.
// startEditor(area, name, changed) gives back the editor; `changed` is called whenever its text is.
(() => {
  window.startEditor = (area, name, changed) => {
    const editor = CKEDITOR.replace(area.id, JSON.parse(area.dataset.editor));
    editor.on("change", () => {
      editor.updateElement();
      changed();
    });
    editor.on("langLoaded", () => {
      Object.assign(editor.lang.format, { tag_p: "Text", tag_h3: "Small heading", tag_h4: "Smaller heading" });
    });
    // A pasted page's headings become the headings a text may hold, instead of plain paragraphs.
    editor.on("pluginsLoaded", () => {
      editor.filter.addTransformations(
        ["h1", "h2"].map((name) => [
          { element: name, left: () => true, right: (found, tools) => tools.transform(found, "h3") },
        ]),
      );
    });
    editor.on("paste", bearPlainSpans, null, null, 2); // before the filters for word processors, at 3
    editor.on("instanceReady", () => editor.editable().setAttribute("aria-label", name));
    return editor;
  };

  // CKEditor's filter for Google Docs stops with an error, and the paste is lost, at a span without these styles.
  function bearPlainSpans() {
    const filter = CKEDITOR.pasteFilters?.gdocs;
    if (!filter || filter.bears) return;
    CKEDITOR.pasteFilters.gdocs = (html, editor) => {
      const styled = html.replace(/<span(?![^>]*\sstyle=)/gi, '<span style=""');
      return filter(styled.replace(/(<span[^>]*\sstyle=["'])/gi, "$1vertical-align:baseline;"), editor);
    };
    CKEDITOR.pasteFilters.gdocs.bears = true;
  }
})();
