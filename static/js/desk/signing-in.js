// Signing in over the page when the session is over: by the desk's own sign-in, without leaving what is being written.
// signIn(form) gives true once the same person is signed in again and the form has the new token, false for "later".
(() => {
  let asking = null;

  function element(tag, properties, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  }
  const parse = async (answer) => new DOMParser().parseFromString(await answer.text(), "text/html");
  const token = (page, form) => page.querySelector(`${form} [name=csrfmiddlewaretoken]`)?.value;

  // Null when it went well, else a sentence about it.
  async function enter(form, username, password) {
    const address = form.closest("[data-login]").dataset.login;
    const headers = { Accept: "text/html" };
    let page = await parse(await fetch(address, { headers }));
    const entrance = page.querySelector("#login-form");
    if (entrance) {
      const body = new URLSearchParams(new FormData(entrance)); // with its token and where it leads
      body.set("username", username);
      body.set("password", password);
      page = await parse(await fetch(address, { method: "POST", headers, body }));
    }
    const fresh = token(page, "#logout-form");
    if (!fresh) {
      const said = [...page.querySelectorAll(".errornote, .errorlist li")].map((one) => one.textContent.trim());
      return said.filter(Boolean).join(" ") || page.body.textContent.trim().slice(0, 300) || "That did not work.";
    }
    // Another person's session does not save these words in that person's name.
    const who = page.querySelector(".who[data-user]");
    if (who && who.dataset.user !== form.dataset.user)
      return `${who.textContent.trim()} is signed in now, in this whole browser. These words are ${form.dataset.name}’s: sign in as ${form.dataset.username}.`;
    for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = fresh;
    return null;
  }

  function ask(form) {
    const focused = document.activeElement;
    const selection = getSelection();
    const range = selection.rangeCount ? selection.getRangeAt(0).cloneRange() : null;
    const name = element("input", { id: "sign-in-name", autocomplete: "username", required: true });
    const word = element("input", {
      id: "sign-in-password",
      type: "password",
      autocomplete: "current-password",
      required: true,
    });
    name.value = form.dataset.username;
    const said = element("p", { className: "sign-in-said" });
    said.setAttribute("role", "alert");
    const go = element("button", { className: "primary", textContent: "Sign in" });
    const later = element("button", { type: "button", className: "quiet", textContent: "Later" });
    const box = element(
      "form",
      {},
      element("h2", { id: "sign-in-title", textContent: "You have been signed out" }),
      element("p", { textContent: "What you typed is kept in this browser. Sign in to go on where you were." }),
      element("label", { htmlFor: name.id, textContent: "Username" }),
      name,
      element("label", { htmlFor: word.id, textContent: "Password" }),
      word,
      said,
      element("p", { className: "sign-in-buttons" }, go, later),
    );
    const dialog = element("dialog", { className: "sign-in" }, box);
    dialog.setAttribute("aria-labelledby", "sign-in-title");
    document.body.append(dialog);
    dialog.showModal();
    word.focus();

    return new Promise((done) => {
      let fine = false;
      box.addEventListener("submit", async (event) => {
        event.preventDefault();
        if (go.disabled) return;
        go.disabled = true;
        said.textContent = "";
        try {
          const trouble = await enter(form, name.value, word.value);
          fine = trouble === null;
          said.textContent = trouble ?? "";
        } catch {
          said.textContent = "The newsroom cannot be reached.";
        }
        go.disabled = false;
        if (fine) dialog.close();
        else word.select();
      });
      later.addEventListener("click", () => dialog.close());
      dialog.addEventListener("close", () => {
        dialog.remove();
        focused?.focus({ preventScroll: true });
        if (range && focused?.isContentEditable) {
          selection.removeAllRanges();
          selection.addRange(range);
        }
        done(fine);
      });
    });
  }

  window.signIn = (form) =>
    (asking ??= ask(form).finally(() => {
      asking = null;
    }));
})();
