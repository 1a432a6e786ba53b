// Suggestions below the search box, as the combobox pattern of the ARIA Authoring Practices has it.
"use strict";

const DELAY_MS = 120;

function suggestIn(box) {
  const said = document.createElement("span");
  said.className = "unseen";
  said.setAttribute("role", "status");
  box.form.append(said);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "suggestions",
  })) box.setAttribute(name, value);

  let list = null;
  let active = -1;
  let timer = 0;
  let asking = new AbortController();
  let chosen = false;

  const isOpen = () => list !== null && !list.hidden;
  const options = () => [...list.children];

  function close() {
    clearTimeout(timer);
    asking.abort();
    if (list) list.hidden = true;
    active = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
    said.textContent = "";
  }

  function show(html) {
    const answer = document.createElement("template");
    answer.innerHTML = html;
    list?.remove();
    list = answer.content.firstElementChild;
    active = -1;
    box.removeAttribute("aria-activedescendant");
    if (options().length === 0 || document.activeElement !== box) return close();
    box.form.append(list);
    window.htmx?.process(list);
    box.setAttribute("aria-expanded", "true");
    said.textContent = list.dataset.status;
  }

  async function ask() {
    asking.abort();
    asking = new AbortController();
    const fields = [...new FormData(box.form)].filter(([, value]) => value !== "");
    try {
      const answer = await fetch(`/suggest?${new URLSearchParams(fields)}`, { signal: asking.signal });
      if (answer.ok) show(await answer.text());
    } catch (error) {
      if (error.name !== "AbortError") close();
    }
  }

  function mark(place) {
    const all = options();
    all[active]?.setAttribute("aria-selected", "false");
    // One step beyond either end leads back to the box.
    active = place < -1 ? all.length - 1 : place >= all.length ? -1 : place;
    all[active]?.setAttribute("aria-selected", "true");
    all[active]?.scrollIntoView({ block: "nearest" });
    if (active < 0) box.removeAttribute("aria-activedescendant");
    else box.setAttribute("aria-activedescendant", all[active].id);
  }

  box.addEventListener("input", () => {
    chosen = false;
    clearTimeout(timer);
    if (/\S$/.test(box.value)) timer = setTimeout(ask, DELAY_MS);
    else close();
  });
  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && isOpen()) mark(active + step);
    else if (step && box.value) ask();
    else if (event.key === "Escape" && isOpen()) close();
    else if (event.key === "Enter" && isOpen() && active >= 0) options()[active].click();
    else {
      if (event.key === "Enter") close();
      return;
    }
    event.preventDefault();
  });
  box.addEventListener("blur", close);
  // The box keeps the focus while an option is pressed.
  box.form.addEventListener("mousedown", (event) => {
    if (list?.contains(event.target)) event.preventDefault();
  });
  box.form.addEventListener("click", (event) => {
    if (!list?.contains(event.target)) return;
    chosen = true;
    close();
  });
  // What was typed before a choice is not searched any more. Later than here htmx would already
  // have given up the search for what was chosen.
  box.addEventListener("htmx:confirm", (event) => {
    if (chosen) event.preventDefault();
  });
}

function suggestInBox() {
  const box = document.getElementById("q");
  if (box && box.getAttribute("role") !== "combobox") suggestIn(box);
}
suggestInBox();
// Going back brings a page with a new box.
document.addEventListener("htmx:historyRestore", suggestInBox);
