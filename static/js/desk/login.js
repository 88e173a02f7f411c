// Who follows a link to a comment and has to sign in first comes to that comment: the part after # goes with the form,
// and the browser keeps it when it is led on.
(() => {
  const form = document.getElementById("login-form");
  if (form && location.hash) form.action = `${location.pathname}${location.search}${location.hash}`;
})();
