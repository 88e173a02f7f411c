// The device's share sheet and a copy button join the plain links where the browser can do them.
for (const share of document.querySelectorAll(".share")) {
  const status = share.querySelector("[role=status]");
  const copy = share.querySelector("[data-share-copy]");
  const sheet = share.querySelector("[data-share-sheet]");
  const url = copy.dataset.shareCopy;

  if (navigator.share) {
    sheet.parentElement.hidden = false;
    sheet.addEventListener("click", async () => {
      try {
        await navigator.share({ title: document.querySelector("h1").textContent, url });
      } catch (error) {
        if (error.name !== "AbortError") status.textContent = "Sharing did not work. Copy the link instead.";
      }
    });
  }
  if (navigator.clipboard) {
    copy.parentElement.hidden = false;
    copy.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(url);
        status.textContent = "Link copied";
      } catch {
        status.textContent = `Copy this address: ${url}`;
      }
    });
  }
}
