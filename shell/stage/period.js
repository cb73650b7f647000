// The stage: the second handle, where what stands between two days is shown. It moves under the hand; the server follows
// when the hand rests, since every stop of a period depends on where it begins.
const second = { moving: "", held: false, timer: 0, from: -1, to: -1, start: "", grip: 0, ends: [] };
const beginning = () => one("[data-from]");
const froms = listing(() => beginning()?.dataset.from); // every day of the rail: a period may begin and end on each
const stretch = () => {
  const from = beginning(), to = one("[data-handle]"), band = one("[data-stretch]");
  if (!from || !to || !band) return;
  const left = parseFloat(from.style.left), right = parseFloat(to.style.left);
  band.style.left = `${left}%`;
  band.style.width = `${Math.max(0, right - left)}%`;
};
const end_at = () => one("[data-handle]")?.dataset.day || now()?.day || "";

const hold = (what) => { clearTimeout(second.timer); second.moving = what; rail()?.classList.add("between"); };
// Let go: the handles stand where the server says, also where it had nothing new to say.
const release = () => {
  const handle = beginning(), [begin] = stops(handle?.dataset.begin || "");
  second.moving = "";
  rail()?.classList.remove("between");
  if (begin && handle.dataset.day !== begin.day) put(handle, begin, nearest(begin.day, froms()) + 1);
  refresh();
};
addEventListener("popstate", (event) => { if (event.isTrusted && !second.held) release(); }); // Back: the handles follow
// The first day of the period: never past the last one; upon it the two are one, and a day is shown.
const begin_at = (i) => {
  const listed = froms(), last = nearest(end_at(), listed);
  hold("from");
  second.from = Math.max(0, Math.min(last, i));
  put(beginning(), listed[second.from], second.from + 1);
  stretch();
};
const both_at = (from, to) => {
  const listed = froms();
  second.from = Math.max(0, Math.min(listed.length - 2, from));
  second.to = Math.max(second.from + 1, Math.min(listed.length - 1, to));
  put(beginning(), listed[second.from], second.from + 1);
  put(one("[data-handle]"), listed[second.to], second.to + 1);
  stretch();
};
const leave = (soon = REST) => { clearTimeout(second.timer); second.timer = setTimeout(ask, soon); };
const ask = () => {
  const what = second.moving, from = froms()[second.from], to = what === "whole" ? froms()[second.to] : null;
  if (!what || !from) { release(); return; }
  const still = second.start === from.day && (!to || to.day === now()?.day);
  if (!still) go(to ? { since: from.day, asof: to.day } : from.day >= end_at() ? { period: null } : { since: from.day });
  second.timer = setTimeout(release, still ? 0 : 1500); // its answer brings a rail of its own
};

document.addEventListener("pointerdown", (event) => {
  const handle = event.target.closest?.("[data-from]"), middle = event.target.closest?.("[data-stretch]");
  if ((!handle && !middle) || event.button) return;
  event.preventDefault();
  event.stopPropagation();
  if (hand.moving) settle();
  second.start = beginning().dataset.day;
  second.from = nearest(second.start, froms());
  if (handle) { handle.focus({ preventScroll: true }); hold("from"); second.held = true; return; }
  hold("whole");
  second.held = true;
  second.grip = share_of(event);
  second.ends = [parseFloat(beginning().style.left), parseFloat(one("[data-handle]").style.left)];
  second.to = nearest(end_at(), froms());
}, true);
document.addEventListener("pointermove", (event) => {
  if (!second.held) return;
  if (second.moving === "from") { begin_at(closest(share_of(event), froms())); return; }
  const moved = share_of(event) - second.grip, listed = froms();
  both_at(...second.ends.map((at) => closest(at + moved, listed)));
});
for (const name of ["pointerup", "pointercancel"]) document.addEventListener(name, () => { if (second.held) { second.held = false; leave(0); } });
document.addEventListener("keydown", (event) => {
  if (!event.target.closest?.("[data-from]") || event.ctrlKey || event.metaKey || event.altKey) return;
  const listed = froms(), day = beginning().dataset.day, here = nearest(day, listed), exact = listed[here].day === day;
  const to = aimed(event.key, here, exact, listed, nearest(end_at(), listed) - 1);
  if (to === undefined) return;
  event.preventDefault();
  if (!second.moving) second.start = day;
  begin_at(to);
  leave();
});
document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-period]"), to = event.target.closest?.("[data-to]");
  if (button) go({ period: button.getAttribute("aria-pressed") === "true" ? null : "open" });
  if (to) one(`.st-key-${to.dataset.to}`)?.scrollIntoView({ behavior: calm() ? "auto" : "smooth" });
});
document.addEventListener("dblclick", (event) => { // a phase as a whole
  const phase = beginning() && event.target.closest?.("[data-phase]");
  if (!phase) return;
  const [since, asof] = phase.dataset.phase.split(" ");
  clearTimeout(hand.timer);
  if (hand.moving) settle();
  go({ since, asof });
});
