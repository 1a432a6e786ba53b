// The article page: stepping through marked words, turning to the next article, copying.
// Marked words are links with numbers, and everything else is selectable, without this file.
"use strict";

{
  const bar = document.getElementById("marks");
  const count = Number(bar?.dataset.count ?? 0);
  let current = 0;

  function say(place) {
    current = place;
    bar.querySelector(".at").textContent = `${place} / ${count}`;
  }

  function show() {
    const found = /^#mark-(\d+)$/.exec(location.hash);
    if (bar && found) say(Number(found[1]));
  }

  function step(by) {
    if (!count) return;
    const focused = document.activeElement;
    const next = current ? ((current - 1 + by + count) % count) + 1 : by > 0 ? 1 : count;
    // Told at once: of quick presses, the browser reports only the last change of address.
    say(next);
    // Each place has an address, but stepping must not fill the way back.
    location.replace(`#mark-${next}`);
    if (bar.contains(focused)) focused.focus({ preventScroll: true });
  }

  const turn = (rel) => document.querySelector(`.way-back a[rel=${rel}]`)?.click();
  const keys = { n: () => step(1), p: () => step(-1), j: () => turn("next"), k: () => turn("prev") };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, dialog")) return;
    keys[event.key]?.();
  });

  async function copy(button) {
    const source = document.getElementById(button.dataset.copy);
    const said = button.closest("details").querySelector(".said");
    try {
      await navigator.clipboard.writeText(source.textContent);
      said.textContent = "Copied.";
    } catch {
      // Browsers keep the clipboard to pages that came over HTTPS.
      getSelection().selectAllChildren(source);
      said.textContent = "Selected: press Ctrl+C to copy it.";
    }
  }

  document.addEventListener("click", (event) => {
    const by = event.target.closest("[data-step]")?.dataset.step;
    if (by) step(Number(by));
    const button = event.target.closest("[data-copy]");
    if (button) copy(button);
  });

  addEventListener("hashchange", show);
  show();
}
