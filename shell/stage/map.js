// The stage: the glass over the map. Names with leader lines, the inset, what pointer and keyboard meet.
const glass = { svg: null, box: null, key: "", at: -1, at_key: "" };
const plot = () => one(".st-key-stage .st-key-map .svg-container");
const painted = () => all(".st-key-map g.choropleth:first-child path");
const rgb = (hex) => `rgb(${[1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)).join(", ")})`; // as plotly writes it

// What is shown: a stop under the hand, else the present day.
const scene = () => {
  const fixed = now();
  if (!fixed) return null;
  const stop = hand.moving && frames()?.stops[hand.at];
  return stop ? { ...fixed, ...stop, texts: stop.texts.map((i) => frames().texts[i]) } : fixed;
};

// Colours go onto plotly's own areas; a day with other boundaries is drawn whole on the glass.
const colour = (shown) => {
  const fixed = now(), areas = painted(), same = shown.layer === fixed.layer && shown.groups === fixed.groups;
  const fills = [...shown.z].map((digit) => fixed.colours[parseInt(digit, 36)]);
  const other = glass.svg && one(".other", glass.svg), striped = [...shown.z].map((digit) => fixed.hatched.includes(parseInt(digit, 36)));
  if (glass.svg) all(".options path", glass.svg).forEach((path, i) => path.classList.toggle("hatched", Boolean(striped[i])));
  if (same && areas.length === fills.length) {
    areas.forEach((area, i) => area.setAttribute("fill", rgb(fills[i])));
    for (const path of all(".inset path[data-code]", glass.svg || document.createElement("i"))) {
      const i = shown.codes.indexOf(path.dataset.code);
      path.setAttribute("fill", striped[i] ? "url(#sti-hatch-whole)" : fills[i] || "none");
    }
  }
  plot()?.classList.toggle("sti-covered", !same);
  if (!other) return;
  if (same) { other.replaceChildren(); return; }
  const found = layer(shown.layer), groups = shown.groups && layer(shown.groups);
  if (!found) return;
  const { to } = projection(fixed.window, ...glass.box);
  other.replaceChildren(...shown.codes.map((code, i) => make("path", { d: outline(found.get(code) || [], to), fill: fills[i], stroke: fixed.hair, "stroke-width": 0.6 })));
  for (const shape of groups ? groups.values() : []) {
    other.append(make("path", { d: outline(shape, to), fill: "none", stroke: shown.line, "stroke-width": 1.4 }));
  }
};

// Stripes say "not reported", as in the legend; over the land they are clear between, so that its lines stay.
const stripes = (shown) => {
  const made = make("defs");
  for (const [id, ground] of [["sti-hatch", "none"], ["sti-hatch-whole", shown.colours[shown.hatched[0]]]]) {
    const pattern = make("pattern", { id, patternUnits: "userSpaceOnUse", width: 5, height: 5, patternTransform: "rotate(45)" });
    pattern.append(make("rect", { width: 5, height: 5, fill: ground || "none" }), make("rect", { width: 1.4, height: 5, fill: shown.stripe }));
    made.append(pattern);
  }
  return made;
};
const fills_of = (shown) => new Map(shown.codes.map((code, i) => [code, shown.colours[parseInt(shown.z[i], 36)]]));
const ink = (hex) => { // the colour that reads on a fill
  if (!hex || hex[0] !== "#") return "var(--ink)";
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return 0.299 * r + 0.587 * g + 0.114 * b < 140 ? "#ffffff" : "#14202e";
};

