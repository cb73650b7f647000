"""Who asks for a story about what: the scope checked, and the words that every slide needs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pandas as pd

from data.records import Records
from data.remember import lru_cache
from exports.story.parts import Level, when
from figures import findings, words
from locales import Reader
from measures import areas, gaps, scope
from measures.area import profile
from measures.evidence import documented_share, join_sources
from measures.scope import Area
from measures.selection import EVIDENCE, LAST_DAY, Selection, compared_with

NATION = "nation"
NAMED = 3  # more groups than that are counted, not named
AND = "+"  # between the codes of several groups that one story is about


class StoryError(ValueError):
    """A story that cannot be told; `sentence(reader)` says why in the reader's language."""

    message = ""

    def __init__(self, **said: object) -> None:
        """Keep what the sentence needs: values of the message; days as dates, names as a mapping of both languages."""
        super().__init__(self.message, said)
        self.said = said

    def sentence(self, reader: Reader) -> str:
        """Return why, in the reader's language."""
        return reader.t(self.message, **{name: _in_words(value, reader) for name, value in self.said.items()})


def _in_words(value: object, reader: Reader) -> object:
    if isinstance(value, date):
        return reader.date(value)
    return reader.pick(value, "name") if isinstance(value, dict) else value


class UnknownScopeError(StoryError):
    """Neither the nation nor a province nor a province group; said: scope."""

    message = "story-error-unknown-scope"


class ScopeNotOnDayError(StoryError):
    """The area does not exist on the day; said: name, asof."""

    message = "story-error-not-on-day"


class DateOutOfRangeError(StoryError):
    """The day lies before the first phase or after the last day of the product; said: asof, first, last."""

    message = "story-error-date"


class UnknownSlideError(StoryError):
    """A kind of slide that no story has; said: kind, known."""

    message = "story-error-slide"


@dataclass(frozen=True, eq=False)
class Scene:
    """Everything a slide is made from. level: country, group or province; area: as it is on the day.

    several: of a story of several groups their codes; it is told like the country's, of these groups alone.
    earlier: the day that changes are counted from, where one was asked for; period: all that lies between is told of.
    own: the choices, with the scope's groups as filter. at: the choices with the scope as area and no filter.
    """

    records: Records
    scope: str
    area: Area
    level: Level
    asof: date
    reader: Reader
    evidence: str
    earlier: date | None = None
    several: tuple[str, ...] = ()
    period: bool = False

    @property
    def is_nation(self) -> bool:
        """Say whether the whole country is told of."""
        return self.level == "country" and not self.several

    @cached_property
    def own(self) -> Selection:
        """Return the choices for measures that are filtered by group."""
        group = self.area.group_code
        groups = self.several or ((group,) if group else ())
        return Selection(asof=self.asof, groups=groups, evidence=self.evidence)

    @cached_property
    def at(self) -> Selection:
        """Return the choices for measures that are asked about one area."""
        code = None if self.level == "country" else self.scope
        return Selection(asof=self.asof, area=code, evidence=self.evidence)

    @cached_property
    def since(self) -> date:
        """Return the day that changes are counted from: the one asked for, else the one that the pages compare with."""
        return compared_with(self.asof, self.earlier)

    @cached_property
    def over(self) -> Selection:
        """Return `own` for what can be asked of a period too: of one, what changed in it."""
        return self.own.but(since=self.since) if self.period else self.own

    @property
    def asked(self) -> Selection:
        """Return the choices for what is listed of the scope: of a province it alone, else of its groups."""
        return self.at if self.level == "province" else self.own

    @cached_property
    def missing(self) -> pd.DataFrame:
        """Return every gap of the scope, also those that nobody reports (`measures.gaps.listing`)."""
        return gaps.listing(self.records, self.asked)

    @cached_property
    def missing_counts(self) -> pd.DataFrame:
        """Return how many provinces lack what (`measures.gaps.counts`)."""
        return gaps.counts(self.records, self.asked)

    @cached_property
    def represented(self) -> pd.DataFrame:
        """Return who represents the ministry in the provinces of the scope's group, or in the scope alone."""
        area = self.area.group_code or self.scope
        return represented(self.records, self.at.but(area=area))

    @cached_property
    def was_there(self) -> bool:
        """Say whether the area existed on the earlier day, so that both can be compared."""
        if self.level == "country":
            return True
        try:
            return scope.area_on(self.records, self.scope, self.since).exists
        except KeyError:
            return False

    @cached_property
    def name(self) -> str:
        """Return what the scope is called."""
        if self.several:
            names = [self.group_names[code] for code in self.several]
            return self.reader.join(names) if len(names) <= NAMED else self.short_name
        if self.level == "country":
            return self.reader.t("story-scope-nation")
        return self.reader.pick({"name_th": self.area.name_th, "name_en": self.area.name_en}, "name")

    @cached_property
    def group_name(self) -> str:
        """Return the short name of the scope's group, "" without one."""
        rows = areas.groups_on(self.records, self.asof)
        rows = rows[rows["area_code"] == self.area.group_code]
        return self.reader.pick(rows.iloc[0], "name") if len(rows) else ""

    @cached_property
    def group_names(self) -> dict[str, str]:
        """Return group_code -> short name on the day."""
        rows = areas.groups_on(self.records, self.asof).to_dict("records")
        return {row["area_code"]: self.reader.pick(row, "name") for row in rows}

    @property
    def short_name(self) -> str:
        """Return what the scope is called where there is little room: of several groups how many they are."""
        return self.reader.t("story-scope-several", n=len(self.several)) if self.several else self.name

    def dated(self, what: str) -> str:
        """Return a subtitle: what, where, on which day; of a period it is the last, and that is said."""
        key = "story-last-day" if self.period else "figures-as-of"
        return words.dots([what, self.short_name, self.reader.t(key, date=self.reader.date(self.asof))])

    def spanned(self, what: str) -> str:
        """Return a subtitle of what is told of the whole period, or of the day."""
        return words.dots([what, self.short_name, self.when()])

    def when(self, *, short: bool = True) -> str:
        """Return the day or the period in words."""
        return when(self.reader, self.asof, self.since if self.period else None, short=short)

    def names(self, frame: pd.DataFrame) -> list[str]:
        """Return the names of a frame's areas in dictionary order."""
        found = {self.reader.pick(row, "name") for row in frame.to_dict("records")}
        return sorted(found, key=lambda name: findings.name_key(name, self.reader))


