// The line to the server and the clipboard: what a page says when one of them fails.
if (!window.stiLine) {
  const words = () => window.stiWords;
  const fixed = (id, role) => {
    let box = document.getElementById(id);
    if (!box) {
      box = Object.assign(document.createElement("div"), { id });
      box.setAttribute("role", role);
      document.body.append(box);
    }
    return box;
  };

  // A text goes to the clipboard; true only where it is there. By the new way, by the old one (an address without https
  // has no other), and where both fail it is shown, chosen, to be copied by hand.
  window.stiCopy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch { /* not offered outside https, or refused */ }
    const before = document.activeElement, area = Object.assign(document.createElement("textarea"), { value: text });
    area.style.cssText = "position:fixed;opacity:0";
    document.body.append(area);
    area.select();
    let done = false;
    try { done = document.execCommand("copy"); } catch { /* switched off */ }
    area.remove();
    before?.focus?.();
    if (!done) byHand(text);
    return done;
  };
  const byHand = (text) => {
    const box = fixed("sti-by-hand", "dialog"), said = document.createElement("p");
    const field = Object.assign(document.createElement("input"), { value: text, readOnly: true });
    const close = Object.assign(document.createElement("button"), { type: "button", textContent: words().close });
    said.textContent = words().byHand;
    box.setAttribute("aria-label", words().byHand);
    field.setAttribute("aria-label", words().byHand);
    close.addEventListener("click", () => box.remove());
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") box.remove(); }, { once: true, capture: true });
    box.replaceChildren(said, field, close);
    field.focus();
    field.select();
  };

  // What the page says while the line is gone, and for a moment when it is back. Present says it in its own line.
  let since = null, address = "", shown = 0;
  const plain = (href) => {
    const url = new URL(href);
    url.searchParams.delete("slide"); // the presentation writes it by itself
    return url.pathname + url.search;
  };
  window.stiLine = () => (since ? words().lost.replace("#time", since) : "");
  const say = (text) => {
    const bar = fixed("sti-line", "status");
    bar.textContent = text;
    bar.hidden = !text;
  };
  const lose = () => {
    if (since) return;
    since = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hour12: false }).format();
    address = plain(location.href);
    document.documentElement.classList.add("sti-line-lost");
    clearTimeout(shown);
    shown = setTimeout(() => say(window.stiLine()), 800); // what is mended at once is not worth a word
  };
  const regain = () => {
    since = null;
    document.documentElement.classList.remove("sti-line-lost");
    clearTimeout(shown);
    const told = document.getElementById("sti-line");
    if (told?.textContent) {
      say(words().back);
      shown = setTimeout(() => say(""), 3000);
    }
    // A link that was followed meanwhile, or Back, is done now. Else one run says where the browser stands: a new session
    // (a restarted server, another replica) comes to its address, in the same one comes what was chosen meanwhile.
    if (plain(location.href) !== address) window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
    else setTimeout(() => document.querySelector(".st-key-sti_again button")?.click(), 50);
  };
  const app = document.querySelector("[data-testid=stApp]");
  if (app) new MutationObserver(() => {
    if (app.dataset.testConnectionState === "CONNECTED") { if (since) regain(); } else lose();
  }).observe(app, { attributes: true, attributeFilter: ["data-test-connection-state"] });
}