// Names stand beside the land, left or right of it, one above the other; a line leads to each area. The rule is that of
// figures/naming.py, which every other medium asks; a browser test compares the two.
const LINE = 15, LETTER = 7.2;
const measure = (() => { let pen; return (text) => {
  pen = pen || document.createElement("canvas").getContext("2d");
  pen.font = "500 12px 'IBM Plex Sans Thai', sans-serif";
  return pen.measureText(text).width;
}; })();
const coast = (found, to, height) => {
  const step = 6, rows = Array.from({ length: Math.ceil(height / step) + 1 }, () => [Infinity, -Infinity]);
  for (const polygons of found.values()) for (const rings of polygons) for (const point of rings[0]) {
    const [x, y] = to(point), row = rows[Math.round(y / step)];
    if (row) { row[0] = Math.min(row[0], x); row[1] = Math.max(row[1], x); }
  }
  return (y, side) => {
    const near = rows.slice(Math.max(0, Math.round((y - 14) / step)), Math.round((y + 14) / step) + 1).flatMap((row) => row[side]).filter(Number.isFinite);
    return near.length ? (side ? Math.max(...near) : Math.min(...near)) : null;
  };
};
const spread = (labels, low, high) => { // keep the order, move apart, stay inside
  labels.sort((a, b) => a.y - b.y);
  labels.forEach((label, i) => { label.y = Math.max(label.y, i ? labels[i - 1].y + LINE : low); });
  for (let i = labels.length - 1; i >= 0; i--) {
    labels[i].y = Math.min(labels[i].y, i === labels.length - 1 ? high : labels[i + 1].y - LINE);
  }
};
const names = (shown, found, to, [width, height], inset) => {
  const close = shown.window[0][1] - shown.window[0][0] < 8;
  const labels = shown.named.map((i) => {
    const code = shown.codes[i], point = to(shown.points[code] || [0, 0]);
    return { code, text: shown.names[code], point, x: point[0], y: point[1], wide: measure(shown.names[code]) };
  }).filter((label) => label.point[0] > 0 && label.point[0] < width && label.point[1] > 0 && label.point[1] < height);
  const group = make("g", { class: "names" }), fills = fills_of(shown);
  if (close) { // inside the areas; a little up or down where another name stands, and of the neighbours those that find room
    const taken = [], [[west, east], [south, north]] = shown.window;
    const free = (x, y, half) => taken.every(([px, py, other]) => Math.abs(y - py) > 12 || Math.abs(x - px) > half + other + 3);
    const put = (x, y, text, look, always) => {
      const half = measure(text) / 2, step = [0, 12, -12, 22, -22].find((by) => free(x, y + by, half)) ?? (always ? 0 : null);
      if (step === null) return;
      taken.push([x, y + step, half]);
      group.append(make("text", { x, y: y + step + 4, "text-anchor": "middle", ...look }, text));
    };
    for (const label of labels) put(label.x, label.y, label.text, { class: "within", style: `fill:${ink(fills.get(label.code))};stroke:${fills.get(label.code)}` }, true);
    const near = new Set(shown.named.map((i) => shown.codes[i]));
    for (const [code, point] of Object.entries(shown.points)) {
      const [x, y] = to(point);
      if (near.has(code) || !found.has(code) || x < 30 || x > width - 30 || y < 10 || y > height - 10) continue;
      if (point[0] > west && point[0] < east && point[1] > south && point[1] < north) put(x, y, shown.names[code], { class: "near" }, false);
    }
    return group;
  }
  const edge = glass.edge, middle = width / 2;
  for (const side of [0, 1]) {
    const own = labels.filter((label) => {
      const left = edge(label.y, 0) ?? label.x, right = edge(label.y, 1) ?? label.x;
      const beside = inset && label.y > inset.y - 12 && right + 16 + label.wide > inset.x; // the inset stands there
      const over = [Math.max(0, 20 + label.wide - left) + 0.3 * (label.x - left), Math.max(0, right + 20 + label.wide - width) + 0.3 * (right - label.x)];
      return (beside || over[0] < over[1] ? 0 : 1) === side;
    });
    spread(own, 12, height - 8);
    for (const label of own) {
      const at = edge(label.y, side) ?? middle;
      const x = side ? Math.min(at + 16, width - label.wide - 4) : Math.max(at - 16, label.wide + 4);
      group.append(make("path", { d: `M${x + (side ? -3 : 3)},${label.y - 4}L${label.point.map((v) => v.toFixed(1)).join(",")}`, class: "lead" }));
      group.append(make("text", { x, y: label.y, "text-anchor": side ? "start" : "end" }, label.text));
    }
  }
  return group;
};

