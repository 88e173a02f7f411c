// What was typed and has not reached the newsroom yet, kept in this browser: one record for each open form, under the
// person's number, so that nobody else who uses the browser is shown it. Also tells the start page of such words.
(() => {
  const PREFIX = "desk-kept:";
  const name = ({ user, tab }) => `${PREFIX}${user}:${tab}`;

  // Says whether it could be kept: the browser may have no room, or may have been told to keep nothing.
  function put(record) {
    try {
      localStorage.setItem(name(record), JSON.stringify(record));
      return true;
    } catch {
      return false;
    }
  }
  function remove(record) {
    try {
      localStorage.removeItem(name(record));
    } catch {} // then nothing was kept either
  }
  function all(user) {
    const found = [];
    try {
      for (const one of Object.keys(localStorage))
        if (one.startsWith(`${PREFIX}${user}:`)) found.push(JSON.parse(localStorage.getItem(one)));
    } catch {}
    return found.sort((a, b) => a.at - b.at);
  }

  // Forms that are open in other tabs bring their words to the newsroom themselves: each answers who asks.
  const channel = window.BroadcastChannel ? new BroadcastChannel("desk-kept") : null;
  const here = new Set();
  channel?.addEventListener("message", ({ data }) => {
    if (data.ask) for (const tab of here) channel.postMessage({ alive: tab });
  });
  const open = (tab) => here.add(tab);
  function left(user) {
    const alive = new Set(here);
    const hear = ({ data }) => data.alive && alive.add(data.alive);
    channel?.addEventListener("message", hear);
    channel?.postMessage({ ask: true });
    return new Promise((done) =>
      setTimeout(() => {
        channel?.removeEventListener("message", hear);
        done(all(user).filter((one) => !alive.has(one.tab)));
      }, 250),
    );
  }

  const clock = (at) => {
    const when = new Date(at);
    const time = when.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
    const day = when.toLocaleDateString("en-GB", { day: "numeric", month: "long" });
    return when.toDateString() === new Date().toDateString() ? time : `${day}, ${time}`;
  };
  function element(tag, properties, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  }

  // One notice: what they are, put them back, throw them away. `differences` are [label, text].
  function offer(record, differences, putBack) {
    const title = element("h2", { textContent: `Words from ${clock(record.at)} that never reached the newsroom` });
    const list = element("dl", {});
    for (const [label, text] of differences)
      list.append(
        element("dt", { textContent: label }),
        element("dd", { textContent: text.length > 600 ? `${text.slice(0, 600)} …` : text || "(emptied)" }),
      );
    const back = element("button", { type: "button", className: "primary", textContent: "Put them back" });
    const away = element("button", { type: "button", className: "quiet", textContent: "Throw them away" });
    const said = element("p", { className: "kept-said" });
    said.setAttribute("role", "status");
    const box = element("section", { className: "kept" }, title, list, said, element("p", {}, back, " ", away));
    box.setAttribute("aria-label", title.textContent);
    box.dataset.kept = record.tab;
    back.addEventListener("click", async () => {
      back.disabled = away.disabled = true;
      said.textContent = "Putting them back …";
      const trouble = await putBack(record);
      back.disabled = away.disabled = false;
      if (trouble) said.textContent = trouble;
      else box.remove();
    });
    away.addEventListener("click", () => {
      const gone = !away.dataset.undo;
      gone ? remove(record) : put(record);
      away.toggleAttribute("data-undo", gone);
      away.textContent = gone ? "Undo" : "Throw them away";
      said.textContent = gone ? "Thrown away." : "";
      back.hidden = list.hidden = gone;
    });
    return box;
  }

  window.kept = { put, remove, open, left, offer, clock };

  // What was on its way when its page went: sent once more, it is either known already or arrives now.
  async function arrived(record, stories) {
    if (!record.sent) return false;
    const body = new FormData();
    for (const [name, value] of record.entries) body.set(name, value);
    body.set("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
    try {
      const address = `${stories}${record.story ? `${record.story}/` : ""}autosave/`;
      const answer = await fetch(address, { method: "POST", headers: { "X-Requested-With": "newsroom" }, body });
      if (!answer.ok || answer.redirected) return false;
      remove(record);
      return true;
    } catch {
      return false;
    }
  }

  // -- the start page --------------------------------------------------------------------------------------
  const start = document.querySelector("[data-kept-start]");
  if (start)
    left(start.dataset.user).then(async (found) => {
      const records = [];
      for (const record of found) if (!(await arrived(record, start.dataset.stories))) records.push(record);
      start.replaceChildren(
        ...records.map((record) =>
          element(
            "p",
            { className: "kept" },
            `Words from ${clock(record.at)} that never reached the newsroom: `,
            element("a", {
              href: `${start.dataset.stories}${record.story ? `${record.story}/change/` : "add/"}`,
              textContent: record.headline || "a story without a headline",
            }),
          ),
        ),
      );
      start.hidden = !records.length;
    });
})();
