"""`python -m exports deliver --config FILE [--dry-run]`: make and send what is due, once. A timer runs it.

Exit codes: 0 all that was due is sent, 1 some could not be, or nobody knows whether it was, 2 the rules cannot be read.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from data.records import Records
from data.store.errors import StoreError, store_error_text
from data.store.folders import make_within, one_writer
from data.store.releases import BANGKOK
from data.store.store import Store, default_root
from exports import media, standing
from exports.delivery import mail, occasions
from exports.delivery.ledger import Ledger, key
from exports.delivery.occasions import Occasion
from exports.delivery.preview import FOLDER
from exports.delivery.rules import Post, Rule, RulesError, read
from exports.story.story import StoryError
from locales import LANGUAGES, Reader

OK, SOME_FAILED, WRONG_QUESTION = 0, 1, 2
WHO = "deliver"


def main(argv: Sequence[str] | None = None) -> int:
    """Deliver what the rules say; return the exit code."""
    parser = argparse.ArgumentParser("exports deliver")
    parser.add_argument(
        "--config", type=Path, default=os.environ.get("STI_DELIVERIES"), help="the rules (TOML)"
    )
    parser.add_argument("--dry-run", action="store_true", help="print what is due; make and send nothing")
    parser.add_argument("--lang", choices=LANGUAGES, default=os.environ.get("STI_LANG", LANGUAGES[0]))
    options = parser.parse_args(argv)
    reader = Reader(options.lang)
    if not options.config:
        print(reader.t("deliver-no-config"), file=sys.stderr)
        return WRONG_QUESTION
    try:
        post, rules = read(Path(options.config))
        store = Store(default_root())
        records = store.records()
    except RulesError as error:
        print(reader.t("deliver-bad-rule", place=error.args[0], expected=error.args[1]), file=sys.stderr)
        return WRONG_QUESTION
    except StoreError as error:
        print(store_error_text(error, reader), file=sys.stderr)
        return WRONG_QUESTION
    if store.folder is None:
        print(reader.t("deliver-no-folder"), file=sys.stderr)
        return WRONG_QUESTION
    folder = store.folder / FOLDER
    run = Run(store, records, post, Ledger(folder), reader, options.dry_run)
    if options.dry_run:
        return run.all(rules)
    make_within(store.folder, folder)
    with one_writer(folder):  # two timers at once send one mail
        run.ledger = Ledger(folder)
        return run.all(rules)


class Run:
    """One run over all rules."""

    def __init__(
        self, store: Store, records: Records, post: Post, ledger: Ledger, reader: Reader, dry: bool
    ) -> None:
        self.store, self.records, self.post = store, records, post
        self.ledger, self.reader, self.dry = ledger, reader, dry
        self.today = datetime.now(BANGKOK).date()
        self.failed = False

    def all(self, rules: Sequence[Rule]) -> int:
        """Go through the rules; one that fails does not hold up the others."""
        for rule in rules:
            try:
                self._one(rule)
            except (StoryError, KeyError) as error:
                self._fail(
                    rule, "-", error.sentence(self.reader) if isinstance(error, StoryError) else rule.scope
                )
        return SOME_FAILED if self.failed else OK

    def _one(self, rule: Rule) -> None:
        before = self.ledger.states.get(rule.name)
        occasion, now = occasions.due(rule, self.records, self.today, before)
        if occasion:
            todo = [address for address in rule.to if self._is_open(rule, occasion, address)]
            if self.dry:
                told = {"rule": rule.name, "occasion": occasion.name, "medium": rule.medium, "n": len(todo)}
                print(self.reader.t("deliver-would", **told))
            elif todo:
                self._send(rule, occasion, todo)
        if now and not self.dry and not self.failed:
            self.ledger.remember(rule.name, now)

    def _is_open(self, rule: Rule, occasion: Occasion, address: str) -> bool:
        mark = self.ledger.marks.get(key(rule.name, occasion.name, address), "")
        if mark == "sending":  # a run died with this mail in its hands
            self._fail(rule, occasion.name, self.reader.t("deliver-unsure"))
        return mark == ""

    def _send(self, rule: Rule, occasion: Occasion, todo: Sequence[str]) -> None:
        day = occasions.day_of(self.today)
        reader = Reader(rule.lang, "be" if rule.lang == "th" else "ce")
        told = (self.records, rule.scope, day, reader, rule.evidence)
        content = media.make(rule.medium, *told, address=standing.address_of(*told))
        standing.keep(self.store, self.records, rule.medium)
        for address in todo:
            name = key(rule.name, occasion.name, address)
            letter = mail.letter(
                rule, occasion, self.records, reader, day, content, self.post.sender, address, name
            )
            why, is_sure = mail.hand_over(self.post, letter, partial(self.ledger.mark, name, "sending"))
            if why:
                if is_sure:
                    self.ledger.mark(name, "")
                self._fail(rule, occasion.name, why)
                continue
            self.ledger.mark(name, "sent")
            self._audit(rule, occasion.name, "sent", bytes=len(content))
            print(
                self.reader.t(
                    "deliver-sent", rule=rule.name, occasion=occasion.name, size=len(content) // 1024
                )
            )

    def _fail(self, rule: Rule, occasion: str, why: str) -> None:
        self.failed = True
        if not self.dry:
            self._audit(rule, occasion, "failed", why=why)
        print(self.reader.t("deliver-failed", rule=rule.name, occasion=occasion, why=why), file=sys.stderr)

    def _audit(self, rule: Rule, occasion: str, state: str, **more: object) -> None:
        told = {
            "rule": rule.name,
            "occasion": occasion,
            "medium": rule.medium,
            "scope": rule.scope,
            "state": state,
        }
        self.store.audit.write("delivery", WHO, release=self.records.release, **told, **more)
