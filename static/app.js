// What the pages can do beyond links and forms. Everything works without this file.
"use strict";

const byId = (id) => document.getElementById(id);

// ---- Keyboard -------------------------------------------------------------

function isTyping(target) {
  return target.closest("input:not([type=checkbox]), textarea, select, [contenteditable], dialog");
}

function moveBetweenHits(step) {
  const links = [...document.querySelectorAll(".hit h3 a")];
  if (links.length === 0) return;
  const hit = document.activeElement.closest(".hit");
  const at = hit ? links.indexOf(hit.querySelector("h3 a")) : step > 0 ? -1 : links.length;
  const next = links[Math.min(Math.max(at + step, 0), links.length - 1)];
  next.focus({ preventScroll: true });
  next.closest(".hit").scrollIntoView({ block: "nearest" });
}

const keys = {
  "/": () => { byId("q").focus(); byId("q").select(); },
  j: () => moveBetweenHits(1),
  k: () => moveBetweenHits(-1),
  o: () => document.activeElement.closest(".hit")?.querySelector("h3 a").click(),
  "?": () => byId("keys").showModal(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const act = keys[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-keys]")) byId("keys").showModal();
});

// ---- Searching without loading the page -----------------------------------

const startedBy = new WeakMap();
let waiting = 0;

function announce(sentence) {
  if (byId("status")) byId("status").textContent = sentence;
}

// Only what changes the results dims them: neither “Why here?” nor the values of a facet do.
function setBusy(event, change) {
  if (event.detail.target?.id !== "results") return;
  waiting = Math.max(waiting + change, 0);
  byId("results")?.setAttribute("aria-busy", String(waiting > 0));
}

// Addresses stay short: what is empty need not be said.
document.addEventListener("htmx:configRequest", (event) => {
  const { formData } = event.detail;
  for (const name of new Set(formData.keys())) {
    const values = formData.getAll(name).filter((value) => value !== "");
    formData.delete(name);
    for (const value of values) formData.append(name, value);
  }
  // What typing asks for may be here already: Enter was faster, or the words are as before.
  const asked = new URLSearchParams(formData).toString();
  if (event.detail.elt.id === "q" && waiting === 0 && `?${asked}` === location.search) {
    event.preventDefault();
  }
});

document.addEventListener("htmx:beforeSend", (event) => setBusy(event, 1));
document.addEventListener("htmx:afterRequest", (event) => setBusy(event, -1));

// What a narrow window has unfolded above the hits stays so when an answer takes its place.
let unfolded = false;
function keepUnfolded() {
  if (byId("overview")) byId("overview").open = unfolded;
}
document.addEventListener("toggle", (event) => {
  if (event.target.id === "overview") unfolded = event.target.open;
}, true);
document.addEventListener("htmx:afterSwap", keepUnfolded);
document.addEventListener("htmx:historyRestore", keepUnfolded);

// Pressing Enter on what typing has already found must not need a second step back.
document.addEventListener("htmx:beforeHistoryUpdate", (event) => {
  const { history } = event.detail;
  if (history.path === location.pathname + location.search) history.type = "replace";
});

document.addEventListener("htmx:afterSettle", (event) => {
  const cause = event.detail.requestConfig?.elt;
  const box = byId("q");
  const words = document.querySelector("[data-words]")?.dataset.words;
  if (cause?.id !== "q" && box && words !== undefined) box.value = words;
  if (startedBy.get(event.detail.xhr) === "pages") {
    byId("results-heading").focus({ preventScroll: true });
  } else if (startedBy.get(event.detail.xhr) === "chips") {
    (byId("chips") ?? byId("results-heading")).focus({ preventScroll: true });
  }
  startedBy.delete(event.detail.xhr);
});

// Where a click came from, noted before the answer takes the place of what was clicked.
document.addEventListener("htmx:beforeRequest", (event) => {
  const { elt, xhr } = event.detail;
  if (elt.closest(".pages")) startedBy.set(xhr, "pages");
  else if (elt.closest(".chips")) startedBy.set(xhr, "chips");
});

function sayUnreachable() {
  const sentence = "The server did not answer. What you see is from before.";
  announce(sentence);
  const note = document.createElement("p");
  note.className = "note unreachable";
  note.textContent = sentence;
  document.querySelectorAll(".unreachable").forEach((old) => old.remove());
  byId("results")?.prepend(note);
}
document.addEventListener("htmx:sendError", sayUnreachable);
document.addEventListener("htmx:timeout", sayUnreachable);
// Going back several steps at once: only the last one is shown, however late the others come.
let restoring = null;
document.addEventListener("htmx:historyCacheMiss", (event) => {
  restoring?.abort();
  restoring = event.detail.xhr;
  htmx.trigger(".page", "htmx:abort");
});
document.addEventListener("htmx:historyCacheMissLoadError", () => location.reload());
