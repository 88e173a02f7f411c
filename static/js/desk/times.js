// Picking a day and minute in the publication's time zone, wherever the browser is: shortcuts, what the minute means,
// and a warning of one that never comes or comes twice because clocks change.
(() => {
  const box = document.querySelector("[data-times]");
  if (!box) return;
  const zone = box.dataset.zone;
  const clock = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  const spoken = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  });
  const DAY = 86_400_000;

  /** What a clock in the zone shows at this moment, as such fields have it. */
  function wall(at) {
    const part = Object.fromEntries(clock.formatToParts(at).map((one) => [one.type, one.value]));
    return `${part.year.padStart(4, "0")}-${part.month}-${part.day}T${part.hour}:${part.minute}`;
  }
  /** The moments at which it shows this: one as a rule, none or two when clocks change. */
  function comings(typed) {
    const naive = Date.parse(`${typed}Z`);
    const shifts = [-DAY, 0, DAY].map((step) => {
      const near = naive + step;
      return Date.parse(`${wall(near)}Z`) - Math.floor(near / 60_000) * 60_000;
    });
    return [...new Set(shifts)]
      .map((shift) => naive - shift)
      .filter((at) => wall(at) === typed)
      .sort((one, other) => one - other);
  }
  function away(milliseconds) {
    const minutes = Math.round(milliseconds / 60_000);
    if (minutes < 60) return `in ${minutes} min`;
    const hours = Math.floor(minutes / 60);
    if (hours < 48) return `in ${hours} h${minutes % 60 ? ` ${minutes % 60} min` : ""}`;
    return `in ${Math.round(hours / 24)} days`;
  }

  function tell(field) {
    const around = field.closest(".times-one");
    const said = around.querySelector("[data-moment-said]");
    const which = around.querySelector("[data-which]");
    const choice = which.querySelector("select");
    const typed = field.value.slice(0, 16);
    const found = typed ? comings(typed) : [];
    which.hidden = found.length < 2;
    choice.disabled = found.length < 2;
    const at = found.length === 2 ? found[{ first: 0, second: 1 }[choice.value]] : found[0];
    const passed = at !== undefined && at <= Date.now();
    said.classList.toggle("is-wrong", Boolean(typed) && (at === undefined || passed));
    if (!typed) said.textContent = "";
    else if (!found.length)
      said.textContent = "This minute never comes: the clocks go forward that night. Choose another.";
    else if (at === undefined)
      said.textContent = "This minute comes twice: the clocks go back that night. Say which one you mean.";
    else if (passed) said.textContent = "That time has passed.";
    else {
      const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
      const local = new Date(at).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
      const yours = here !== zone && local !== typed.slice(11) ? ` On your clock it is ${local}.` : "";
      said.textContent = `${spoken.format(at)}, ${away(at - Date.now())}.${yours}`;
    }
  }
  function put(field, value) {
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  for (const field of box.querySelectorAll("[data-moment]")) {
    field.addEventListener("input", () => tell(field));
    field.closest(".times-one").querySelector("[data-which] select").addEventListener("change", () => tell(field));
    if (field.value) tell(field);
  }
  const quick = box.querySelector("[data-quick]");
  if (!quick) return;
  const field = box.querySelector("#id_publish_at");
  quick.hidden = false;
  // A shortcut whose time has passed today is none.
  const tonight = quick.querySelector('[data-day="0"]');
  const outdated = () => wall(Date.now()).slice(11) >= tonight.dataset.at;
  tonight.hidden = outdated();
  quick.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const now = Date.now();
    if (button.dataset.in) {
      const at = Math.ceil((now + Number(button.dataset.in) * 60_000) / 60_000) * 60_000;
      put(field, wall(at));
      const both = comings(field.value);
      if (both.length === 2) {
        field.closest(".times-one").querySelector("[data-which] select").value = both[0] === at ? "first" : "second";
        tell(field);
      }
      return;
    }
    const noon = Date.parse(`${wall(now).slice(0, 10)}T12:00Z`) + Number(button.dataset.day) * DAY;
    put(field, `${new Date(noon).toISOString().slice(0, 10)}T${button.dataset.at}`);
  });
})();
