"""The first picture: sentence and map in the very first page, before any script has come through a slow line.

It is drawn from the same figure and the same words as the page, in the places where they will stand, and goes when
the page has painted its own map. What somebody may see only after sign-in is never in it.
"""

import logging
import re
from html import escape
from urllib.parse import parse_qs

from addresses.parameter import era_of
from addresses.parameters import parameters
from data.records import Records
from data.remember import lru_cache
from exports.drawing import svg
from figures import drawn, naming
from figures.tokens import FONT, tokens
from locales import Reader
from measures.selection import Selection
from shell import context, identity, markup, opening

LOG = logging.getLogger("sti")
SENTENCES = {"": opening.of_overview, "coverage": opening.of_coverage}
# A view of anything else waits for its page.
KNOWN = ("lang", "era", "asof", "measure", "level", "evidence", "since")
MAP = (585, 487)  # px of the plot on a screen of 1366; it is as high as its place
BASE = 15  # px of a rem in the page; the browser's own before it
_REM = re.compile(r"([\d.]+)rem")
# The places are those of the stage: shell/stage/stage.css.
STYLE = """
#sti-poster{position:fixed;inset:0;overflow:hidden;z-index:900;pointer-events:none;line-height:1.6;
  --head:3.4rem;--bar:3.1rem;--rail:5.4rem;--side:max(1.9rem,calc((100vw - 1560px)/2));
  font:15px/1.6 'IBM Plex Sans Thai',sans-serif;color:%(ink)s;background:%(paper)s}
#sti-poster *{box-sizing:border-box}
#sti-poster .brand{position:absolute;top:.95rem;left:var(--side);font-size:17px}
#sti-poster .stage{position:absolute;top:calc(var(--head) + var(--bar) + 1px);left:var(--side);right:var(--side);display:grid;
  padding-top:%(gap)s;
  grid-template:"map lead" minmax(0,1fr) "rail rail" var(--rail)/minmax(0,11fr) minmax(0,13fr);column-gap:2.2rem;
  height:calc(100vh - var(--head) - var(--bar) - 1rem + %(gap)s);min-height:38rem;max-height:70rem}
#sti-poster .sti-lead{grid-area:lead} #sti-poster .map{grid-area:map;display:flex;flex-direction:column;min-height:0}
#sti-poster .h1{font-size:clamp(19px,1.62vw,30px);line-height:1.4;font-weight:600;margin:.55rem 0 0;text-wrap:pretty}
#sti-poster .h1 b{font-weight:600;color:%(reached_text)s;white-space:nowrap}
#sti-poster .h1 b.gap{color:%(missing_text)s}
#sti-poster .h1 b.mark{font-size:.52em;font-weight:400;vertical-align:.2em;color:%(note_ink)s;background:%(note_paper)s;
  border-radius:999px;padding:.1em .5em;margin-left:.3em}
#sti-poster .h1 span{white-space:nowrap}
#sti-poster .sti-tag{font-size:11px;line-height:1.5;font-weight:400;vertical-align:.22em;border:1px solid %(rule)s;
  border-radius:999px;padding:0 .4rem;color:%(muted)s}
#sti-poster .sti-tag.sample{background:%(note_paper)s;color:%(note_ink)s;border-color:transparent}
#sti-poster details{display:none}
#sti-poster .sti-lead p+p{color:%(muted)s;font-size:13px;line-height:1.5;margin:.2rem 0 0}
#sti-poster .legend{min-height:2.4rem;margin-bottom:.2rem;padding:.5rem 7.6rem 0 0;display:flex;align-items:center}
#sti-poster .sti-legend{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;margin:0;padding:0;font-size:13.5px}
#sti-poster .sti-legend li{display:flex;align-items:center;gap:.4rem}
#sti-poster .sti-key{display:inline-block;width:13px;height:13px;border-radius:3px;
  background:var(--fill);border:1px solid var(--line)}
#sti-poster .plot{flex:1;min-height:0;margin-bottom:1.94rem} #sti-poster .plot svg{width:100%%;height:100%%;display:block}
@media(max-width:640px){#sti-poster .brand{left:3.4rem;top:.45rem;font-size:14px}}
@media(max-width:820px){#sti-poster{--side:1rem;--bar:2.9rem} #sti-poster .stage{display:block;height:auto;min-height:0}
  #sti-poster .h1{font-size:19px;line-height:1.42;margin-top:.4rem} #sti-poster details{display:none}
#sti-poster .sti-lead p+p{display:none}
  #sti-poster .map{margin-top:.75rem}
  #sti-poster .plot{height:calc(100svh - var(--head) - var(--bar) - 21rem);min-height:20rem}}
@media(prefers-color-scheme:dark),print{#sti-poster{display:none}}
"""
# It hides the page while that is put together, and goes when its map is painted, when the reader acts, or when the page
# has something else to say.
SCRIPT = """
{const poster=document.getElementById('sti-poster'),page=(what)=>document.querySelector('[data-testid=stApp] '+what);
const watch=setInterval(()=>{if(page('.st-key-map g.choropleth path[d]')||page('[data-testid=stAlert]'))end()},40);
const end=()=>{clearInterval(watch);poster.remove()};setTimeout(end,30000);
for(const act of ['wheel','touchmove','keydown','pointerdown','resize'])addEventListener(act,end,{once:true,passive:true})}
"""


def of_request(page: str, query: str) -> str:
    """Return the poster of a page ("" is Overview) with a query, "" where there is none to show."""
    if page not in SENTENCES or not context.shelf().is_open:
        return ""
    try:
        if identity.rules().viewers:
            return ""
        records = context.everything()
        asked = parse_qs(query, keep_blank_values=True, max_num_fields=40)
        known = parameters(records)
        if not set(asked) <= set(KNOWN):
            return ""
        view = {
            name: known[name].parse(asked[name]) if name in asked else known[name].default for name in KNOWN
        }
        if "era" not in asked:
            view["era"] = era_of(view["lang"])
    except ValueError:  # a link that the page will mend, with a word to the reader
        return ""
    except Exception:
        LOG.exception("no first picture")
        return ""
    reader = Reader(lang=view["lang"], era=view["era"])
    selection = Selection(**{name: view[name] for name in ("asof", "measure", "level", "evidence")})
    return _poster(records, selection, reader, page)


@lru_cache(maxsize=64)
def _poster(records: Records, selection: Selection, reader: Reader, page: str) -> str:
    figure, sheet = drawn.area_map(records, selection, reader), tokens(reader)
    lead = SENTENCES[page](records, selection, reader)
    for tag, ours in (("<h1>", '<p class="h1">'), ("</h1>", "</p>")):  # the page has the one heading
        lead = lead.replace(tag, ours, 1)
    picture = svg.of_figure(figure, *MAP, family=FONT.replace('"', "'"), names=naming.SIZE)
    names = ("paper", "ink", "muted", "rule", "reached_text", "missing_text", "note_paper", "note_ink")
    style = STYLE % ({name: getattr(sheet, name) for name in names} | {"gap": ".75rem"})
    style = _REM.sub(lambda found: f"{float(found[1]) * BASE:g}px", style)
    return (
        f'<style>{style}</style><div id="sti-poster" aria-hidden="true" lang="{reader.lang}">'
        f'<b class="brand">{escape(reader.t("shell-brand"))}</b><div class="stage">{lead}'
        f'<div class="map"><div class="legend">{markup.legend(figure, reader)}</div><div class="plot">{picture}</div></div>'
        f"</div></div><script>{SCRIPT}</script>"
    )
