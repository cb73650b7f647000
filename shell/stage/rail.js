// The stage: time under the hand. Every stop lies in the page; each frame shows one, without a request. The server
// follows when the hand rests, and has the last word; where it does not answer, what was there before comes back.
const REST = 320, SPEEDS = [1, 2, 4], STEP = 640; // ms
const hand = { moving: false, held: false, at: -1, drawn: -1, asked: "", since: 0, before: null, timer: 0, playing: 0, frames: 0 };
const rail = () => one(".sti-rail");
const days = listing(() => rail()?.dataset.stops); // the days at which the handle stops
const nearest = (day, among = days()) => last_by(day, among);
const part = (name) => one(`.st-key-stage [data-part=${name}]`);

// The handle stands where the hand holds it, else where the server says that we are: the rail itself never changes.
const stand = () => {
  const shown = now(), handle = one("[data-handle]");
  if (shown && handle && !hand.moving && !second.moving && handle.dataset.day !== shown.day) put(handle, shown, nearest(shown.day) + 1);
};

// What the browser draws stands where it should: the handle, the chosen day on charts, the glass over the map.
const refresh = () => { stand(); stretch(); draw_day(); glaze(); answer(); remember(); };

// One frame: handle, map, sentence, figures, list, legend.
const show = () => {
  const stop = days()[hand.at], handle = one("[data-handle]");
  if (!stop || !handle || !now()) return; // while the page is put together anew it is looked at again in a moment
  put(handle, stop, hand.at + 1);
  const set = frames(), frame = set?.stops[hand.at];
  if (!frame) return;
  for (const [name, pieces] of Object.entries(frame.parts)) {
    const place = part(name);
    if (!place || place.dataset.stop === `${hand.at}`) continue;
    // Just as the platform shows what it is sent: it takes a link's target off.
    place.innerHTML = pieces.map((i) => set.html[i]).join("").replaceAll("asof=@", `asof=${frame.day}`).replaceAll(' target="_self"', "");
    place.dataset.stop = hand.at;
  }
  const shown = scene(), card = one(".sti-card[data-card]");
  refresh();
  colour(shown);
  if (card) {
    const i = shown.codes.indexOf(card.dataset.card), line = one("[data-card-state]", card);
    card.classList.add("moving");
    if (line) line.textContent = i < 0 ? "–" : shown.texts[i].split("\n").slice(1).filter(Boolean).join(" · ");
  }
  hand.drawn = hand.at; hand.frames += 1;
};
let due = 0;
const draw = () => { if (!due) due = requestAnimationFrame(() => { due = 0; if (hand.moving) show(); }); };
const move = (i) => {
  const to = Math.max(0, Math.min(days().length - 1, i));
  if (!hand.moving) begin();
  if (to === hand.at) return;
  hand.at = to;
  draw();
};
const begin = () => {
  hand.moving = true; hand.drawn = -1; hand.asked = "";
  if (hand.at < 0) hand.at = nearest(now()?.day || "");
  hand.before = { day: now()?.day, handle: one("[data-handle]")?.outerHTML, z: now()?.z,
    parts: Object.fromEntries(["said", "figures", "head", "rows", "legend"].map((name) => [name, part(name)?.innerHTML])) };
};
const rest = (soon = REST) => { clearTimeout(hand.timer); hand.timer = setTimeout(follow, soon); };
const follow = () => {
  const stop = days()[hand.at], under_way = hand.asked && hand.asked !== stop?.day; // another day's answer may yet come
  hand.timer = 0;
  if (!hand.moving || hand.held || hand.playing || !stop) return;
  if (stop.day === now()?.day && !under_way) { settle(); return; }
  hand.asked = stop.day; hand.since = performance.now(); hand.ran = false;
  if (new URLSearchParams(location.search).get("asof") !== stop.day) go({ asof: stop.day });
  watch();
};
const settle = () => { hand.moving = false; hand.at = -1; hand.asked = ""; for (const place of all("[data-part]")) delete place.dataset.stop; one(".sti-card.moving")?.classList.remove("moving"); refresh(); };
const back = () => { // what was there before
  const old = hand.before, handle = one("[data-handle]");
  for (const [name, html] of Object.entries(old?.parts || {})) if (part(name) && html != null) part(name).innerHTML = html;
  if (handle && old?.handle) handle.outerHTML = old.handle;
  settle();
  if (now()) { colour(now()); glass.key = ""; refresh(); }
};
// Until the server has answered: its answer carries the day that was asked for.
const watch = () => {
  if (!hand.asked || hand.timer) return; // the hand has gone on: its next rest asks anew, no answer takes it back
  const state = app(), passed = performance.now() - hand.since;
  if (state.testScriptState === "running") hand.ran = true;
  if (now()?.day === hand.asked && state.testScriptState === "notRunning") { if (!hand.held && !hand.playing) settle(); return; }
  const silent = state.testScriptState === "notRunning" && (hand.ran ? passed > 600 : passed > 4000) && now()?.day !== hand.asked;
  if (silent || state.testConnectionState !== "CONNECTED") { if (!hand.held && !hand.playing) back(); return; }
  setTimeout(watch, 50);
};

