// The head's tools: saved views in the reader's own browser, and the keyboard in the search.
if (!window.stiTools) {
  window.stiTools = true;
  const STORE = "sti-views", MOST = 100, LONGEST = 4000;
  const menu = () => document.querySelector("details.sti-menu");
  const words = () => JSON.parse(menu().dataset.views);
  const say = (text) => { menu().querySelector("[role=status]").textContent = text; };
  // Where the product lives, so that views stay true under another base path.
  const base = () => new URL(document.querySelector("a.sti-brand").getAttribute("href"), location.href).pathname;

  // A view is a page of ours and its query, nothing else: what a file holds is checked before it is believed.
  const clean = (view) => view && typeof view.name === "string" && view.name.trim() && view.name.length <= 80
    && typeof view.page === "string" && /^[a-z]*$/.test(view.page)
    && typeof view.query === "string" && view.query.length <= LONGEST && !view.query.includes("#")
    ? { name: view.name.trim(), page: view.page, query: view.query } : null;
  const read = () => {
    try { return (JSON.parse(localStorage.getItem(STORE)) || []).map(clean).filter(Boolean); }
    catch { return []; }
  };
  const write = (views) => {
    try { localStorage.setItem(STORE, JSON.stringify(views.slice(0, MOST))); return true; }
    catch { say(words()["no-store"]); return false; }
  };
  const merge = (more, old) => {
    const names = new Set(more.map((view) => view.name));
    return [...more, ...old.filter((view) => !names.has(view.name))];
  };
  const list = () => {
    const rows = read().map((view) => {
      const row = document.createElement("li"), link = document.createElement("a"), drop = document.createElement("button");
      link.href = base() + view.page + (view.query ? "?" + view.query : "");
      link.textContent = view.name;
      link.dataset.go = "1";
      drop.type = "button";
      drop.className = "plain";
      drop.dataset.view = "remove";
      drop.dataset.name = view.name;
      drop.textContent = words().remove;
      drop.setAttribute("aria-label", words().remove + " " + view.name);
      row.append(link, drop);
      return row;
    });
    if (!rows.length) {
      const none = document.createElement("li");
      none.className = "sti-sub";
      none.textContent = words().empty;
      rows.push(none);
    }
    menu().querySelector("ul").replaceChildren(...rows);
  };
  const act = {
    copy: async (button) => {
      const done = await window.stiCopy(location.href.split("#")[0]);
      say(words()[done ? "copied" : "copy-failed"]);
      if (done) button.focus(); // else the link lies there, chosen
    },
    save: () => {
      const field = menu().querySelector("input[type=text]"), name = field.value.trim();
      if (!name) { say(words()["need-name"]); field.focus(); return; }
      const view = { name, page: location.pathname.slice(base().length), query: location.search.slice(1) };
      if (clean(view) && write(merge([view], read()))) { field.value = ""; say(words().saved); }
      list();
    },
    remove: (button) => {
      if (write(read().filter((view) => view.name !== button.dataset.name))) say(words().removed);
      list();
      menu().querySelector("input[type=text]").focus();
    },
    export: () => {
      const content = JSON.stringify({ format: STORE, version: 1, views: read() }, null, 1);
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([content], { type: "application/json" }));
      link.download = "sti-views.json";
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    },
    import: () => menu().querySelector("input[type=file]").click(),
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-view]");
    if (button && menu()?.contains(button)) act[button.dataset.view](button);
    // A choice is made: the panel has done its work. So it has when the reader turns elsewhere; buttons that the page
    // itself presses (rail.js, line.js) are nobody's turning.
    if (menu()?.open && event.isTrusted && (event.target.closest("a[data-go]") || !menu().contains(event.target))
      && event.target.isConnected) menu().open = false;
  });
  document.addEventListener("toggle", (event) => {
    if (event.target === menu() && menu().open) { say(""); list(); }
  }, true);
  document.addEventListener("change", async (event) => {
    if (!event.target.matches?.(".sti-menu input[type=file]") || !event.target.files.length) return;
    try {
      const file = event.target.files[0];
      if (file.size > 1e6) throw new Error("too large");
      const read_in = JSON.parse(await file.text());
      const found = read_in.format === STORE ? read_in.views.map(clean).filter(Boolean) : [];
      if (!found.length) throw new Error("no view");
      if (write(merge(found, read()))) say(words().imported);
    } catch { say(words()["bad-file"]); }
    event.target.value = "";
    list();
  });

  // Search: "/" opens it, the first key goes into its field, arrows walk through what was found.
  const opener = () => document.querySelector(".st-key-search_open button");
  const field = () => document.querySelector("[data-testid=stPopoverBody] .st-key-search_text input");
  const close = () => { if (field()) opener()?.click(); };
  const enter = () => {
    let tries = 0;
    const seek = setInterval(() => {
      if (field()) field().focus();
      if (field() || ++tries > 20) clearInterval(seek);
    }, 50);
  };
  document.addEventListener("click", (event) => {
    if (opener()?.contains(event.target) && event.isTrusted) enter();
    if (event.target.closest(".sti-hits a[data-go]")) close();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches?.("input, textarea, select, [contenteditable=true]");
    // By its place while the keyboard is Thai.
    const slash = event.key === "/" ? event.code !== "Digit2" : event.code === "Slash" && /[\u0e00-\u0e7f]/.test(event.key);
    if (slash && !event.shiftKey && !typing && !event.ctrlKey && !event.metaKey && !event.altKey && opener()) {
      event.preventDefault();
      if (!field()) opener().click();
      enter();
    }
    if (event.key === "Escape" && menu()?.open && menu().contains(event.target)) {
      menu().open = false;
      menu().querySelector("summary").focus();
    }
    if (event.key === "Enter" && event.target.matches?.(".sti-menu input[type=text]")) act.save();
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const links = [...document.querySelectorAll(".sti-hits a")];
      const at = links.indexOf(event.target);
      if (!links.length || (at < 0 && event.target !== field())) return;
      event.preventDefault();
      const to = event.key === "ArrowDown" ? at + 1 : at - 1;
      if (to < 0) field()?.focus();
      else links[Math.min(to, links.length - 1)].focus();
    }
  }, true);
}
