"""What the head of a page tells programs: feeds, the calendar, and how its figure is shown elsewhere."""

import re
from html import escape
from urllib.parse import parse_qs, urlencode

from starlette.datastructures import URL
from starlette.types import Scope

from addresses import shown
from locales import LANGUAGES, Reader

_CODES = re.compile(r"[a-z0-9,-]{1,600}")


def of_request(scope: Scope, base: str) -> str:
    """Return link elements for the page of a request, "" for an address that is none. base: the path all pages begin with.

    Feeds and calendar are those of the groups in the address. oEmbed is named only where somebody may frame figures.
    """
    query = parse_qs(scope["query_string"].decode("ascii", "replace"), max_num_fields=60)
    lang = next((code for code in query.get("lang", []) if code in LANGUAGES), LANGUAGES[0])
    groups = ",".join(query.get("groups", []))
    asked = {"lang": lang} | ({"groups": groups} if _CODES.fullmatch(groups) else {})
    reader = Reader(lang)
    made = [
        _link(
            "application/atom+xml",
            reader.t("api-feed-releases"),
            f"{base}/api/v1/feeds/releases.atom",
            {"lang": lang},
        ),
        _link(
            "application/atom+xml", reader.t("api-feed-changes"), f"{base}/api/v1/feeds/changes.atom", asked
        ),
        _link("text/calendar", reader.t("api-calendar"), f"{base}/api/v1/calendar.ics", asked),
    ]
    page = scope["path"].removeprefix(base).strip("/") or "overview"
    if shown.frames() and any(page in figure.pages for figure in shown.FIGURES.values()):
        itself = {"url": str(URL(scope=scope))}
        made.append(_link("application/json+oembed", reader.t("shell-product"), f"{base}/api/oembed", itself))
    return "".join(made)


def _link(media: str, title: str, address: str, query: dict[str, str]) -> str:
    where = escape(f"{address}?{urlencode(query)}", quote=True)
    return f'<link rel="alternate" type="{media}" title="{escape(title, quote=True)}" href="{where}">'