// Bangkok and its neighbours, which are too small to be seen: a part of the same map, closer.
const close_up = (shown, found, [width, height]) => {
  const size = Math.min(190, width * 0.34, height * 0.4);
  if (shown.window[0][1] - shown.window[0][0] < 8 || size < 90 || shown.level !== "province") return null;
  const [x, y] = [width - size - 2, height - size - 26], window_ = shown.inset.window;
  const view = make("svg", { x, y, width: size, height: size, viewBox: `0 0 ${size} ${size}` });
  const { to } = projection(window_, size, size), group = make("g", { class: "inset" });
  const fills = fills_of(shown);
  view.append(make("rect", { width: size, height: size, class: "sea" }));
  for (const [code, polygons] of found) {
    const [px, py] = to(shown.points[code] || [0, 0]);
    if (px < -size || px > 2 * size || py < -size || py > 2 * size) continue;
    view.append(make("path", { d: outline(polygons, to), fill: fills.get(code) || "none", stroke: shown.hair, "stroke-width": 0.8, "data-code": code }));
  }
  const taken = [];
  for (const code of found.keys()) { // as many names as find room
    const [px, py] = to(shown.points[code] || [0, 0]), half = measure(shown.names[code] || "") * 0.42;
    if (px < half || px > size - half || py < 8 || py > size - 6) continue;
    if (taken.some(([x, y, w]) => Math.abs(y - py) < 12 && Math.abs(x - px) < w + half)) continue;
    taken.push([px, py, half]);
    view.append(make("text", { x: px, y: py + 3, "text-anchor": "middle", class: "within small", style: `fill:${ink(fills.get(code))};stroke:${fills.get(code)}` }, shown.names[code]));
  }
  group.append(view, make("rect", { x, y, width: size, height: size, class: "frame" }),
    make("text", { x: x + size, y: y + size + 14, "text-anchor": "end", class: "caption" }, shown.inset.label));
  group.place = { x, y, size, window: window_ };
  return group;
};

// When its place grows or shrinks (a longer legend), plotly draws the server's day again: the day under the hand goes over it.
const follow_plot = (drawn) => {
  if (!drawn?.on || drawn.stiFollowed) return;
  drawn.stiFollowed = true;
  drawn.on("plotly_afterplot", () => { refresh(); if (hand.moving && scene()) colour(scene()); });
};

// The glass itself: its ground is made anew when boundaries, window or size changed, names and words when the day did.
// A listbox, so that keyboard and screen reader walk it.
const glaze = () => {
  const shown = scene(), plotted = plot();
  if (!shown || !plotted) return;
  const box = [plotted.clientWidth, plotted.clientHeight], found = layer(shown.layer);
  if (!found || box[0] < 50) return;
  const holder = plotted.closest(".stPlotlyChart") || plotted;
  const ground = [shown.layer, shown.window, box, shown.level, shown.label].join(), fresh = !glass.svg?.isConnected || glass.svg.parentElement !== holder;
  const key = [ground, shown.day, shown.z, shown.named, shown.area].join();
  if (!fresh && glass.key === key) return;
  if (fresh) {
    glass.svg?.remove();
    glass.svg = make("svg", { class: "sti-glass", tabindex: "0", role: "listbox" });
    holder.append(glass.svg);
    follow_plot(plotted.closest(".js-plotly-plot"));
  }
  if (fresh || glass.ground !== ground) {
    const made = projection(shown.window, ...box);
    Object.assign(glass, { ground, box, to: made.to, from: made.from, edge: coast(found, made.to, box[1]) });
    for (const [name, value] of [["viewBox", `0 0 ${box[0]} ${box[1]}`], ["width", box[0]], ["height", box[1]], ["aria-label", shown.label]]) glass.svg.setAttribute(name, value);
    const inset = close_up(shown, found, box), options = make("g", { class: "options" });
    glass.inset = inset?.place;
    options.append(...shown.codes.map((code, i) => make("path", { id: `sti-area-${i}`, role: "option", d: outline(found.get(code) || [], made.to) })));
    glass.svg.replaceChildren(stripes(shown), make("g", { class: "other" }), ...(inset ? [inset] : []), make("g", { class: "names" }), options);
  }
  glass.key = key;
  one(".names", glass.svg).replaceWith(names(shown, found, glass.to, box, glass.inset));
  all(".options path", glass.svg).forEach((path, i) => {
    path.setAttribute("aria-selected", String(shown.codes[i] === shown.area));
    path.setAttribute("aria-label", [shown.names[shown.codes[i]], ...shown.texts[i].split("\n")].filter(Boolean).join(", "));
  });
  colour(shown);
  if (glass.at_key) mark(shown.codes.indexOf(glass.at_key), false);
};

