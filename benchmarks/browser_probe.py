"""What runs in the page to say when a map is painted: the same for every tool, by the page's own clock.

Every mutation of the document or of a shadow root asks for the next frame. After that frame is drawn, its time and the
fills of the map's areas are noted. A change begins with the key that reaches the page. It is repainted in the first
frame from which on every fill is what it is at the end; the page is at rest with the last frame that changed anything.
"""

from dataclasses import dataclass

from playwright.sync_api import Page

QUIET_MS = 600  # a page that changes nothing for so long is at rest
TIMEOUT_MS = 60_000
AREAS = 77

# SCOPE: what the map stands in, as a selector. plotly draws the areas of a choropleth as paths of one group and binds
# each to its code; a map that is drawn without it gives its paths a data-loc.
_PROBE = """
(() => {
  const channel = new MessageChannel();
  const roots = [document];
  let trace = null, pending = false;
  const bench = window.bench = {first: null, started: null, before: '', frames: [], touched: performance.now()};
  const painted = (group) => [...group.querySelectorAll('path')].filter((path) => path.getAttribute('d'));
  const find = () => {
    let most = 0;
    for (const root of roots) for (const group of root.querySelectorAll('SCOPE g.choropleth')) {
      const count = group.isConnected ? painted(group).length : 0;
      if (count > most) { most = count; trace = group; }
    }
  };
  bench.fills = () => {
    if (!trace || !trace.isConnected) { trace = null; find(); }
    if (!trace) return {};
    const code = (path) => path.__data__ ? path.__data__.loc : path.dataset.loc;
    const fill = (path) => path.style.fill || path.getAttribute('fill');
    return Object.fromEntries(painted(trace).map((path) => [code(path), fill(path)]));
  };
  const state = () => {
    const fills = bench.fills(), codes = Object.keys(fills);
    if (codes.length < ALL) trace = null;  // another group may hold the areas by now
    return codes.length < ALL ? '' : codes.sort().map((code) => code + fills[code]).join();
  };
  channel.port1.onmessage = () => {  // the frame has been drawn
    const now = performance.now(), seen = state();
    if (bench.first === null && seen) bench.first = now;
    bench.frames.push([now, seen]);
  };
  const watcher = new MutationObserver(() => {
    bench.touched = performance.now();
    if (pending) return;
    pending = true;
    requestAnimationFrame(() => { pending = false; channel.port2.postMessage(0); });
  });
  const watch = (root) => watcher.observe(root, {subtree: true, childList: true, characterData: true,
    attributes: true, attributeFilter: ['fill', 'style', 'd']});
  watch(document);
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    roots.push(root);
    watch(root);
    return root;
  };
  addEventListener('keydown', (event) => {
    if (!event.isTrusted) return;
    bench.before = state();
    bench.frames = [];
    bench.touched = performance.now();
    bench.started = event.timeStamp;
  }, true);
  bench.quiet = () => performance.now() - bench.touched > QUIET && !pending;
  bench.changed = () => bench.quiet() && bench.started !== null && state() !== '' && state() !== bench.before;
  bench.result = () => {
    const frames = bench.frames, last = state();
    let at = frames.length;
    while (at > 0 && frames[at - 1][1] === last) at -= 1;
    const from = bench.started;
    bench.started = null;
    return {repainted: frames[at][0] - from, rest: frames[frames.length - 1][0] - from};
  };
})();
"""


@dataclass(frozen=True)
class Change:
    """One change: milliseconds from the key to the repainted map and to the page at rest, and the fills by area."""

    repainted_ms: float
    rest_ms: float
    fills: dict[str, str]


def install(page: Page, scope: str) -> None:
    """Let every document that the page opens run the probe. scope: a selector around the map, "" for any."""
    filled = _PROBE.replace("SCOPE", scope).replace("ALL", str(AREAS)).replace("QUIET", str(QUIET_MS))
    page.add_init_script(filled)


def first_map(page: Page) -> float:
    """Return the ms from the start of the navigation to the frame that shows every area; then wait for rest."""
    page.wait_for_function(
        "() => window.bench && bench.first !== null && bench.quiet()", polling=50, timeout=TIMEOUT_MS
    )
    return float(page.evaluate("bench.first"))


def first_paint(page: Page) -> float:
    """Return the ms from the start of the navigation to the first text or picture that the browser painted."""
    return float(page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"))


def change(page: Page) -> Change:
    """Wait until a change has come to rest and return its times."""
    page.wait_for_function("() => bench.changed()", polling=50, timeout=TIMEOUT_MS)
    found = page.evaluate("bench.result()")
    return Change(found["repainted"], found["rest"], page.evaluate("bench.fills()"))
