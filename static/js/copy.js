// <button data-copy="id of a field" hidden> copies the field's text. Without JavaScript the field is there to be selected.
const status = document.querySelector("[role=status]");

for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  field.addEventListener("focus", () => field.select());
  if (!navigator.clipboard) continue; // an insecure address: the browser allows no copying
  button.hidden = false;
  button.addEventListener("click", async () => {
    status.textContent = ""; // the same words twice would not be read out again
    try {
      await navigator.clipboard.writeText(field.value);
      status.textContent = `${field.labels[0].textContent} address copied`;
    } catch {
      field.focus();
      status.textContent = "Copying did not work. The address is selected: copy it from the field.";
    }
  });
}
