// The stage: the legend answers. A class under pointer or focus leaves its areas and fades the others; the area that is
// meant marks its class, the chosen one for as long as it is chosen.
const items = () => all(".st-key-stage [data-part=legend] li:has(.sti-key)");
const colour_of = (item) => one(".sti-key", item).style.getPropertyValue("--fill").trim();
const FADED = "0.16";
let answering = null;
const fade = (item) => {
  const shown = scene();
  if (!shown || answering === item) return;
  answering = item;
  const kept = item && new Set(shown.codes.filter((code, i) => shown.colours[parseInt(shown.z[i], 36)] === colour_of(item)));
  const set = (path, code) => { path.style.opacity = kept && !kept.has(code) ? FADED : ""; };
  painted().forEach((path, i) => set(path, shown.codes[i]));
  all(".other path", glass.svg || document.createElement("i")).forEach((path, i) => set(path, shown.codes[i]));
  all(".inset path[data-code]", glass.svg || document.createElement("i")).forEach((path) => set(path, path.dataset.code));
};
// Which class the meant and the chosen area are in. Said by a rule of its own: the legend stays as the server writes it.
const marked = Object.assign(new CSSStyleSheet(), { said: "" });
document.adoptedStyleSheets.push(marked);
const answer = () => {
  const shown = scene();
  if (!shown) return;
  if (answering && !answering.isConnected) fade(null); // the legend was written anew under the pointer
  const colours = [glass.at_key, shown.area].map((code) => shown.colours[parseInt(shown.z[shown.codes.indexOf(code)], 36)]);
  const said = items().map((item, i) => colours.includes(colour_of(item))
    ? `.st-key-stage [data-part=legend] li:nth-child(${i + 1}) { box-shadow: 0 2px 0 var(--accent); }` : "").join("");
  if (said !== marked.said) { marked.said = said; marked.replaceSync(said); }
};
const item_of = (event) => { const item = event.target.closest?.(".st-key-stage [data-part=legend] li"); return item && one(".sti-key", item) ? item : null; };
for (const name of ["pointerover", "focusin"]) document.addEventListener(name, (event) => { const item = item_of(event); if (item || answering) fade(item); });
document.addEventListener("focusout", (event) => { if (answering === item_of(event)) fade(null); });
