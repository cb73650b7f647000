// The stage: what an area was over the whole rail, as a small line, in what hovers and on the card of the chosen area, and
// in words for who hears the map. Drawn from the stops that lie in the page; over a period, or where a reader saves data,
// there is none.
const WIDE = 208, HIGH = 9; // px
// The stretches of one class: from, to (% of the rail), since (as the rail says that day), the class ("" before it was an area).
const runs = (code) => {
  const set = beginning() ? null : frames(), listed = days(), found = [];
  if (!set || set.stops.length !== listed.length) return found;
  set.stops.forEach((stop, i) => {
    const place = stop.codes.indexOf(code), z = place < 0 ? "" : stop.z[place], last = found.at(-1);
    if (last?.z !== z) found.push({ from: listed[i].at, to: 100, since: listed[i].said, z });
    if (last && last.z !== z) last.to = listed[i].at;
  });
  return found;
};
const label_of = (colour) => {
  const item = items().find((one) => colour_of(one) === colour), plain = item?.cloneNode(true);
  plain?.querySelectorAll("b").forEach((count) => count.remove());
  return plain?.textContent.trim() || "";
};
const in_words = (code) => { // what changed when, as far as the legend names it
  const colours = now()?.colours || [];
  return runs(code).map(({ since, z }) => [since, z && label_of(colours[parseInt(z, 36)])]).filter(([, word]) => word)
    .map((told) => told.join(" ")).join("; ");
};
const past = (code) => {
  const shown = scene(), found = runs(code), at = hand.moving ? days()[hand.at]?.at : shown?.at;
  if (!found.length) return null;
  const made = document.createElement("div"), line = make("svg", { width: WIDE, height: HIGH + 4, "aria-hidden": "true" });
  for (const { from, to, z } of found) {
    const place = parseInt(z, 36), fill = shown.hatched.includes(place) ? "url(#sti-hatch-whole)" : shown.colours[place];
    if (z) line.append(make("rect", { x: (from * WIDE / 100).toFixed(1), y: 2, width: ((to - from) * WIDE / 100).toFixed(1), height: HIGH, fill }));
  }
  line.append(make("path", { class: "day", d: `M${(at * WIDE / 100).toFixed(1)},0V${HIGH + 4}` }));
  const ends = document.createElement("span");
  ends.append(...[days()[0], days().at(-1)].map(({ said }) => Object.assign(document.createElement("i"), { textContent: said })));
  made.className = "sti-past";
  made.append(line, ends);
  return made;
};
// The card of the chosen area has it below its state; the page writes the card anew with each answer.
const remember = () => {
  const card = one(".sti-card[data-card]"), state = card && one("[data-card-state]", card)?.parentElement;
  if (!state) return;
  const key = `${card.dataset.card} ${frames() ? 1 : 0} ${hand.moving ? hand.at : now()?.day}`, old = one(".sti-past", state);
  if (old?.dataset.key === key) return;
  const made = past(card.dataset.card);
  old?.remove();
  if (made) { made.dataset.key = key; state.append(made); }
};
