"""A finding as somebody quotes it: with its day, its source or mark, its release and address, as text and as a reference."""

from dataclasses import dataclass
from datetime import date

from figures import evidence
from figures.words import dots
from locales import Reader


@dataclass(frozen=True)
class Quotation:
    """What is quoted. said: the finding, its marks in it. documented: share of documented rows (0 to 1), None unknown.

    since: the first day of the period that it is of, None for a day.
    publishers: who published the documents behind it. number, published: of the release; 0, None where folders are
    served without a store. address: of the view as it was published.
    """

    said: str
    asof: date
    since: date | None
    documented: float | None
    publishers: tuple[str, ...]
    release: str
    number: int
    published: date | None
    address: str


def text(quotation: Quotation, reader: Reader) -> str:
    """Return it as a paragraph: the finding, its day, its source or mark, release and address."""
    t = reader.t
    told = [
        t("quote-said", said=quotation.said),
        _days("quote-day", quotation, reader),
        _rests(quotation, reader),
    ]
    told.append(t("quote-from", product=t("shell-product"), release=_release(quotation, reader)))
    return " ".join([*told, quotation.address]).strip()


def reference(quotation: Quotation, reader: Reader) -> str:
    """Return it as a line for a list of references: who, year, what, of which release, where."""
    t = reader.t
    year = f"{reader.year(quotation.published.year + 543)}" if quotation.published else ""
    within = dots(
        [
            _days("quote-day-short", quotation, reader),
            _release(quotation, reader),
            _rests_short(quotation, reader),
        ]
    )
    told = t(
        "quote-reference-line",
        product=t("shell-product"),
        year=year or t("quote-no-year"),
        title=quotation.said,
        within=within,
    )
    return f"{told} {quotation.address}".strip()


def _days(key: str, quotation: Quotation, reader: Reader) -> str:
    day = reader.date(quotation.asof)
    if quotation.since is None:
        return reader.t(key, day=day)
    return reader.t(f"{key}-period", since=reader.date(quotation.since), day=day)


def _release(quotation: Quotation, reader: Reader) -> str:
    if quotation.published is None:
        return reader.t("quote-release-unnumbered", release=quotation.release)
    return reader.t(
        "quote-release",
        number=str(quotation.number),
        release=quotation.release,
        date=reader.date(quotation.published),
    )


def _rests(quotation: Quotation, reader: Reader) -> str:
    """Return the documents behind it, and how far it rests on none: what is illustrative is never quoted without that."""
    share = evidence.sentence(quotation.documented, reader)
    source = (
        reader.t("picture-sources", named=reader.join(quotation.publishers)) if quotation.publishers else ""
    )
    return " ".join(part for part in (f"{source}{reader.t('quote-stop')}" if source else "", share) if part)


def _rests_short(quotation: Quotation, reader: Reader) -> str:
    return evidence.share_words(quotation.documented, reader)