// Which area is meant: its outline, and what is said of it.
const tip = () => { let made = one(".sti-tip"); if (!made) { made = document.createElement("div"); made.className = "sti-tip"; made.setAttribute("aria-hidden", "true"); document.body.append(made); } return made; };
const mark = (i, say = true) => {
  const shown = scene(), options = glass.svg ? all(".options path", glass.svg) : [];
  options.forEach((path, at) => path.classList.toggle("at", at === i));
  glass.at = i; glass.at_key = i >= 0 ? shown.codes[i] : "";
  answer();
  if (!glass.svg) return;
  if (i < 0) { tip().hidden = true; glass.svg.removeAttribute("aria-activedescendant"); return; }
  if (say) options[i].setAttribute("aria-description", in_words(shown.codes[i]));
  glass.svg.setAttribute("aria-activedescendant", `sti-area-${i}`);
  if (!say) return;
  const code = shown.codes[i], lines = shown.texts[i].split("\n"), box = tip();
  const title = document.createElement("b");
  title.textContent = shown.names[code];
  const group = document.createElement("i"); group.textContent = lines[0];
  box.replaceChildren(title, group, ...lines.slice(1).filter(Boolean).map((line, at) => {
    const row = document.createElement("span");
    row.textContent = line;
    if (at === lines.length - 2) row.className = "mark";
    return row;
  }));
  const line = past(code);
  if (line) box.append(line);
  box.hidden = false;
  const [px, py] = glass.to(shown.points[code]), place = glass.svg.getBoundingClientRect();
  beside(box, place.x + px, place.y + py);
};
const under = (event) => {
  const shown = scene(), found = shown && layer(shown.layer);
  if (!found || !glass.svg) return -1;
  const place = glass.svg.getBoundingClientRect();
  const x = event.clientX - place.x, y = event.clientY - place.y, inset = glass.inset;
  const within = inset && x > inset.x && x < inset.x + inset.size && y > inset.y && y < inset.y + inset.size;
  const point = within ? projection(inset.window, inset.size, inset.size).from([x - inset.x, y - inset.y]) : glass.from([x, y]);
  return shown.codes.findIndex((code) => inside(found.get(code) || [], point));
};
const choose = (i) => {
  const shown = scene();
  if (i < 0 || !shown) return;
  const code = shown.codes[i];
  if (shown.level === "group") go({ groups: [code], area: null, level: null });
  else go({ area: code });
};
const next_to = (from, way) => { // the area whose point lies nearest in a direction
  const shown = scene();
  return neighbour(shown.codes.map((code) => glass.to(shown.points[code])), from, way);
};
document.addEventListener("pointermove", (event) => {
  if (hand.held || !event.target.closest?.(".st-key-stage .st-key-map")) { if (!hand.held && document.activeElement !== glass.svg && glass.at >= 0) mark(-1); return; }
  const i = under(event);
  if (i !== glass.at) mark(i);
});
document.addEventListener("click", (event) => {
  if (event.target.closest?.(".st-key-stage .st-key-map")) { event.stopPropagation(); choose(under(event)); }
  if (event.target.closest?.("[data-card-close]")) { event.preventDefault(); go({ area: null }); glass.svg?.focus({ preventScroll: true }); }
}, true);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && one("[data-card-close]") && !event.target.matches?.("input, textarea")) { go({ area: null }); return; }
  if (event.target !== glass.svg) return;
  if (WAYS[event.key]) { event.preventDefault(); mark(glass.at < 0 ? Math.max(0, now().named[0] ?? 0) : next_to(glass.at, WAYS[event.key])); }
  else if (event.key === "Enter" || event.key === " ") { event.preventDefault(); choose(glass.at); }
  else if (event.key === "Escape") mark(-1);
});
document.addEventListener("focusin", (event) => { if (event.target === glass.svg && event.target.matches(":focus-visible")) mark(glass.at < 0 ? Math.max(0, now().codes.indexOf(now().area)) : glass.at); });
document.addEventListener("focusout", (event) => { if (event.target === glass.svg) mark(-1); });
// Where the first picture was: the page takes the area over that was meant in it, and the keyboard.
window.stiStage.meet = (code, walks) => {
  if (!glass.svg || !scene()) return;
  if (walks) glass.svg.focus({ preventScroll: true });
  if (code) mark(scene().codes.indexOf(code));
};
