"""What examining a book gives: everything found, and the tables ready to publish."""

from dataclasses import dataclass, field, replace

from data.faults import Fault
from data.intake import scopes
from data.intake.changes import Changes, Question
from data.intake.clusters import Cluster
from data.intake.merging import Mode, Tables
from data.intake.normalised import Normalised
from data.intake.notes import Note
from data.intake.remembered import Kept
from data.intake.sourcing import PENDING, Alias, Source, cite, keep_aliases
from data.intake.suspicions import Suspicion
from data.reading import Sheet
from data.schema import TABLES

SHOWN = 1_000  # faults and changes that travel to a page; the corrected file holds all of them


class NotReadyError(ValueError):
    """Something must be settled before publishing; args[0] is "faults", "questions", "source" or "nothing"."""


@dataclass
class Examination:
    """What was found in a book, and the tables it would make.

    sheets: the rows of the file per table, as read. changes, faults, questions and warnings name the officer's
    own columns. kept: names an officer explained that
    are no provinces'. clusters: titles and names that differ only in spelling. removed: illustrative rows that leave
    with what they refer to, per table. readings: per sheet.
    """

    mode: Mode
    sheets: dict[str, Sheet] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    warnings: tuple[Suspicion, ...] = ()
    changes: Changes = field(default_factory=Changes)
    questions: tuple[Question, ...] = ()
    aliases: tuple[Alias, ...] = ()
    kept: tuple[Kept, ...] = ()
    notes: tuple[Note, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    removed: dict[str, int] = field(default_factory=dict)
    needs_source: bool = False
    readings: dict[str, Normalised] = field(default_factory=dict)
    changed: Tables = field(default_factory=dict)
    current: Tables = field(default_factory=dict)

    row_counts: dict[str, int] = field(default_factory=dict)
    fault_count: int = 0

    def light(self) -> "Examination":
        """Return the examination without its readings, with the first faults and changes: what a page shows."""
        counts = {name: len(sheet.values) for name, sheet in self.sheets.items()}
        return replace(
            self, sheets={}, row_counts=counts, faults=self.faults[:SHOWN], fault_count=len(self.faults),
            changes=self.changes.first(SHOWN), readings={}, current={},
        )  # fmt: skip

    @property
    def is_clean(self) -> bool:
        """Whether nothing stands in the way of publishing but the name of a source."""
        return not self.faults and not self.questions

    def proposed(self, source: Source | None = None, *, keep_answers: bool = True) -> Tables:
        """Return the whole frames of every table that changes, ready to publish.

        source: what rows cite that name no source themselves. keep_answers: spellings that an officer
        explained become aliases. Raises NotReadyError while anything is open, SourceError for a bad source.
        """
        if not self.is_clean:
            raise NotReadyError("faults" if self.faults else "questions")
        if not self.changed:
            raise NotReadyError("nothing")
        if self.needs_source and source is None:
            raise NotReadyError("source")
        tables = dict(self.changed)
        if source is not None and (self.needs_source or self.aliases):
            cited = cite(tables.get("sources", self.current["sources"]), source)
            if len(cited) != len(self.current["sources"]) or "sources" in tables:
                tables["sources"] = cited
            for name, frame in self.changed.items():
                if "source_id" in TABLES[name].names and name != "sources":
                    named = frame["source_id"].where(frame["source_id"] != PENDING, source.source_id)
                    tables[name] = frame.assign(source_id=named.astype("str"))
            if "list_scopes" in tables:
                told = scopes.reaching(tables["list_scopes"], source.source_id, source.published_on)
                tables["list_scopes"] = scopes.once(told)
            if keep_answers and self.aliases:
                known = tables.get("province_aliases", self.current["province_aliases"])
                tables["province_aliases"] = keep_aliases(known, self.aliases, source.source_id)
        return tables
