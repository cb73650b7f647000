// The stage, beside it: charts over time stay as they are from day to day, so that no step sends them again; the chosen
// day is drawn over them here, and follows the hand.
const TIMED = ".st-key-growth .js-plotly-plot";
const draw_day = () => {
  const shown = scene();
  for (const plotted of shown ? all(TIMED) : []) {
    const axis = plotted._fullLayout?.xaxis, room = plotted._fullLayout?._size, holder = plotted.closest(".stPlotlyChart");
    if (!axis?.d2p || !room || !holder) continue;
    const at = axis.d2p(shown.day), key = [shown.day, shown.said, Math.round(at), room.l, room.h].join();
    let line = one(":scope > .sti-day", holder);
    if (line?.dataset.key === key) continue;
    if (!line) {
      line = document.createElement("div");
      line.className = "sti-day";
      line.append(document.createElement("b"));
      holder.append(line);
    }
    line.dataset.key = key;
    line.hidden = at < 0 || at > axis._length;
    const top = plotted.getBoundingClientRect().top - holder.getBoundingClientRect().top + room.t;
    Object.assign(line.style, { left: `${room.l + at}px`, top: `${top}px`, height: `${room.h}px` });
    one("b", line).textContent = shown.said;
    one("b", line).classList.toggle("before", at > axis._length / 2);
  }
};
