// The presenter's own window: this slide, the next one, notes, clock. It speaks with the hall's page by BroadcastChannel,
// from browser window to browser window, so that it works without the server; its page is written by the hall's.
if (!window.stiPresenter) {
  const NAME = "sti-present-" + Math.random().toString(36).slice(2);
  const channel = new BroadcastChannel(NAME);
  const own = window.stiPresenter = { open: false };
  let seen = 0, told = "";
  const show = () => window.stiPresent;
  const shell = () => document.querySelector(".sti-show-presenter");
  const slides = () => [...document.querySelectorAll(".st-key-present [class*='st-key-slide_']")];
  const styles = () => [...document.styleSheets].map((sheet) => {
    try { return [...sheet.cssRules].map((rule) => rule.cssText).join("\n"); } catch { return ""; }
  }).join("\n").replace(/<\/style/gi, "<\\/style");
  const copy = (slide) => {
    const made = slide.cloneNode(true), notes = made.querySelector(".sti-show-notes");
    const said = notes ? notes.innerHTML : "";
    notes?.remove();
    made.querySelectorAll("script").forEach((one) => one.remove());
    made.style.cssText = "opacity:1;visibility:visible";
    return { html: made.outerHTML, notes: said };
  };
  const deck = () => channel.postMessage({
    kind: "deck", at: show().at, slides: slides().map(copy), style: styles(), base: document.baseURI,
    classes: [...document.documentElement.classList].filter((name) => !name.startsWith("sti-show-")).join(" "),
    width: innerWidth, height: innerHeight,
  });
  const state = () => [show().at, document.documentElement.classList.contains("sti-show-blank")];

  const dot = document.createElement("div");
  dot.className = "sti-show-pointer";
  dot.hidden = true;
  const point = (x, y) => {
    if (!dot.isConnected) document.querySelector(".st-key-present")?.append(dot);
    dot.hidden = x === undefined;
    if (!dot.hidden) { dot.style.left = 100 * x + "%"; dot.style.top = 100 * y + "%"; }
  };

  channel.onmessage = ({ data }) => {
    if (data.to !== "hall" || !show()?.on) return;
    seen = Date.now();
    own.open = data.kind !== "bye";
    if (!own.open) point();
    if (data.kind === "hello") deck();
    if (data.kind === "pointer") point(data.x, data.y);
    if (data.kind === "do") show().act[data.name]?.();
  };
  // What the hall shows is told whenever it changed, whoever changed it; new slides are sent anew.
  setInterval(() => {
    if (own.open && Date.now() - seen > 4000) { own.open = false; point(); }
    if (!show()?.on) { if (told) { channel.postMessage({ kind: "gone" }); told = ""; point(); } return; }
    if (!own.open) { told = ""; return; }
    document.documentElement.classList.remove("sti-show-notes-on");
    const key = slides().length + location.search.replace(/[?&]slide=\d+/, "") + innerWidth + "x" + innerHeight;
    if (key !== told) { told = key; deck(); }
    const [at, dark] = state();
    channel.postMessage({ kind: "at", at, dark });
  }, 200);

  own.show = () => {
    const page = window.open("", NAME, "popup,width=1200,height=760");
    if (!page) return false;
    if (!page.document.getElementById("clock")) {
      page.document.open();
      page.document.write(shell().textContent.replaceAll("@@channel", NAME));
      page.document.close();
      const face = page.document.createElement("style");
      face.textContent = (styles().match(/@font-face\s*{[^}]*}/g) || []).join("\n");
      page.document.head.append(face);
    }
    page.focus();
    return true;
  };
}
