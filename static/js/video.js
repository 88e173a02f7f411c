// <a data-player> is a link to the video's page. With script, a click puts the player in its place; nothing is asked before.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-player]");
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  const frame = document.createElement("div");
  frame.className = link.className;
  const player = document.createElement("iframe");
  player.src = link.dataset.player;
  player.title = link.dataset.title;
  player.allow = "autoplay; fullscreen; encrypted-media; picture-in-picture";
  player.referrerPolicy = "strict-origin-when-cross-origin";
  frame.append(player);
  link.replaceWith(frame);
  player.focus();
});
