// One step ahead: paints the map and the sentence of the next day in the frame after the click on a step button.
// The server's answer follows and has the last word; where none comes, what was there before comes back.
if (!window.stiAhead) {
  window.stiAhead = true;
  const app = () => document.querySelector("[data-testid=stApp]")?.dataset || {};
  const rgb = (hex) => `rgb(${[1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)).join(", ")})`; // as plotly writes it
  const note = () => document.querySelector("template[data-ahead-of]");
  let waiting = null;

  const paint = (step) => {
    const areas = [...document.querySelectorAll(".st-key-map g.choropleth:first-child path")];
    const { classes, colours } = step.dataset, fills = colours.split(",").map(rgb);
    if (!areas.length || areas.length !== classes.length) return null;
    const before = areas.map((area) => area.getAttribute("fill"));
    const undo = [() => areas.forEach((area, i) => area.setAttribute("fill", before[i]))];
    areas.forEach((area, i) => area.setAttribute("fill", fills[parseInt(classes[i], 36)]));
    for (const place of [".st-key-card_map .sti-card-head", ".sti-lead"]) {
      const old = document.querySelector(place), made = step.querySelector(place.split(" ").pop())?.cloneNode(true);
      if (!old || !made) continue;
      old.replaceWith(made);
      undo.push(() => { if (made.isConnected) made.replaceWith(old); });
    }
    return () => undo.forEach((one) => one());
  };

  // Until the server has answered: its answer carries another day's note. A run that ends without one (two steps that
  // cancel each other, a lost connection) leaves the page as it was, so what was painted ahead is taken back.
  const watch = () => {
    if (!waiting) return;
    const state = app(), now = performance.now();
    if (state.testScriptState === "running") waiting.ran = true;
    const rests = state.testScriptState === "notRunning" && (waiting.ran || now > waiting.since + 2000);
    if (note()?.dataset.aheadOf !== waiting.of) waiting = null;
    else if (rests || state.testConnectionState !== "CONNECTED") { waiting.undo(); waiting = null; }
    else setTimeout(watch, 50);
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    const key = button && !button.disabled && ["asof_on", "asof_back"].find((k) => button.closest(".st-key-" + k));
    const told = note();
    if (!key || !told || waiting || app().testConnectionState !== "CONNECTED") return;
    const step = told.content.querySelector(`[data-step=${key}]`);
    const undo = step && paint(step);
    if (!undo) return;
    waiting = { undo, of: told.dataset.aheadOf, since: performance.now(), ran: false };
    setTimeout(watch, 50);
  }, true);
}
