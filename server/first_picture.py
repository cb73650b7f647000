"""The first picture: sentence and map in the very first page, before any script has come through a slow line.

It is drawn from the same figure and the same words as the page, in the places where they will stand, and goes when
the page has painted its own map. What somebody may see only after sign-in is never in it.
"""

import logging
from html import escape
from urllib.parse import parse_qs

from addresses.parameters import parameters
from data.records import Records
from data.remember import lru_cache
from exports.drawing import svg
from figures import drawn
from figures.tokens import FONT, tokens
from locales import Reader
from measures.selection import Selection
from shell import context, identity, markup, opening

LOG = logging.getLogger("sti")
SENTENCES = {"": opening.of_overview, "coverage": opening.of_coverage}
# A view of anything else waits for its page.
KNOWN = ("lang", "era", "asof", "measure", "level", "evidence", "since")
MAP = (543, 640)  # px of the plot on a screen of 1440
TOP = {"": (188, 269), "coverage": (221, 87)}  # px to the sentence, and from its end to the map's card
TOP_ON_PHONE = {"": 410, "coverage": 444}
STYLE = """
#sti-poster{position:fixed;inset:0;overflow:hidden;z-index:900;pointer-events:none;line-height:1.6;
  font:15px/1.6 'IBM Plex Sans Thai',sans-serif;color:%(ink)s;background:%(paper)s}
#sti-poster .brand{position:absolute;top:.95rem;font-size:17px}
#sti-poster>div{max-width:1320px;margin:auto;padding:%(top)spx 2rem 0;box-sizing:border-box}
#sti-poster .h1{font-size:30px;line-height:1.45;font-weight:600;margin:0;max-width:30em;text-wrap:balance}
#sti-poster .h1 b{font-weight:600;color:%(reached_text)s;white-space:nowrap}
#sti-poster .h1 b.gap{color:%(missing_text)s} #sti-poster .h1 span{white-space:nowrap}
#sti-poster .sti-lead p+p{color:%(muted)s;margin:.35rem 0 0;max-width:60em}
#sti-poster .map{width:%(width)spx;margin-top:%(between)spx}
#sti-poster h2{font-size:19px;line-height:1.45;font-weight:600;margin:0}
#sti-poster .sti-sub{color:%(muted)s;font-size:13.5px;margin:.15rem 0 0}
#sti-poster .sti-legend{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;margin:.6rem 0 0;padding:0;
  font-size:13.5px}
#sti-poster .sti-key{display:inline-block;width:12px;height:12px;border-radius:3px;margin-right:.4rem;background:var(--fill);
  border:1px solid var(--line)}
#sti-poster svg{width:%(width)spx;height:%(height)spx;display:block;margin-top:.7rem}
@media(max-width:640px){#sti-poster>div{padding:%(phone)spx 15px 0} #sti-poster .h1{font-size:23px}
  #sti-poster .map{display:none}}
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
    head = markup.card_head(figure, reader, 2)
    picture = svg.of_figure(figure, *MAP, family=FONT.replace('"', "'"))
    top, between = TOP[page]
    colours = {
        name: getattr(sheet, name) for name in ("paper", "ink", "muted", "reached_text", "missing_text")
    }
    places = {"top": top, "between": between, "phone": TOP_ON_PHONE[page], "width": MAP[0], "height": MAP[1]}
    style = STYLE % {**colours, **places}
    return (
        f'<style>{style}</style><div id="sti-poster" aria-hidden="true" lang="{reader.lang}"><div>'
        f'<b class="brand">{escape(reader.t("shell-brand"))}</b>{lead}'
        f'<div class="map">{head}{picture}</div></div></div><script>{SCRIPT}</script>'
    )
