// The first picture answers until the page does: names and states under pointer and keyboard, areas open, days go by.
// What was asked stands in the address; the page, once it is there, is asked for the same, and takes over where the hand is.
const poster = document.getElementById("sti-poster"), SVG = "http://www.w3.org/2000/svg";
const here = (what) => poster.querySelector(what), page = (what) => document.querySelector(`[data-testid=stApp] ${what}`);
const make = (name, attributes) => { const made = document.createElementNS(SVG, name); for (const key in attributes) made.setAttribute(key, attributes[key]); return made; };
const word = (name, text, cls = "") => Object.assign(document.createElement(name), { textContent: text, className: cls });
const tip = word("div", "", "sti-tip");
tip.hidden = true; tip.setAttribute("aria-hidden", "true");
poster.append(tip);
try { // a sheet chosen in this page on another visit
  const key = Object.keys(localStorage).find((name) => name.replace(/-v\d+$/, "") === `stActiveTheme-${location.pathname}`);
  const sheet = key && JSON.parse(localStorage[key]).toLowerCase();
  if (["light", "dark"].includes(sheet)) poster.dataset.sheet = sheet;
} catch { /* no memory, no choice */ }

let said, svg, options, at = -1, wanted = {}, asked = 0, since = 0, timer = 0, held = null;
const lines = (i) => said.texts[i].map((line) => said.lines[line]).filter((line, n) => line || !n);
const told = (i) => [word("b", said.names[i]), word("i", lines(i)[0]),
  ...lines(i).slice(1).map((line, n, all) => word("span", line, n === all.length - 1 ? "mark" : ""))];
const read = () => {
  said = JSON.parse(here("template").content.textContent);
  svg = here(".plot > svg");
  const land = svg.querySelector("path[data-code]").parentNode, group = make("g", { class: "options" });
  const stripes = make("pattern", { id: "sti-first-hatch", patternUnits: "userSpaceOnUse", width: 5, height: 5, patternTransform: "rotate(45)" });
  stripes.append(make("rect", { width: 1.4, height: 5, fill: said.stripe }));
  group.append(stripes);
  options = said.codes.map((code, i) => {
    const d = land.querySelector(`[data-code="${code}"]`)?.getAttribute("d") || "";
    return make("path", { id: `sti-first-${i}`, role: "option", d, "data-code": code, "aria-selected": code === said.area,
      "aria-label": [said.names[i], ...lines(i)].filter(Boolean).join(", "), ...(said.hatched.includes(i) ? { class: "hatched" } : {}) });
  });
  group.append(...options);
  land.parentNode.append(group);
  for (const path of svg.querySelectorAll(".names path")) { // the close-up has its own
    if (said.hatched.includes(said.codes.indexOf(path.dataset.code))) { const over = path.cloneNode(); over.classList.add("hatched"); path.after(over); }
  }
  svg.removeAttribute("aria-hidden");
  for (const [name, value] of [["role", "listbox"], ["tabindex", 0], ["aria-label", said.label]]) svg.setAttribute(name, value);
  const chosen = said.codes.indexOf(said.area), card = here(".chosen");
  card.hidden = chosen < 0;
  if (chosen >= 0) card.replaceChildren(...told(chosen));
  at = -1; tip.hidden = true;
};

// Which area is meant: its outline, and what is said of it.
const mark = (i) => {
  options.forEach((path, n) => path.classList.toggle("at", n === i));
  at = i; tip.hidden = i < 0;
  if (i < 0) { svg.removeAttribute("aria-activedescendant"); return; }
  svg.setAttribute("aria-activedescendant", `sti-first-${i}`);
  tip.replaceChildren(...told(i));
  const place = new DOMPoint(...said.at[i]).matrixTransform(svg.getScreenCTM());
  beside(tip, place.x, place.y);
};
const under = (event) => said.codes.indexOf(event.target.closest?.("path[data-code]")?.dataset.code);
const choose = (i) => { if (i >= 0) go(said.level === "group" ? { groups: said.codes[i], area: "", level: "" } : { area: said.codes[i] }); };

// Another view: into the address, to the page if it listens already, and as another picture.
const tell = () => { since = performance.now(); dispatchEvent(new PopStateEvent("popstate", { state: {} })); };
const address = (changes) => {
  const to = new URL(location.href);
  for (const [name, value] of Object.entries(changes)) value ? to.searchParams.set(name, value) : to.searchParams.delete(name);
  return to;
};
const go = async (changes) => {
  Object.assign(wanted, changes);
  const to = address(wanted), number = ++asked;
  history.pushState({}, "", to);
  tell();
  try {
    const answer = await fetch(to, { headers: { accept: "text/html" } });
    const next = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#sti-poster .now");
    if (number !== asked || !poster.isConnected) return;
    if (!next) throw new Error("no picture of this view");
    const code = said.codes[at], walks = document.activeElement === svg;
    here(".now").replaceWith(next);
    read();
    if (walks) svg.focus({ preventScroll: true });
    if (code && !held) mark(said.codes.indexOf(code));
  } catch { if (number === asked && poster.isConnected) stand(); } // the day that is shown
};

