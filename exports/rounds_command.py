"""`python -m exports remind --round ROUND [--out FOLDER] [--send]`: what goes out for a round of collection.

--out writes its ZIP; --send sends today's reminders to the addresses of STI_CONTRIBUTORS, nobody twice a day.
Exit codes: 0 done, 1 some could not be sent, 2 the round or the rules cannot be read.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from data.access.roles import policy
from data.proposals.ledger import Ledger
from data.proposals.model import ProposalError
from data.rounds.book import RoundBook
from data.rounds.standing import answers, today
from data.store.errors import StoreError, store_error_text
from data.store.store import Store, default_root
from exports import rounds
from exports.delivery.rules import RulesError
from locales import LANGUAGES, Reader

OK, SOME_FAILED, WRONG_QUESTION = 0, 1, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the arguments ask for; return the exit code."""
    parser = argparse.ArgumentParser("exports remind")
    parser.add_argument("--round", required=True)
    parser.add_argument("--out", type=Path, help="a folder for the ZIP of everything to send by hand")
    parser.add_argument("--send", action="store_true", help="send today's reminders")
    parser.add_argument("--lang", choices=LANGUAGES, default=os.environ.get("STI_LANG", LANGUAGES[0]))
    options = parser.parse_args(argv)
    reader = Reader(options.lang, "be" if options.lang == "th" else "ce")
    try:
        store = Store(default_root())
        one, records = RoundBook(store).get(options.round), store.records()
        people = rounds.people(policy(os.environ, {}).contributors, one, records)
        found = answers(one, Ledger(store).all().values(), today())
        going = rounds.Going(one, found, people, records, reader)
        server = rounds.post() if options.send else None
        if options.send and server is None:
            print(reader.t("round-no-post"), file=sys.stderr)
            return WRONG_QUESTION
    except ProposalError as error:
        print(reader.t(f"proposal-error-{error.kind}", detail=error.detail), file=sys.stderr)
        return WRONG_QUESTION
    except StoreError as error:
        print(store_error_text(error, reader), file=sys.stderr)
        return WRONG_QUESTION
    except (RulesError, ValueError) as error:
        print(" ".join(map(str, error.args)), file=sys.stderr)
        return WRONG_QUESTION
    if options.out:
        options.out.mkdir(parents=True, exist_ok=True)
        path = options.out / f"{one.round_id}.zip"
        path.write_bytes(rounds.parcel(going))
        print(path)
    told = rounds.send(store, going, server, today()) if server else {}
    failed = sum(1 for why in told.values() if why)
    if server:
        print(reader.t("round-reminded", n=len(told) - failed, failed=failed))
    return SOME_FAILED if failed else OK


if __name__ == "__main__":
    sys.exit(main())
