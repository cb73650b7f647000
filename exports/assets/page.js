// The offline page: language, light or dark, and what an area of a map says when it is pointed at. No request is made.
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("story").textContent);
  const root = document.documentElement;
  const read = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  const keep = (key, value) => { try { localStorage.setItem(key, value); } catch { /* a file may have no store */ } };

  // A mouse points, a finger taps; the table below each map says the same to everybody.
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.hidden = true;
  document.body.append(tip);
  const point = (event) => {
    const area = event.target.closest?.("path[data-code]");
    const figure = area && area.closest("figure[data-plot]");
    const said = figure && data.tips[figure.closest("main").lang][figure.dataset.plot]?.[area.dataset.code];
    tip.hidden = !said;
    if (!said) return;
    tip.replaceChildren(...said.split("\n").map((line, i) => {
      const part = document.createElement(i ? "span" : "b");
      part.textContent = line;
      return part;
    }));
    const wide = tip.offsetWidth, high = tip.offsetHeight;
    tip.style.left = `${Math.max(4, Math.min(event.clientX + 14, innerWidth - wide - 4))}px`;
    tip.style.top = `${event.clientY + 18 + high > innerHeight ? event.clientY - high - 10 : event.clientY + 18}px`;
  };
  addEventListener("pointermove", point, { passive: true });
  addEventListener("pointerdown", point, { passive: true });
  addEventListener("scroll", () => { tip.hidden = true; }, { passive: true });
  addEventListener("keydown", (event) => { if (event.key === "Escape") tip.hidden = true; });

  const speak = (lang) => {
    root.lang = lang;
    document.title = data.titles[lang];
    document.querySelectorAll("main").forEach((part) => { part.hidden = part.lang !== lang; });
    document.querySelectorAll("[data-lang]").forEach((one) => one.setAttribute("aria-pressed", one.dataset.lang === lang));
    document.querySelectorAll("[data-say]").forEach((one) => { one.textContent = data.words[lang][one.dataset.say]; });
    document.querySelectorAll("[data-label]").forEach((one) => one.setAttribute("aria-label", data.words[lang][one.dataset.label]));
    keep("sti-lang", lang);
  };
  const paint = (theme) => {
    root.dataset.theme = theme;
    document.querySelectorAll("[data-theme-choice]").forEach((one) =>
      one.setAttribute("aria-pressed", one.dataset.themeChoice === theme));
    keep("sti-theme", theme);
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

  const wanted = read("sti-lang");
  paint(read("sti-theme") || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"));
  speak(wanted in data.titles ? wanted : data.first);
  root.dataset.ready = "yes";
})();