// Play: from the beginning, over the stops on which something changes.
const same = (a, b) => a && b && a.z === b.z && a.layer === b.layer && JSON.stringify(a.parts.figures) === JSON.stringify(b.parts.figures);
const next = (i) => {
  const set = frames();
  let to = i + 1;
  while (set && to < days().length - 1 && same(set.stops[i], set.stops[to])) to += 1;
  return to;
};
const speed = () => Number(one("[data-speed]")?.dataset.times || 1);
const stop_playing = () => { clearTimeout(hand.playing); hand.playing = 0; face(); if (hand.moving) rest(0); };
const face = () => {
  const button = one("[data-play]");
  rail()?.classList.toggle("playing", Boolean(hand.playing));
  button?.setAttribute("aria-label", hand.playing ? button.dataset.pause : button.dataset.start);
};
const tick = () => {
  if (!rail()) { hand.playing = 0; return; }
  if (hand.at >= days().length - 1) { stop_playing(); return; }
  move(next(hand.at));
  hand.playing = setTimeout(tick, STEP / speed());
};
const play = () => {
  if (hand.playing) { hand.paused = hand.at; stop_playing(); return; }
  const from = hand.paused >= 0 && hand.paused === (hand.moving ? hand.at : nearest(now()?.day || "")) && hand.paused < days().length - 1 ? hand.paused : 0;
  hand.paused = -1;
  clearTimeout(hand.timer);
  if (!hand.moving) begin();
  hand.at = -1;
  move(from);
  hand.playing = setTimeout(tick, STEP / speed());
  face();
};

const share_of = (event) => { // where the pointer is, in % of the rail
  const place = one("[data-track]").getBoundingClientRect();
  return (event.clientX - place.x) / place.width * 100;
};
const at_pointer = (event) => closest(share_of(event), days());
document.addEventListener("pointerdown", (event) => {
  const track = event.target.closest?.("[data-track]");
  if (!track || event.button) return;
  event.preventDefault();
  if (hand.playing) { clearTimeout(hand.playing); hand.playing = 0; face(); }
  clearTimeout(hand.timer);
  hand.held = true;
  one("[data-handle]").focus({ preventScroll: true });
  move(at_pointer(event));
});
document.addEventListener("pointermove", (event) => { if (hand.held) move(at_pointer(event)); });
for (const name of ["pointerup", "pointercancel"]) document.addEventListener(name, () => { if (hand.held) { hand.held = false; rest(); } });
document.addEventListener("keydown", (event) => {
  if (!event.target.closest?.("[data-handle]")) return;
  const here = hand.moving ? hand.at : nearest(now()?.day || ""), exact = hand.moving || days()[here]?.day === now()?.day;
  const to = aimed(event.key, here, exact, days(), days().length - 1);
  if (event.key === " ") { event.preventDefault(); play(); return; }
  if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  if (hand.playing) { clearTimeout(hand.playing); hand.playing = 0; face(); }
  if (!hand.moving) begin();
  move(to);
  rest();
});
document.addEventListener("click", (event) => {
  const faster = event.target.closest?.("[data-speed]"), stepping = event.target.closest?.(".st-key-asof_on button, .st-key-asof_back button");
  if (event.target.closest?.("[data-play]")) play();
  if (faster) {
    const times = SPEEDS[(SPEEDS.indexOf(speed()) + 1) % SPEEDS.length];
    faster.dataset.times = times;
    faster.textContent = `${times}×`;
    faster.setAttribute("aria-label", `${faster.dataset.speed} ${times}×`); // the name holds what is seen
  }
  const sheet = event.target.closest?.("[data-sheet]");
  if (sheet?.matches("button")) {
    const open = document.documentElement.dataset.sheet !== "open";
    document.documentElement.dataset.sheet = open ? "open" : "";
    sheet.setAttribute("aria-expanded", String(open));
  }
  // A step button's answer is foreseen too: it is painted in the frame after the click; the server does the step.
  if (stepping && !stepping.disabled && frames() && !hand.asked && app().testConnectionState === "CONNECTED") {
    const here = nearest(now().day), way = stepping.closest(".st-key-asof_on") ? 1 : -1;
    const to = way < 0 && days()[here].day !== now().day ? here : here + way;
    if (!days()[to]) return;
    begin();
    hand.at = to;
    show();
    hand.asked = days()[to].day; hand.since = performance.now(); hand.ran = false;
    setTimeout(watch, 50);
  }
}, true);

// The stops are asked for when the page has come to rest, so that no page is later for them. Who saves data does
// not ask: the rail then asks the server for each day, unless the stops of this view are written already.
let wanted = 0;
const want = () => {
  if (navigator.connection?.saveData) return;
  const button = one(".st-key-stage_ahead button"), place = one("template[data-stage-frames]");
  if (!button || !place || place.content.textContent || "none" in place.dataset || hand.held) return;
  if (one("[data-testid=stPopoverBody], [role=dialog], [role=listbox]:not(.sti-glass)")) return; // something stands open
  if (app().testScriptState !== "notRunning" || app().testConnectionState !== "CONNECTED" || performance.now() - wanted < 1500) return;
  wanted = performance.now();
  button.click();
};
setInterval(want, 400);

// The page changes under us at every answer of the server: look once per frame, and put the glass back.
let looking = 0;
new MutationObserver(() => {
  if (looking) return;
  looking = requestAnimationFrame(() => {
    looking = 0;
    if (!rail()) { if (hand.moving) { hand.moving = false; hand.at = -1; } tip().hidden = true; return; }
    for (const stop of frames()?.stops || []) { layer(stop.layer); if (stop.groups) layer(stop.groups); } // before the hand moves
    if (hand.moving && hand.drawn >= 0 && all("[data-part]").some((place) => place.dataset.stop !== `${hand.at}`)) show();
    else refresh();
  });
}).observe(document.body, { childList: true, subtree: true });
addEventListener("resize", () => refresh());
window.stiStage.hand = hand; // for tests: how many frames were drawn
refresh();