// The rail: handles stand where the hand holds them; when it rests, their day is asked for.
const track = here("[data-track]"), rails = [];
for (const [handle, name] of [[here("[data-handle]"), "asof"], [here("[data-from]"), "since"]]) {
  if (!handle) continue;
  rails.push({ handle, name, days: stops(handle.dataset.from || here(".sti-rail").dataset.stops), i: 0, exact: true });
}
const stand = () => {
  const [one, from] = rails;
  one.i = last_by(said.day, one.days); one.exact = one.days[one.i].day === said.day;
  put(one.handle, { day: said.day, at: said.x, said: said.said }, one.i + 1);
  if (from) from.i = last_by(from.handle.dataset.day, from.days);
};
const move = (one, i) => {
  let to = Math.max(0, Math.min(one.days.length - 1, i));
  const [day, from] = rails, low = from?.days[from.i].day;
  if (one === from) while (to > 0 && one.days[to].day >= day.days[day.i].day) to -= 1;
  else if (low) while (to < one.days.length - 1 && one.days[to].day <= low) to += 1;
  one.i = to; one.exact = true;
  put(one.handle, one.days[to], to + 1);
};
const rest = (one) => { clearTimeout(timer); timer = setTimeout(() => { timer = 0; if (!held) go({ [one.name]: one.days[one.i].day }); }, 200); };
const pointed = (event, one) => {
  const box = track.getBoundingClientRect(), x = (event.clientX - box.x) / box.width * 100;
  return closest(x, one.days);
};
track.addEventListener("pointerdown", (event) => {
  event.preventDefault();
  held = rails.find(({ handle }) => handle.contains(event.target)) || rails[0];
  track.setPointerCapture(event.pointerId);
  held.handle.focus({ preventScroll: true });
  if (event.target !== held.handle) move(held, pointed(event, held));
});
track.addEventListener("pointermove", (event) => { if (held) move(held, pointed(event, held)); });
for (const name of ["pointerup", "pointercancel"]) track.addEventListener(name, () => { const one = held; held = null; if (one) rest(one); });

// Pointer and keys upon the picture stay with it; elsewhere they are meant for the page, as soon as that is there.
poster.addEventListener("pointermove", (event) => { if (!held && svg.contains(event.target)) { const i = under(event); if (i !== at) mark(i); } });
poster.addEventListener("pointerout", (event) => { if (!held && document.activeElement !== svg && !svg.contains(event.relatedTarget)) mark(-1); });
poster.addEventListener("click", (event) => { event.stopPropagation(); if (svg.contains(event.target)) choose(under(event)); });
poster.addEventListener("focusin", (event) => { if (event.target === svg && svg.matches(":focus-visible") && at < 0) mark(Math.max(0, said.codes.indexOf(said.area))); });
poster.addEventListener("focusout", (event) => { if (event.target === svg) mark(-1); });
poster.addEventListener("keydown", (event) => {
  const one = rails.find(({ handle }) => handle === event.target);
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const to = one && aimed(event.key, one.i, one.exact, one.days, one.days.length - 1);
  if (to !== undefined) { move(one, to); rest(one); }
  else if (event.target !== svg) return;
  else if (WAYS[event.key]) mark(at < 0 ? said.named[0] ?? 0 : neighbour(said.at, at, WAYS[event.key]));
  else if (event.key === "Enter" || event.key === " ") choose(at);
  else if (event.key === "Escape") mark(-1);
  else return;
  event.preventDefault();
});
for (const name of ["pointerdown", "keydown"]) poster.addEventListener(name, (event) => event.stopPropagation());
for (const name of ["wheel", "touchmove", "pointerdown", "keydown"]) addEventListener(name, (event) => { if (!poster.contains(event.target) && page("h1")) end(); }, { passive: true });

// It goes when the page has painted its own map of what was asked last, or has something else to say.
const same = () => { const now = new URLSearchParams(location.search); return Object.entries(wanted).every(([name, value]) => (now.get(name) || "") === value); };
let ready = 0;
const watch = setInterval(() => {
  const app = document.querySelector("[data-testid=stApp]")?.dataset;
  if (app?.testConnectionState === "CONNECTED") ready ||= performance.now();
  if (page("[data-testid=stAlert], [data-testid=stException]") || (ready && performance.now() - ready > 30000)) { end(); return; }
  if (!page(".st-key-map g.choropleth path[d]") || held || timer) return;
  const day = page("template[data-stage-now]")?.dataset.stageNow, still = app.testScriptState === "notRunning";
  if (Object.keys(wanted).length && (!still || !same() || day !== (wanted.asof || day))) {
    if (still && performance.now() - since > 800) { history.replaceState({}, "", address(wanted)); tell(); } // it had not listened yet
    return;
  }
  if (at >= 0 && !page(".sti-glass .options path") && performance.now() - ready < 10000) return;
  end();
}, 40);
const end = () => {
  if (!poster.isConnected) return;
  clearInterval(watch);
  const focus = document.activeElement, code = said.codes[at], one = rails.find(({ handle }) => handle === focus), walks = focus === svg;
  poster.remove();
  if (code || walks) window.stiStage?.meet?.(code, walks);
  if (one) page(one.name === "asof" ? "[data-handle]" : "[data-from]")?.focus({ preventScroll: true });
};
read();
stand();