def stage(
    records: Records,
    code: str,
    asof: date,
    reader: Reader,
    evidence: str,
    since: date | None = None,
    *,
    period: bool = False,
) -> Scene:
    """Return the scene of a scope on a day. since: the earlier day of what compares, None for the usual one.
    period: all that lies between the two days is told of.

    Raises UnknownScopeError, ScopeNotOnDayError, DateOutOfRangeError, and ValueError for unknown evidence.
    """
    if evidence not in EVIDENCE:
        raise ValueError(f"expected one of {EVIDENCE}, got {evidence!r}")
    first = records.phases["start_date"].min().date()
    if not first <= asof <= LAST_DAY:
        raise DateOutOfRangeError(asof=asof, first=first, last=LAST_DAY)
    several = tuple(dict.fromkeys(code.split(AND))) if AND in code else ()
    known = areas.groups_on(records, asof)["area_code"].tolist()
    if several and (strange := [one for one in several if one not in known]):
        raise UnknownScopeError(scope=strange[0])
    try:
        area = scope.area_on(records, None if code == NATION or several else code, asof)
    except KeyError:
        raise UnknownScopeError(scope=code) from None
    if not area.exists:
        raise ScopeNotOnDayError(name={"name_th": area.name_th, "name_en": area.name_en}, asof=asof)
    level: Level = (
        "country" if code == NATION or several else "group" if area.level == "group" else "province"
    )
    return Scene(records, code, area, level, asof, reader, evidence, since, several, period)


@lru_cache(maxsize=64)
def represented(records: Records, selection: Selection) -> pd.DataFrame:
    """Return `measures.area.profile.representatives`, the same for every province of a group. Nobody changes it."""
    return profile.representatives(records, selection)


def documented(*frames: pd.DataFrame) -> float | None:
    """Return the share of rows with evidence that a document states, over all frames; None without any."""
    kept = [frame[["evidence"]] for frame in frames if len(frame)]
    return documented_share(pd.concat(kept)) if kept else None


def sources(*ids: Iterable[str] | pd.DataFrame) -> tuple[str, ...]:
    """Return the documents behind frames or lists of ids, each once, in order of first use; samples have none."""
    listed: list[str] = []
    for given in ids:
        if isinstance(given, pd.DataFrame):
            column = "source_ids" if "source_ids" in given else "source_id"
            listed += join_sources(given[column]).split() if len(given) else []
        else:
            listed += [part for one in given for part in one.split()]
    return tuple(dict.fromkeys(one for one in listed if one and one != "sample"))
