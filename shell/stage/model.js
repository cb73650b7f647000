// The stage: what lies in the page (the present day, every stop), the boundaries, the projection.
const SVG = "http://www.w3.org/2000/svg";
const one = (what, where = document) => where.querySelector(what);
const all = (what, where = document) => [...where.querySelectorAll(what)];
const make = (name, attributes = {}, text = "") => {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text) made.textContent = text;
  return made;
};
const app = () => one("[data-testid=stApp]")?.dataset || {};
const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

// Templates are read once for each text they hold.
const kept = {};
const told = (name) => {
  const found = one(`template[data-stage-${name}]`);
  const text = found ? found.content.textContent : "";
  if (!kept[name] || kept[name].text !== text) kept[name] = { text, value: text ? JSON.parse(text) : null };
  return kept[name].value;
};
let joined = { fixed: null, day: null, all: null };
const now = () => { // the present day, with what does not change with the day
  const fixed = told("fixed"), day = told("now");
  if (joined.fixed !== fixed || joined.day !== day) {
    const texts = day?.texts.map((lines) => lines.map((i) => day.lines[i]).join("\n"));
    joined = { fixed, day, all: fixed && day && { ...fixed, ...day, texts } };
  }
  return joined.all;
};
const frames = () => told("frames");

// Days as an attribute lists them; each text is read once.
const listing = (written) => {
  let known = { text: "", stops: [] };
  return () => {
    const text = written() || "";
    if (known.text !== text) known = { text, stops: stops(text) };
    return known.stops;
  };
};

// Boundaries come from the files that the map has fetched already.
const shapes = new Map();
const layer = (url) => {
  if (!shapes.has(url)) { // each file is asked for once
    const asked = { areas: null };
    shapes.set(url, asked);
    fetch(url).then((answer) => answer.json()).then((file) => {
      asked.areas = new Map(file.features.map((feature) => [feature.properties.code,
        feature.geometry.type === "Polygon" ? [feature.geometry.coordinates] : feature.geometry.coordinates]));
      refresh();
    }).catch(() => shapes.delete(url));
  }
  return shapes.get(url).areas;
};

// Mercator over a fixed window, in the middle of its place: as plotly draws it.
const northing = (latitude) => 180 / Math.PI * Math.log(Math.tan(Math.PI / 4 + latitude * Math.PI / 360));
const projection = ([[west, east], [south, north]], width, height) => {
  const top = northing(north), bottom = northing(south);
  const scale = Math.min(width / (east - west), height / (top - bottom));
  const left = (width - scale * (east - west)) / 2, above = (height - scale * (top - bottom)) / 2;
  return {
    to: ([lon, lat]) => [left + (lon - west) * scale, above + (top - northing(lat)) * scale],
    from: ([x, y]) => [west + (x - left) / scale, 360 / Math.PI * Math.atan(Math.exp((top - (y - above) / scale) * Math.PI / 180)) - 90],
  };
};
const outline = (polygons, to) => polygons.map((rings) => rings.map((ring) =>
  "M" + ring.map((point) => to(point).map((v) => v.toFixed(1)).join(",")).join("L") + "Z").join("")).join("");
const inside = (polygons, [x, y]) => polygons.some((rings) => rings.reduce((hit, ring) => {
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i], [bx, by] = ring[j];
    if (ay > y !== by > y && x < (bx - ax) * (y - ay) / (by - ay) + ax) hit = !hit;
  }
  return hit;
}, false));

// Another view: the address is the truth, the running session goes there.
const go = (changes) => {
  const address = new URL(location.href);
  address.hash = "";
  for (const [name, values] of Object.entries(changes)) {
    address.searchParams.delete(name);
    for (const value of [values].flat()) if (value) address.searchParams.append(name, value);
  }
  address.searchParams.set("only", Object.keys(changes).join(",")); // of the address these alone are meant
  history.pushState({}, "", address);
  if (!window.stiLine?.()) window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
};
