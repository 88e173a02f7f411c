// <form data-newsletter> signs up without leaving the story; without JavaScript the form is sent as any other.
const ERRORS = "[data-error]";
const started = performance.now();
const UNREACHABLE = "We could not reach the newsroom. Please check your connection and try again.";

function show(form, errors) {
  let first;
  for (const place of form.querySelectorAll(ERRORS)) {
    const name = place.dataset.error;
    const sentence = errors[name] ?? "";
    place.textContent = sentence;
    for (const field of form.querySelectorAll(`[name="${name}"]:not([type=hidden])`)) {
      field.removeAttribute("aria-invalid");
      if (sentence) field.setAttribute("aria-invalid", "true");
      if (sentence) first ??= field;
    }
  }
  first?.focus();
}

function problems(form) {
  const errors = {};
  const { email, consent, several } = form.elements;
  if (!email.value.trim()) errors.email = "Please enter your e-mail address.";
  else if (!email.validity.valid) errors.email = "Please enter an e-mail address like name@example.org.";
  if (several && !form.querySelector("[name=consent_text]:checked"))
    errors.consent_text = "Please tick at least one newsletter.";
  if (consent && !consent.checked) errors.consent = "Please tick the box: we need your consent to write to you.";
  return errors;
}

async function send(form, status) {
  const body = new URLSearchParams(new FormData(form));
  body.set("took", Math.round(performance.now() - started)); // no person fills it in within two seconds
  const response = await fetch(form.action, {
    method: "POST",
    headers: { Accept: "application/json" },
    body,
    credentials: "omit",
  });
  const answer = await response.json();
  if (answer.errors) {
    show(form, answer.errors);
    status.textContent = "";
    return;
  }
  status.textContent = answer.message;
  if (!response.ok) return;
  form.hidden = true;
  status.focus();
}

document.addEventListener("submit", async (event) => {
  const form = event.target.closest?.("form[data-newsletter]");
  if (!form) return;
  event.preventDefault();
  if (form.getAttribute("aria-busy") === "true") return; // a double click signs up once
  const status = form.parentElement.querySelector("[role=status]");
  const errors = problems(form);
  show(form, errors);
  if (Object.keys(errors).length) return;
  form.setAttribute("aria-busy", "true");
  status.textContent = "Sending…";
  try {
    await send(form, status);
  } catch {
    status.textContent = UNREACHABLE;
  } finally {
    form.removeAttribute("aria-busy");
  }
});

// What was put right is no longer complained about.
document.addEventListener("input", ({ target }) => {
  const form = target.closest?.("form[data-newsletter]");
  const complaint = form?.querySelector(`[data-error="${target.name}"]`);
  if (!complaint?.textContent || !(target.type === "checkbox" ? target.checked : target.validity.valid)) return;
  complaint.textContent = "";
  for (const field of form.querySelectorAll(`[name="${target.name}"]`)) field.removeAttribute("aria-invalid");
});

// Our sentences stand beside the fields; the browser's own bubbles would come first and vanish.
for (const form of document.querySelectorAll("form[data-newsletter]")) form.noValidate = true;
