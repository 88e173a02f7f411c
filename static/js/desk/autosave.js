// Saving the story: by itself two seconds after the last keystroke, at the latest every eight while somebody types on, and
// by the buttons. One request at a time; whatever has not arrived yet is kept in this browser (kept.js) until it has.
(() => {
  const form = document.querySelector("[data-story]");
  if (!form || !window.merging || !window.presence) return;
  const { merging, kept, presence, sending } = window;
  const PAUSE = 2_000,
    LONGEST = 8_000,
    SNAPSHOT = 400,
    FARTHEST = 15_000,
    PATIENCE = 30_000,
    KEEPALIVE = 30_000; // bytes: what the browser still sends for a page that is gone, twice over
  const { user, stories } = form.dataset;
  const state = form.querySelector("[data-state]");
  const errors = form.querySelector("[data-errors]");
  const buttons = form.querySelector(".story-buttons");
  const tab = presence.tab;
  let story = form.dataset.article,
    version = 0, // counts what is typed or done
    acknowledged = 0, // … up to which the newsroom has it
    keptVersion = 0, // … up to which this browser has it
    known = "", // the places as the newsroom has them
    firstTouch = 0,
    tries = 0,
    failing = false,
    paused = false, // after a refusal: until something changes
    declined = false, // signing in was put off
    busy = false, // with a deed
    leaving = false,
    going = false, // the page is hidden for good, or until it comes back
    complained = false, // an autosave did, above the story
    saving = 0, // the version that is on its way
    timer = 0,
    snapping = 0;

  // -- what is said ----------------------------------------------------------------------------------------
  // The bar shows each autosave; screen readers hear only what somebody has to know.
  const speaker = Object.assign(document.createElement("p"), { className: "story-news" });
  speaker.setAttribute("role", "status");
  form.append(speaker);
  let fading;
  function tell(text) {
    if (speaker.textContent === text && speaker.classList.contains("is-seen")) return;
    speaker.textContent = text;
    speaker.classList.add("is-seen");
    clearTimeout(fading);
    fading = setTimeout(() => {
      speaker.classList.remove("is-seen");
      speaker.textContent = "";
    }, 8_000);
  }
  const enter = Object.assign(document.createElement("button"), {
    type: "button",
    className: "quiet story-enter",
    textContent: "Sign in",
    hidden: true,
  });
  state.after(enter);
  function say(text, level = "") {
    const news = level === "kept" && state.dataset.level !== "kept";
    const back = level === "saved" && state.dataset.level === "kept";
    if (state.textContent !== text) state.textContent = text;
    state.dataset.level = level;
    if (news) tell(text);
    if (back) tell("The connection is back. Everything is saved.");
    enter.hidden = !text.startsWith("Signed out");
  }
  const trouble = (title, lines) => sending.trouble(errors, title, lines);

  // -- what is noticed -------------------------------------------------------------------------------------
  const collect = (detail) => form.dispatchEvent(new CustomEvent("story:collect", { detail }));
  const flat = (places) => JSON.stringify([...places]);

  function touched() {
    if (merging.isApplying() || leaving) return;
    version += 1;
    paused = false;
    if (!failing && !busy && !saving) say("Not saved yet", "open");
    snapping ||= setTimeout(keep, SNAPSHOT);
    if (!failing) plan();
  }
  function plan() {
    clearTimeout(timer);
    firstTouch ||= Date.now();
    timer = setTimeout(autosave, Math.max(0, Math.min(PAUSE, firstTouch + LONGEST - Date.now())));
  }
  function retry() {
    clearTimeout(timer);
    tries += 1;
    timer = setTimeout(autosave, Math.min(FARTHEST, 1_000 * 2 ** (tries - 1) * (0.75 + Math.random() / 2)));
  }

  // -- kept in this browser --------------------------------------------------------------------------------
  // `sent`: a last request went out, whose answer this page does not hear.
  function keep(sent = false) {
    clearTimeout(snapping);
    snapping = 0;
    if (version === acknowledged || leaving || going) return;
    collect("places");
    const places = merging.places();
    const mine = { user, tab };
    if (flat(places) === known || (!story && merging.isEmpty(places))) {
      kept.remove(mine);
      keptVersion = version;
      return;
    }
    const body = contents();
    const entries = [...body].filter(([name]) => name !== "csrfmiddlewaretoken");
    const headline = form.elements.headline.value;
    const words = merging.written(known ? JSON.parse(known) : []);
    if (kept.put({ ...mine, story, at: Date.now(), headline, entries, words, sent })) keptVersion = version;
  }
  function contents() {
    const body = new FormData(form);
    body.set("tab", tab);
    body.set("section", presence.section());
    return body;
  }
  const small = (body) => {
    let size = 0;
    for (const [name, value] of body) size += 120 + name.length + 2 * value.length;
    return size < KEEPALIVE;
  };

  // -- autosave --------------------------------------------------------------------------------------------
  let turn = Promise.resolve();
  let queued = null;
  let wanted = false;
  const alone = (job) => (turn = turn.then(job, job));
  const address = (what) => `${stories}${story ? `${story}/` : ""}${what}/`;

  // Gives whether the newsroom has it all. `anyhow`: also when nothing changed here, to hear what others wrote.
  function autosave(anyhow = false) {
    clearTimeout(timer);
    wanted ||= anyhow;
    queued ??= alone(() => {
      const all = wanted;
      queued = null;
      wanted = false;
      return deliver(all);
    });
    return queued;
  }

  async function deliver(anyhow = false) {
    if (leaving || (paused && !anyhow)) return false;
    firstTouch = 0;
    collect();
    const at = version;
    const sent = merging.places();
    if (flat(sent) === known && !anyhow) {
      acknowledged = at;
      kept.remove({ user, tab });
      if (state.dataset.level === "open") say(lastSaved(), story ? "saved" : "");
      return true;
    }
    keep();
    const body = contents();
    if (!failing) say("Saving …", "busy");
    saving = at || -1;
    let response, answer;
    try {
      response = await sending.send(form, address("autosave"), body, {
        keepalive: small(body),
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (response && response.status !== 204 && sending.isJSON(response)) answer = await response.json();
    } catch {
      response = undefined;
    } finally {
      saving = 0;
    }
    if (response?.status === 204) {
      fine(at, flat(sent));
      say("Nothing written yet");
      return true;
    }
    if (answer && response.ok) {
      take(answer, at, sent);
      return true;
    }
    failed(response, answer);
    return false;
  }

  const lastSaved = () => (story ? said : "Nothing written yet");
  let said = state.textContent;
  const inBrowser = () => (keptVersion === version ? "kept in this browser" : "not kept anywhere yet");

  function failed(response, answer) {
    if (answer?.gone) {
      story = "";
      presence.address = "";
      form.elements.base.value = "0";
      form.elements.behind.value = "";
      known = "";
    }
    const again = !answer && (!response || response.status >= 500 || [408, 429].includes(response.status));
    failing = again || response === null;
    paused = !failing;
    if (failing) retry();
    if (response === null) {
      say(`Signed out: ${inBrowser()}`, "kept");
      if (!declined) signIn();
    } else if (again) {
      say(response ? `The newsroom does not answer: ${inBrowser()}` : `Offline: ${inBrowser()}`, "kept");
    } else {
      say(`Not saved: ${inBrowser()}`, "kept");
      const lines =
        response.status === 403
          ? [{ text: "You may not change this story any more. Perhaps it was handed in." }]
          : answer?.errors?.map(([place, text]) => ({ place, text }));
      trouble("Not saved. Nothing you typed is lost.", lines ?? [{ text: sending.refusal(response) }]);
      complained = true;
    }
  }
  async function signIn() {
    const went = await window.signIn(form);
    declined = !went;
    if (!went) return false;
    failing = false;
    tries = 0;
    if (!busy) autosave(true);
    return true;
  }
  enter.addEventListener("click", signIn);

  function fine(at, places) {
    acknowledged = at;
    failing = paused = declined = false;
    tries = 0;
    known = places;
    if (version === at) {
      clearTimeout(snapping);
      snapping = 0;
      keptVersion = version;
      kept.remove({ user, tab });
    } else {
      keep();
      plan();
    }
  }

  // What a place of the form goes on from: [number of a save, whether it is what this form had sent then]. Where it is not
  // what stands in `base`, it is in the field `behind`.
  const standing = () => JSON.parse(form.elements.behind.value || "{}");
  const standsOn = (place) => standing()[place] ?? [Number(form.elements.base.value), false];

  // An answer of an autosave, a save or a deed: it says everything that stands elsewhere than it was `sent`. That of a choice
  // speaks of what changed since `base` only, so that places the form is `behind` with stay so.
  function take(answer, at, sent, behind = {}) {
    if (!story && answer.address) {
      story = answer.address.match(/(\d+)\/change\/$/)?.[1] ?? "";
      form.action = answer.address;
      history.replaceState(null, "", answer.address);
    }
    if (story) presence.address = address("here");
    if (answer.standing) {
      const badge = form.querySelector("[data-standing]");
      badge.className = `standing standing-${answer.standing[0]}`;
      badge.textContent = answer.standing[1];
    }
    if (answer.problems) {
      const problems = form.querySelector("[data-problems]");
      problems.hidden = !answer.problems.length;
      problems
        .querySelector("ul")
        .replaceChildren(
          ...answer.problems.map((text) => Object.assign(document.createElement("li"), { textContent: text })),
        );
    }
    const news = [];
    if (answer.changes?.length) {
      const others = answer.here ?? presence.people();
      const merged = merging.apply(answer.changes, sent, others.length === 1 ? others[0].name : undefined);
      news.push(...merged.lines);
      // What could not be put in, since somebody types there, is merged by the newsroom when that is saved next: these
      // places go on from what was sent just now, or from what they went on from before.
      for (const { place } of answer.changes) delete behind[place];
      for (const place of merged.behind) behind[place] = answer.kept_as ? [answer.kept_as, true] : standsOn(place);
    }
    form.elements.base.value = answer.base;
    form.elements.behind.value = Object.keys(behind).length ? JSON.stringify(behind) : "";
    if (version === at) collect("places");
    fine(at, flat(version === at ? merging.places() : sent));
    if (answer.conflicts) news.push(...merging.conflicts(answer.conflicts, choose));
    if (news.length) tell(news.join(" "));
    if (answer.here) presence.show(answer.here);
    if (answer.saved_at) {
      said = `Saved ${answer.saved_at}`;
      say(said, "saved");
    }
    if (complained) errors.hidden = true;
    complained = false;
    for (const look of offers) look();
  }
  // Mine, theirs or both, once everything typed is saved.
  async function choose(conflict, side) {
    await autosave();
    await alone(async () => {
      const at = version;
      const sent = merging.places();
      const body = new FormData();
      for (const [name, value] of [
        ["csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value],
        ["take", side],
        ["tab", tab],
        ["base", standsOn(conflict.place)[0]],
      ])
        body.set(name, value);
      try {
        const response = await sending.send(form, address(`asides/${conflict.id}`), body);
        if (response === null) return signIn();
        const answer = sending.isJSON(response) ? await response.json() : null;
        if (answer?.errors) return tell(answer.errors.map(([, text]) => text).join(" "));
        if (!response.ok || !answer) throw new Error(sending.refusal(response));
        take(answer, at, sent, standing());
        tell("Decided. That is what stands in the story now.");
      } catch {
        tell("That could not be done now. Both texts are kept; try again.");
      }
    });
  }

  // Nothing can be typed any more while the next page is on its way, for it would be lost.
  const grid = form.querySelector(".story-grid");
  function leave(where) {
    leaving = grid.inert = true;
    location.assign(where);
  }

  // -- the buttons -----------------------------------------------------------------------------------------
  async function press(button) {
    if (busy) return; // a double click is one deed
    busy = true;
    clearTimeout(timer);
    buttons.setAttribute("aria-busy", "true");
    say(button.name === "_publish" ? "Publishing …" : "Saving …", "busy");
    try {
      await turn; // the autosave on its way
      declined = false;
      // Whether an unanswered autosave of a new story arrived is only known to the next one.
      if (story || !tries || (await autosave(true))) await alone(() => act(button));
    } finally {
      busy = false;
      buttons.removeAttribute("aria-busy");
      if (version !== acknowledged && !failing && !paused) plan();
    }
  }
  async function act(button) {
    collect();
    keep();
    const at = version;
    const sent = merging.places();
    const body = contents();
    body.set(button.name, button.value);
    let response, answer;
    try {
      response = await sending.send(form, form.action || location.href, body);
      if (response && sending.isJSON(response)) answer = await response.json();
    } catch {
      response = undefined;
    }
    if (response === null) {
      failed(null);
      if (!(await signIn())) return;
      return act(button);
    }
    if (!answer) {
      failed(response);
      if (response) sending.refused(form, errors, response);
      return;
    }
    if (answer.changes && answer.base !== undefined) take(answer, at, sent);
    if (answer.errors) {
      if (answer.number !== undefined) {
        form.elements.base.value = answer.number;
        form.elements.behind.value = "";
        known = "";
      }
      if (answer.base === undefined) say("Not saved", "open");
      trouble(answer.title, [
        ...answer.errors.map(([place, text]) => ({ place, text })),
        ...(answer.compare ? [{ text: "Compare the versions", href: answer.compare }] : []),
      ]);
      return;
    }
    if (!answer.changes) take(answer, at, sent);
    errors.hidden = true;
    if (!answer.reload) return tell(answer.said ?? "Saved.");
    // What was typed while it was published is saved before the page goes.
    if (version !== at && !(await deliver())) return;
    leave(answer.address);
  }
  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (!button || button.hasAttribute("data-preview-button")) return;
    event.preventDefault();
    press(button);
  });

  // -- coming and going ------------------------------------------------------------------------------------
  form.addEventListener("input", (event) => {
    if (event.target.matches("[name]")) touched();
  });
  form.addEventListener("change", (event) => {
    if (event.target.matches("[name]")) touched();
  });
  form.addEventListener("story:touched", touched);
  window.addEventListener("online", () => {
    if (!failing) return;
    tries = 0;
    autosave();
  });
  document.addEventListener("visibilitychange", () => {
    if (going) return;
    if (document.hidden) keep();
    if (version !== acknowledged && !paused) autosave();
  });
  window.addEventListener("pagehide", () => {
    if (version === acknowledged || leaving) return;
    collect("places");
    const body = contents();
    const last = version !== saving && !failing && !paused && small(body);
    going = false;
    keep(last || version === saving);
    going = true;
    if (last)
      fetch(address("autosave"), {
        method: "POST",
        headers: { "X-Requested-With": "newsroom" },
        body,
        keepalive: true,
      }).catch(() => {});
  });
  window.addEventListener("beforeunload", (event) => {
    keep();
    if (version !== acknowledged && version !== keptVersion && !leaving) event.preventDefault();
  });
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    leaving = going = grid.inert = false;
    autosave(Boolean(story));
  });
  presence.newer = (number) => {
    if (story && number > Number(form.elements.base.value) && !saving && !busy && !failing) autosave(true);
  };

  // -- words of an earlier visit ---------------------------------------------------------------------------
  const offers = new Set();
  async function putBack(record) {
    const body = new FormData();
    for (const [name, value] of record.entries) body.set(name, value);
    body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    const post = (to) => sending.send(form, to, body);
    try {
      if (version !== acknowledged) await autosave();
      let response = await post(`${stories}${record.story ? `${record.story}/` : ""}autosave/`);
      if (response?.status === 409 || response?.status === 404) {
        body.set("base", "0"); // the story is gone: they become one of their own
        response = await post(`${stories}autosave/`);
      }
      if (response === null) return (await window.signIn(form)) ? putBack(record) : "Sign in first.";
      if (!response.ok || !sending.isJSON(response)) return `Not put back. ${sending.refusal(response)}`;
      const answer = await response.json();
      kept.remove(record);
      if (String(answer.id) === story) await autosave(true);
      else {
        leave(answer.address);
      }
      return "";
    } catch {
      return "The newsroom cannot be reached. The words stay kept here.";
    }
  }
  kept.open(tab);
  kept.left(user).then((records) => {
    for (const record of records) {
      if (record.story ? record.story !== story : form.dataset.article) continue;
      const look = () => {
        const differences = merging.differences(record.words);
        if (differences.length) return differences;
        kept.remove(record); // they arrived after all
        box?.remove();
        offers.delete(look);
        return null;
      };
      let box = null;
      const differences = look();
      if (!differences) continue;
      box = kept.offer(record, differences, putBack);
      form.querySelector("[data-errors]").before(box);
      offers.add(look);
    }
  });

  const open = document.getElementById("story-asides");
  const waiting = open ? merging.conflicts(JSON.parse(open.textContent), choose) : [];
  if (waiting.length) tell(waiting.join(" "));

  collect("places");
  known = flat(merging.places());
  if (!story) say("Nothing written yet");
})();
