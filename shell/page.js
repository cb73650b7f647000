// Small comforts that Streamlit does not offer: a link that stays in the session, a copied link, picture or table, a
// link to a figure.
if (!window.stiReady) {
  window.stiReady = true;
  // A link of ours to another page: the running session goes there, nothing is loaded anew.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-go]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    const before = location.pathname;
    history.pushState({}, "", link.href);
    // While the line is gone the link waits in the address, and is followed when it is back (line.js).
    if (!window.stiLine()) window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
    // Another page begins at its top; on the same one the reader stays, or is brought to what was asked for.
    if (before !== location.pathname) {
      window.scrollTo(0, 0);
      document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0);
    }
    const shop = new URL(link.href).searchParams.get("workshop");
    let tries = 0;
    if (shop) setTimeout(function seek() {
      const card = document.querySelector(`.st-key-workshop_detail [data-workshop="${CSS.escape(shop)}"]`);
      if (card) card.scrollIntoView({ block: "center" });
      else if (++tries < 60) setTimeout(seek, 100);
    }, 100);
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const link = location.href.split("#")[0] + "#" + button.dataset.copy;
    history.replaceState(history.state, "", link);
    window.stiCopy(link).then((done) => said(button, window.stiWords[done ? "copied" : "failed"]));
  });
  // What is folded opens for whoever is sent to it, and for paper; there it is closed again afterwards.
  const unfold = (place) => {
    const folds = [...(place?.querySelectorAll(":scope details.sti-fold") || [])];
    for (let fold = place?.closest("details"); fold; fold = fold.parentElement.closest("details")) folds.push(fold);
    folds.forEach((fold) => { fold.open = true; });
  };
  const target = () => { const name = decodeURIComponent(location.hash.slice(1)); return name && document.getElementById(name); };
  window.addEventListener("hashchange", () => unfold(target()));
  document.addEventListener("click", (event) => { if (event.target.closest('a[href^="#"]')) setTimeout(() => unfold(target())); });
  let folded = [];
  window.addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("[data-testid=stMain] :is(details.sti-fold, .stExpander details):not([open])")];
    folded.forEach((fold) => { fold.open = true; });
  });
  window.addEventListener("afterprint", () => folded.forEach((fold) => { fold.open = false; }));
  // On paper a plot keeps its shape and takes the room there is: its drawing gets a view box, its frame its proportions.
  window.addEventListener("beforeprint", () => {
    for (const frame of document.querySelectorAll(".svg-container")) {
      const drawn = frame.querySelector(".main-svg");
      const width = drawn && parseFloat(drawn.getAttribute("width")), height = drawn && parseFloat(drawn.getAttribute("height"));
      if (!width || !height || frame.closest(".st-key-stage")) continue;  // the stage draws its own anew
      frame.style.setProperty("--shape", `${width} / ${height}`);
      frame.style.setProperty("--drawn", `${width}px`);
      // A slide of a wide screen is narrower on paper: what is cut off beside its map is empty sea.
      const fit = frame.closest(".st-key-present") && innerWidth > 1.415 * innerHeight ? "slice" : "meet";
      for (const svg of frame.querySelectorAll(":scope > .main-svg")) {
        svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
        svg.setAttribute("preserveAspectRatio", `xMidYMid ${fit}`);
      }
    }
  });
  // A figure's picture or table goes to the clipboard; the button says what really happened.
  const said = (button, words) => {
    const old = button.dataset.said ? button.dataset.said : button.textContent;
    button.dataset.said = old;
    button.textContent = words;
    setTimeout(() => { button.textContent = old; }, 2200);
  };
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy-picture],[data-copy-text],[data-copy-code]");
    if (!button) return;
    let done = false;
    try {
      // Markup travels percent-encoded: an attribute that holds a tag's end is taken for an attack and left out.
      const { copyCode, copyText } = button.dataset;
      const text = copyCode === undefined ? copyText : decodeURIComponent(copyCode);
      if (text !== undefined) done = await window.stiCopy(text);
      else {
        const image = document.querySelector(".st-key-" + CSS.escape(button.dataset.copyPicture) + " img");
        const picture = fetch(image.src).then((answer) => answer.blob());
        await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
        done = true;
      }
    } catch { done = false; }
    said(button, window.stiWords[done ? "copied" : "failed"]);
  });
  const wanted = decodeURIComponent((window.stiHash || location.hash).slice(1));
  if (wanted) {
    let tries = 0;
    const seek = setInterval(() => {
      const card = document.querySelector(".st-key-card_" + CSS.escape(wanted)) || document.getElementById(wanted);
      if (card || ++tries > 60) clearInterval(seek);
      unfold(card);
      if (card) setTimeout(() => card.scrollIntoView(), 300);
    }, 200);
  }
}
