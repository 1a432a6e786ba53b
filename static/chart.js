// Choosing a range of dates on the chart: by dragging, or with Shift and the arrow keys.
"use strict";

(() => {
  let range = null; // numbers of two places; the first is where it began
  let began = null; // the place where the pointer went down
  let dragged = false;
  let used = false;

  const chart = () => document.querySelector("svg.bars");
  const places = () => [...chart().querySelectorAll(".place")];
  const bars = () => [...chart().querySelectorAll("a")];
  const nearest = (number, list) => Math.min(Math.max(number, 0), list.length - 1);
  const slot = (place, name) => parseFloat(place.querySelector(".slot").getAttribute(name));

  function inside() {
    const [first, last] = [...range].sort((one, other) => one - other);
    return places().slice(first, last + 1);
  }

  function mark(places) {
    range = places;
    const says = document.getElementById("chart-range");
    const band = chart().querySelector(".band");
    says.dataset.hint ??= says.textContent;
    const chosen = range ? inside() : [];
    band.setAttribute("x", `${range ? slot(chosen[0], "x") : 0}%`);
    band.setAttribute("width", `${range ? slot(chosen[0], "width") * chosen.length : 0}%`);
    const count = chosen.reduce((sum, place) => sum + Number(place.dataset.count), 0);
    const ends = chosen.length > 1 ? [chosen[0], chosen.at(-1)] : chosen;
    const named = ends.map((place) => place.dataset.label).join(" to ");
    says.textContent = range
      ? `${named}: ${count.toLocaleString("en")} ${count === 1 ? "article" : "articles"}`
      : says.dataset.hint;
  }

  // A link that htmx follows as any other, and the browser when htmx is not there.
  function choose() {
    const url = new URL(chart().dataset.range, location.href);
    url.searchParams.set("from", inside()[0].dataset.from);
    url.searchParams.set("to", inside().at(-1).dataset.to);
    const link = document.createElement("a");
    link.href = url.pathname + url.search;
    link.className = "unseen";
    chart().closest("figure").append(link);
    window.htmx?.process(link);
    link.click();
  }

  // ---- Dragging: a click stays a click until the pointer reaches another bar ----

  function placeAt(event) {
    const box = chart().getBoundingClientRect();
    const share = (event.clientX - box.left) / box.width;
    return nearest(Math.floor((share * 100) / slot(places()[0], "width")), places());
  }

  document.addEventListener("pointerdown", (event) => {
    if (event.target.closest("svg.bars") && event.button === 0 && event.isPrimary) {
      began = placeAt(event);
    }
  });
  document.addEventListener("pointermove", (event) => {
    if (began === null || !chart()) return;
    const place = placeAt(event);
    if (!dragged && place === began) return;
    dragged = true;
    chart().setPointerCapture(event.pointerId);
    mark([began, place]);
  });
  function end(chosen) {
    if (began !== null && dragged && chart()) chosen ? choose() : mark(null);
    began = null;
    setTimeout(() => { dragged = false; }); // after the click that a release may be
  }
  document.addEventListener("pointerup", () => end(true));
  document.addEventListener("pointercancel", () => end(false));
  document.addEventListener("click", (event) => {
    if (!dragged || !event.target.closest("svg.bars")) return;
    event.preventDefault();
    event.stopPropagation();
  }, true);
  document.addEventListener("dragstart", (event) => {
    if (event.target.closest?.("svg.bars")) event.preventDefault();
  });

  // ---- Keyboard: one stop for Tab, arrows between the bars, Shift for a range ----

  function reach(bar) {
    bars().forEach((other) => other.setAttribute("tabindex", other === bar ? "0" : "-1"));
    return bar;
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") end(false);
    const bar = event.target.closest("svg.bars a");
    if (!bar || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = places();
    const way = { ArrowLeft: -1, ArrowRight: 1, Home: -all.length, End: all.length }[event.key];
    if (event.key === "Escape") mark(null);
    else if (event.key === "Enter" && range) choose();
    else if (way && event.shiftKey) {
      const [from, to] = range ?? [all.indexOf(bar.parentNode), all.indexOf(bar.parentNode)];
      mark([from, nearest(to + way, all)]);
    } else if (way) {
      mark(null);
      reach(bars()[nearest(bars().indexOf(bar) + way, bars())]).focus();
    } else return;
    event.preventDefault();
  });

  // The chart that comes in place of the one that was used takes the focus that it had.
  document.addEventListener("htmx:beforeRequest", (event) => {
    used = !!event.detail.elt.closest(".chart-room, .chart > a") && document.activeElement !== document.body;
  });
  function begin() {
    range = null;
    const bar = chart() && (chart().querySelector("a.on") ?? bars()[0]);
    if (bar) reach(bar);
    if (used) (bar ?? document.getElementById("results-heading"))?.focus({ preventScroll: true });
    used = false;
  }
  document.addEventListener("htmx:afterSettle", begin);
  begin();
})();
