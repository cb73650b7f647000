// Where pointer and keys lead on a map and on a rail. The stage and the first picture go by the same rules.
const WAYS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
const neighbour = (points, from, [east, south]) => { // the area whose point lies nearest in a direction
  let best = from, least = Infinity;
  points.forEach(([px, py], i) => {
    const dx = px - points[from][0], dy = py - points[from][1];
    const along = dx * east + dy * south, across = Math.abs(dx * south) + Math.abs(dy * east);
    if (i !== from && along > 1 && across <= along * 1.2 && along + across < least) { least = along + across; best = i; }
  });
  return best;
};
// A box beside a point, on the screen.
const beside = (box, x, y) => {
  const [w, h] = [box.offsetWidth, box.offsetHeight];
  box.style.left = `${Math.max(6, Math.min(innerWidth - w - 6, x + 18 + w > innerWidth ? x - w - 18 : x + 18))}px`;
  box.style.top = `${Math.max(6, Math.min(innerHeight - h - 6, y - h / 2))}px`;
};

// Days as an attribute lists them, "day place said|…".
const stops = (text) => text.split("|").filter(Boolean).map((one) => {
  const [day, at, ...said] = one.split(" ");
  return { day, at: Number(at), said: said.join(" ") };
});
const last_by = (day, among) => Math.max(0, among.findLastIndex((stop) => stop.day <= day));
const closest = (share, among) => // share: of the rail, in %
  among.reduce((found, stop, i) => (Math.abs(stop.at - share) < Math.abs(among[found].at - share) ? i : found), 0);
const year = (i, way, among) => { // the last stop of the fiscal year before or after
  const fiscal = (day) => Number(day.slice(0, 4)) + (day.slice(5, 7) >= "10" ? 1 : 0), wanted = fiscal(among[i].day) + way;
  const found = among.findLastIndex((stop) => fiscal(stop.day) <= wanted);
  return found < 0 ? 0 : way > 0 ? Math.max(found, i + 1) : Math.min(found, i - 1);
};
// Where a key takes a handle from a stop; exact: it stands upon it, not between it and the next. last: as far as it may go.
const aimed = (key, here, exact, among, last) => ({ ArrowRight: here + 1, ArrowUp: here + 1, ArrowLeft: exact ? here - 1 : here,
  ArrowDown: exact ? here - 1 : here, PageUp: year(here, 1, among), PageDown: year(here, -1, among), Home: 0, End: last })[key];
const put = (handle, { day, at, said }, number) => {
  const word = handle.querySelector("b");
  handle.style.left = `${at}%`;
  handle.dataset.day = day;
  handle.setAttribute("aria-valuenow", number);
  handle.setAttribute("aria-valuetext", said);
  word.textContent = said;
  word.style.setProperty("--at", at);
};
