// The offline page: language, light or dark, and live plots in place of the still pictures. No request is made:
// boundaries and the empty outline are handed to plotly under the addresses that the figures name.
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("story").textContent);
  const root = document.documentElement;
  let plotly = null;
  const read = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  const keep = (key, value) => { try { localStorage.setItem(key, value); } catch { /* a file may have no store */ } };

  const draw = (figure) => {
    const plot = figure.querySelector(".plot");
    const theme = root.dataset.theme === "dark" ? "dark" : "light";
    const said = data.plots[figure.closest("main").lang][theme][figure.dataset.plot];
    if (!plotly || !said || plot.dataset.drawn === theme) return;
    const copy = structuredClone(said);
    figure.classList.add("live");
    plot.dataset.drawn = theme;
    plotly.react(plot, copy.data, copy.layout, { displayModeBar: false, responsive: true, scrollZoom: false })
      .catch(() => figure.classList.remove("live"));
  };
  const drawVisible = () => document.querySelectorAll("main:not([hidden]) figure[data-plot]").forEach((figure) => {
    if (figure.getBoundingClientRect().top < innerHeight * 2.5) draw(figure);
  });

  const speak = (lang) => {
    root.lang = lang;
    document.title = data.titles[lang];
    document.querySelectorAll("main").forEach((part) => { part.hidden = part.lang !== lang; });
    document.querySelectorAll("[data-lang]").forEach((one) => one.setAttribute("aria-pressed", one.dataset.lang === lang));
    document.querySelectorAll("[data-say]").forEach((one) => { one.textContent = data.words[lang][one.dataset.say]; });
    document.querySelectorAll("[data-label]").forEach((one) => one.setAttribute("aria-label", data.words[lang][one.dataset.label]));
    keep("sti-lang", lang);
    drawVisible();
  };
  const paint = (theme) => {
    root.dataset.theme = theme;
    document.querySelectorAll("[data-theme-choice]").forEach((one) =>
      one.setAttribute("aria-pressed", one.dataset.themeChoice === theme));
    keep("sti-theme", theme);
    drawVisible();
  };

  // Keep the reader at the same slide when the language changes.
  const switchTo = (lang) => {
    const seen = [...document.querySelectorAll("main:not([hidden]) section")]
      .filter((part) => part.getBoundingClientRect().top < innerHeight / 3).pop();
    speak(lang);
    const same = seen && document.querySelector(`main:not([hidden]) section[data-slide="${seen.dataset.slide}"]`);
    if (same) same.scrollIntoView({ behavior: "instant" });
  };
  document.querySelectorAll("[data-lang]").forEach((one) => one.addEventListener("click", () => switchTo(one.dataset.lang)));
  document.querySelectorAll("[data-theme-choice]").forEach((one) =>
    one.addEventListener("click", () => paint(one.dataset.themeChoice)));
  document.querySelector("[data-print]").addEventListener("click", () => print());
  addEventListener("scroll", drawVisible, { passive: true });
  addEventListener("resize", drawVisible);

  const wanted = read("sti-lang");
  paint(read("sti-theme") || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"));
  speak(wanted in data.titles ? wanted : data.first);
  root.dataset.ready = "stills";

  // The plotting library is packed; where a browser cannot unpack it, the still pictures stay.
  const unpack = async () => {
    const packed = Uint8Array.from(atob(document.getElementById("plotly").textContent.trim()), (c) => c.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    const script = document.createElement("script");
    script.textContent = await new Response(stream).text();
    document.head.append(script);
    window.PlotlyGeoAssets = { topojson: { world_110m: data.outline }, ...data.boundaries };
    plotly = window.Plotly;
    drawVisible();
    root.dataset.ready = "live";
  };
  if (typeof DecompressionStream === "function") unpack().catch(() => { root.dataset.ready = "stills"; });
})();
