// Sends forms of the desk without leaving them: whatever goes wrong, what was typed is still there.
(() => {
  const KEPT = "What you typed is still here.";
  const headers = { "X-Requested-With": "newsroom" };

  // Gives the answer, or null when nobody is signed in. Signing in again, in another tab, makes the tokens of all older
  // forms worthless: the form takes the new one, and is sent once more.
  async function send(form, address, body, options = {}) {
    const login = form.closest("[data-login]").dataset.login;
    const post = () => fetch(address, { headers, ...options, method: "POST", body });
    let answer = await post();
    if (answer.status === 403) {
      const start = await fetch(login, { headers: { Accept: "text/html" }, signal: options.signal });
      const page = new DOMParser().parseFromString(await start.text(), "text/html");
      if (page.querySelector("#login-form")) return null;
      const who = page.querySelector(".who[data-user]"); // somebody else, in this browser now, is not the one who wrote
      if (who && form.dataset.user && who.dataset.user !== form.dataset.user) return null;
      const token = page.querySelector("#logout-form [name=csrfmiddlewaretoken]")?.value;
      if (!token) return answer;
      form.elements.csrfmiddlewaretoken.value = token;
      body.set("csrfmiddlewaretoken", token);
      answer = await post();
    }
    return answer.redirected && new URL(answer.url).pathname === login ? null : answer;
  }

  const isJSON = (answer) => Boolean(answer.headers.get("Content-Type")?.startsWith("application/json"));

  // What is wrong with an answer that is none.
  const refusal = ({ status }) =>
    status === 413
      ? "This is more than can be sent at once."
      : status >= 500
        ? `The server failed (error ${status}).`
        : `The server did not take it (answer ${status}).`;

  // Lines are sentences, each with the place in the form it is about or with an address that helps.
  function trouble(errors, title, lines) {
    const head = document.createElement("strong");
    head.textContent = title;
    const list = document.createElement("ul");
    for (const { place, text, href } of lines) {
      const item = document.createElement("li");
      if (place || href) {
        const link = document.createElement("a");
        link.href = href ?? `#${place}`;
        if (href) link.target = "_blank";
        link.textContent = text;
        if (place)
          link.addEventListener("click", (event) => {
            const field = document.getElementById(place);
            if (field) {
              event.preventDefault();
              field.focus();
              field.scrollIntoView({ block: "center" });
            }
          });
        item.append(link);
      } else item.textContent = text;
      list.append(item);
    }
    errors.replaceChildren(head, list);
    errors.hidden = false;
    errors.scrollIntoView({ block: "nearest" });
  }

  // What is said when an answer (null when nobody is signed in, undefined when none came) brought nothing.
  function refused(form, errors, answer) {
    if (answer === null)
      trouble(errors, `You have been signed out. ${KEPT}`, [
        {
          text: "Sign in again in a new tab, then come back and press the button once more.",
          href: `${form.closest("[data-login]").dataset.login}?next=/admin/`,
        },
      ]);
    else if (answer)
      trouble(errors, `Not saved. ${KEPT}`, [
        { text: `${refusal(answer)} Press the button once more; if that does not help, tell whoever runs the site.` },
      ]);
    else
      trouble(errors, `The newsroom cannot be reached. ${KEPT}`, [
        { text: "Keep this page open and save again when the connection is back." },
      ]);
  }

  // Saves a whole form and goes on to where the answer leads; `say` tells how it stands, `wrong` gets the answer of a
  // refusal, `saved` is called before the page is left. Nothing can be typed meanwhile, for it would be lost.
  async function save(form, button, { fields, say, saved, wrong = () => {} }) {
    if (form.getAttribute("aria-busy") === "true") return; // a double click is one click
    const errors = form.querySelector("[data-errors]");
    const body = new FormData(form, button);
    form.setAttribute("aria-busy", "true");
    for (const part of fields) part.inert = true;
    say("Saving …", "busy");
    let sent, answer;
    try {
      sent = await send(form, form.action, body);
      answer = sent && isJSON(sent) ? await sent.json() : null;
    } catch {
      sent = undefined;
    } finally {
      form.removeAttribute("aria-busy");
      for (const part of fields) part.inert = false;
    }
    if (answer?.address) {
      saved();
      location.assign(answer.address);
      return;
    }
    say("Not saved", "open");
    wrong(answer);
    if (answer) {
      form.elements.base.value = answer.base;
      trouble(errors, "Not saved. Nothing you typed is lost.", answer.errors.map(([place, text]) => ({ place, text })));
    } else refused(form, errors, sent);
    errors.focus();
  }

  window.sending = { send, isJSON, refusal, trouble, refused, save };
})();
