// The presentation: every slide is in the page already; here they are stepped through, with or without a connection.
if (!window.stiPresent) {
  const show = window.stiPresent = { at: 0, on: false };
  const root = () => document.querySelector(".st-key-present");
  const page = document.documentElement;
  const slides = () => [...document.querySelectorAll(".st-key-present [data-slide]")];
  const tools = () => document.querySelector(".sti-show-tools");
  const words = () => JSON.parse(tools().dataset.words);
  const is = (name) => page.classList.contains("sti-show-" + name);
  const set = (name, on) => {
    page.classList.toggle("sti-show-" + name, on);
    const key = { "notes-on": "notes" }[name] || name;
    tools()?.querySelectorAll(`[data-do="${key}"][aria-pressed]`).forEach((one) => one.setAttribute("aria-pressed", on));
  };
  const asked = (name) => Number(new URLSearchParams(location.search).get(name));

  // One rule says which slide is seen: it outlives every redrawing of the page.
  const rule = document.createElement("style");
  const keep = () => {
    const query = new URLSearchParams(location.search);
    if ((Number(query.get("slide")) || 1) === show.at) return;
    if (show.at === 1) query.delete("slide"); else query.set("slide", show.at);
    history.replaceState(history.state, "", location.pathname + "?" + query + location.hash);
  };
  show.go = (to) => {
    const all = slides();
    if (!all.length) return;
    show.at = Math.max(1, Math.min(all.length, to));
    if (!rule.isConnected) document.head.append(rule);
    rule.textContent = `.st-key-slide_${show.at}{opacity:1!important;visibility:visible!important;pointer-events:auto!important}`;
    const now = all[show.at - 1], bar = tools();
    bar.querySelector(".progress i").style.width = 100 * show.at / all.length + "%";
    bar.querySelector(".live").textContent = words().at.replace("#n", show.at).replace("#of", all.length)
      .replace("#title", now.getAttribute("aria-label"));
    bar.querySelectorAll("[data-to]").forEach((one) =>
      one.setAttribute("aria-current", Number(one.dataset.to) === show.at));
    keep();
    wind();
  };

  // Going on by itself.
  let clock = 0, seconds = 0;
  const wind = () => {
    clearTimeout(clock);
    if (seconds) clock = setTimeout(() => show.go(show.at < slides().length ? show.at + 1 : 1), seconds * 1000);
  };
  const play = (every) => {
    seconds = every;
    set("play", Boolean(every));
    const button = tools()?.querySelector("[data-do=play]");
    if (button) button.textContent = words()[every ? "pause" : "play"];
    say(every ? words().playing.replace("#n", every) : "", 2500);
    wind();
  };

  // What is told below the slide: for a while, or as long as it holds.
  let told = 0;
  let standing = "";
  const say = (text, ms) => {
    const line = tools()?.querySelector(".state");
    if (!line) return;
    clearTimeout(told);
    line.textContent = text;
    // What is said for a moment gives way again to what holds: a lost line is still lost after a jump.
    if (ms) told = setTimeout(() => { line.textContent = standing; }, ms);
    else standing = text;
  };

  const full = () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else page.requestFullscreen?.().catch(() => {});
  };
  const only = (name) => ["index", "help", "panel"].forEach((one) => set(one, one === name && !is(one)));
  const act = {
    next: () => { if (show.at < slides().length) show.go(show.at + 1); else say(words().ended, 2000); },
    previous: () => show.go(show.at - 1),
    first: () => show.go(1),
    last: () => show.go(slides().length),
    index: () => {
      only("index");
      if (is("index")) tools().querySelector("[data-to][aria-current=true]")?.focus();
    },
    help: () => { only("help"); if (is("help")) tools().querySelector(".help").focus(); },
    panel: () => only("panel"),
    notes: () => {
      // Who speaks has the notes in the window of their own; the hall never sees them then.
      if (window.stiPresenter?.open) { set("notes-on", false); say(words()["notes-there"], 2500); return; }
      set("notes-on", !is("notes-on"));
    },
    presenter: () => { if (!window.stiPresenter.show()) say(words().blocked, 6000); },
    play: () => play(seconds ? 0 : asked("every") || 20),
    blank: () => set("blank", !is("blank")),
    full,
    escape: () => {
      if (is("blank")) set("blank", false);
      else if (is("index") || is("help") || is("panel")) only("");
      else if (is("notes-on")) set("notes-on", false);
      document.activeElement?.blur?.();
    },
  };
  show.act = act;
  const KEYS = {
    ArrowRight: "next", ArrowDown: "next", PageDown: "next", " ": "next", Enter: "next",
    ArrowLeft: "previous", ArrowUp: "previous", PageUp: "previous", Backspace: "previous", Home: "first", End: "last",
    o: "index", n: "notes", a: "play", b: "blank", ".": "blank", f: "full", F5: "full", s: "panel", p: "presenter", "?": "help", h: "help",
    Escape: "escape",
  };

  // Digits gather to a number: 1 and 0 within a moment, or Enter at once.
  let digits = "", gather = 0;
  const jump = () => {
    clearTimeout(gather);
    const to = Number(digits);
    digits = "";
    say(standing);
    if (to) show.go(to);
  };
  const digit = (key) => {
    digits = (digits + key).slice(-3);
    say(words().jump.replace("#n", digits), 20000);
    clearTimeout(gather);
    gather = setTimeout(jump, 900);
  };

  document.addEventListener("keydown", (event) => {
    if (!show.on || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target, inside = target.closest?.(".st-key-present_panel, .st-key-switches, [data-testid=stPopoverBody]");
    const typing = inside || target.matches?.("input, textarea, select, [contenteditable=true], [role=option], [role=listbox]");
    if (event.key === "Escape" && inside && is("panel")) { only(""); target.blur(); return; }
    if (typing) return;
    // By their place while the keyboard is Thai: ๅ / - ภ are the digits, น the o.
    const digitAt = !event.shiftKey && /^(?:Digit|Numpad)([0-9])$/.exec(event.code);
    const thai = "๐๑๒๓๔๕๖๗๘๙".indexOf(event.key);
    const number = /^[0-9]$/.test(event.key) ? event.key : thai >= 0 ? String(thai) : digitAt ? digitAt[1] : "";
    const place = { Period: ".", Slash: event.shiftKey ? "?" : "" }[event.code] ?? event.code.replace(/^Key/, "");
    const key = /[\u0e00-\u0e7f]/.test(event.key) ? place : event.key;
    const name = KEYS[key.length === 1 ? key.toLowerCase() : key];
    if (!name && !number) return;
    const pressing = target.matches?.("button, a, summary") && (event.key === "Enter" || event.key === " ");
    if (pressing && !digits) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.repeat && ["play", "blank", "full", "notes", "index", "help", "panel", "presenter"].includes(name)) return;
    if (is("blank") && name !== "blank") { set("blank", false); if (name === "escape") return; }
    if (number) digit(number);
    else if (digits && event.key === "Enter") jump();
    else {
      if (["next", "previous", "first", "last"].includes(name)) only("");
      act[name]();
    }
  }, true);
  document.addEventListener("click", (event) => {
    if (!show.on || !event.isTrusted) return; // the page presses buttons itself (line.js): that lights no dark screen
    const button = event.target.closest?.(".sti-show-tools [data-do]"), to = event.target.closest?.(".sti-show-tools [data-to]");
    if (button) { act[button.dataset.do](); if (event.detail) button.blur(); }
    else if (to) { only(""); show.go(Number(to.dataset.to)); }
    else if (is("blank")) set("blank", false);
    else if (is("panel") && event.target.closest(".st-key-present")) only("");
  });

  // A finger that wipes turns the slide; a moving mouse brings the buttons.
  let from = null;
  addEventListener("touchstart", (event) => { from = event.touches.length === 1 ? event.touches[0] : null; }, { passive: true });
  addEventListener("touchend", (event) => {
    if (!show.on || !from || !event.target.closest?.(".st-key-present") || event.target.closest(".st-key-map")) return;
    const end = event.changedTouches[0], x = end.clientX - from.clientX;
    if (Math.abs(x) > 60 && Math.abs(x) > 2 * Math.abs(end.clientY - from.clientY)) act[x < 0 ? "next" : "previous"]();
    else { set("moved", true); rest(); }
  }, { passive: true });
  let quiet = 0;
  const rest = () => {
    clearTimeout(quiet);
    set("still", false);
    quiet = setTimeout(() => { set("moved", false); set("still", show.on && !is("panel")); }, 2500);
  };
  addEventListener("mousemove", (event) => {
    if (show.on && (event.movementX || event.movementY)) { set("moved", true); rest(); }
  }, { passive: true });
  addEventListener("popstate", () => { if (show.on) setTimeout(() => show.go(asked("slide") || 1)); });

  // Rows that do not fit are hidden, and how many they are is said.
  const fit = (list) => {
    const box = list.closest(".sti-show-body > div");
    if (!box || !box.clientHeight) return;
    list.dataset.fitted = innerWidth + "x" + innerHeight;
    let more = box.querySelector(".sti-show-more");
    if (!more) {
      more = document.createElement("p");
      more.className = "sti-show-more";
      (list.closest("table") || list).after(more);
    }
    const rows = [...list.children], known = Number(list.dataset.fit);
    rows.forEach((row) => { row.hidden = false; });
    let hidden = 0;
    const tell = () => {
      more.hidden = !(known + hidden);
      more.textContent = list.dataset.more.replace("#", known + hidden);
    };
    tell();
    while (hidden < rows.length - 1 && box.scrollHeight > box.clientHeight + 1) {
      rows[rows.length - 1 - hidden].hidden = true;
      hidden += 1;
      tell();
    }
  };
  // A title that is too long for its place is set smaller, never cut.
  const fitTitles = () => document.querySelectorAll(".sti-show-head h2, .sti-show-cover h2").forEach((title) => {
    const now = innerWidth + "x" + innerHeight;
    if (title.dataset.fitted === now || !title.clientHeight) return;
    title.dataset.fitted = now;
    title.style.fontSize = "";
    const least = innerHeight * 28 / 1080;
    let size = parseFloat(getComputedStyle(title).fontSize);
    const box = title.parentElement;
    while (size > least && (title.scrollHeight > title.clientHeight + size * .35 || box.scrollHeight > box.clientHeight + size * .35)) {
      size -= 1;
      title.style.fontSize = size + "px";
    }
  });
  const fitAll = () => fitTitles() || document.querySelectorAll(".st-key-present [data-fit]").forEach((list) => {
    if (list.dataset.fitted !== innerWidth + "x" + innerHeight) fit(list);
  });
  document.fonts?.ready.then(() => document.querySelectorAll("[data-fitted]").forEach((list) => { delete list.dataset.fitted; }));

  let lock = null;
  const awake = async () => {
    try { if (show.on && !lock && document.visibilityState === "visible") lock = await navigator.wakeLock?.request("screen"); }
    catch { /* a screen may go dark where the browser does not offer this */ }
    lock?.addEventListener?.("release", () => { lock = null; });
  };
  const leave = () => {
    show.on = false;
    rule.remove();
    clearTimeout(clock);
    seconds = 0;
    lock?.release?.();
    lock = null;
    if (document.fullscreenElement) document.exitFullscreen();
    page.classList.forEach((name) => { if (name.startsWith("sti-show-")) page.classList.remove(name); });
  };
  // The page comes and goes with Streamlit's navigation: look whether it is there, and whether the server is.
  let lost = false, count = 0;
  setInterval(() => {
    const here = root() && tools() && slides().length;
    if (!here) { if (show.on && !root()) leave(); return; }
    if (!show.on) {
      show.on = true;
      count = slides().length;
      show.go(asked("slide") || 1);
      if (asked("every") && !is("play")) play(asked("every"));
      awake();
    } else if (count !== slides().length || tools().querySelector(".progress i").style.width === "") {
      count = slides().length;
      show.go(show.at);
    } else keep();
    fitAll();
    const state = document.querySelector("[data-testid=stApp]")?.dataset.testConnectionState;
    if (lost !== (state !== "CONNECTED")) {
      lost = !lost;
      say(lost ? window.stiLine() || words().offline : "");
    }
  }, 150);
}
