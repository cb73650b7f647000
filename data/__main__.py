"""`python -m data check|import|history|diff|restore|export|proposals|rounds|…`: the desk; `--help` names every verb.

The store is `STI_STORE` (or `--store`). Exit codes: 0 clean or done, 1 problems that the output names, 2 cannot read.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from data import catalogue_commands, commands
from data.access import commands as token_commands
from data.access.tokens import DAYS
from data.faults import FaultsError, fault_text
from data.intake import commands as intake_commands
from data.proposals import commands as proposal_commands
from data.proposals.drafting import FORMS
from data.rounds import commands as round_commands
from data.schema import TABLES
from data.store import commands as store_commands
from data.store.errors import StoreError, store_error_text
from data.store.releases import ConflictError
from data.store.store import GRACE_HOURS, KEEP_DAYS
from locales import LANGUAGES, Reader

CLEAN, PROBLEMS, UNREADABLE = commands.CLEAN, commands.PROBLEMS, commands.UNREADABLE
_EXITS = {"nothing-new": CLEAN, "conflict": PROBLEMS, "gone": PROBLEMS, "no-release": PROBLEMS}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return the exit code; what goes wrong is told in words on the error output."""
    options = _parser().parse_args(argv)
    reader = Reader(options.lang)
    try:
        code: int = options.run(options, reader)
        sys.stdout.flush()
        return code
    except BrokenPipeError:  # whoever read has read enough, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLEAN
    except FaultsError as error:
        for fault in error.faults:
            print(fault_text(fault, reader), file=sys.stderr)
        return UNREADABLE
    except ConflictError as error:
        print(store_error_text(error, reader, where=True), file=sys.stderr)
        print(reader.t("store-cli-changed", tables=", ".join(error.changed)), file=sys.stderr)
        return PROBLEMS
    except StoreError as error:
        print(store_error_text(error, reader, where=True), file=sys.stderr)
        return _EXITS.get(error.kind, UNREADABLE)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m data", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--lang", choices=LANGUAGES, default=os.environ.get("STI_LANG", LANGUAGES[0]))
    parser.add_argument("--store", help="a folder or an address; STI_STORE when left out")
    verbs = parser.add_subparsers(required=True, metavar="command")
    _intake(verbs)
    _releases(verbs)
    _keeping(verbs)
    _proposals(verbs)
    _rounds(verbs)
    _tokens(verbs)
    return parser


def _intake(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    check = verbs.add_parser("check", help="say what is wrong with a file; nothing is published")
    bring = verbs.add_parser("import", help="check a file and publish it when it is clean")
    for verb in (check, bring):
        verb.add_argument("file", type=Path)
        verb.add_argument("--table", choices=tuple(TABLES), help="what the file holds")
        verb.add_argument("--mode", choices=intake_commands.MODES, default=intake_commands.MODES[0])
        verb.add_argument("--answer", action="append", default=[], metavar="TEXT=MEANING")
        verb.add_argument(
            "--covers",
            default="",
            metavar="AREA",
            help="of which area the list names every row: country, named (its own provinces), or codes",
        )
        verb.add_argument(
            "--afresh", action="store_true", help="forget how earlier lists with these headings were read"
        )
        verb.add_argument("--json", action="store_true", help="for another program")
    bring.add_argument("--source", default="", help="source_id of the document behind the rows")
    bring.add_argument("--source-title", default="", help="its title, when the release does not have it yet")
    _signed(bring)
    check.set_defaults(run=intake_commands.check)
    bring.set_defaults(run=intake_commands.bring)


def _releases(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    history = verbs.add_parser("history", help="every release, newest first")
    history.add_argument("--last", type=int, default=0, help="so many at most")
    history.add_argument("--before", type=int, default=0, metavar="NUMBER", help="only those before this one")
    history.add_argument("--row", nargs=2, metavar=("TABLE", "KEY"), help="of one row, also one that is gone")
    history.add_argument("--column", default="", help="of one cell of that row")
    history.add_argument("--json", action="store_true", help="for another program")
    history.set_defaults(run=commands.history)
    diff = verbs.add_parser("diff", help="what differs between two releases")
    diff.add_argument("old", help="an id or the beginning of one")
    diff.add_argument("new")
    diff.add_argument("--json", action="store_true", help="for another program: every row and cell")
    diff.set_defaults(run=commands.diff)
    restore = verbs.add_parser("restore", help="publish an older release once more")
    restore.add_argument("release")
    _signed(restore)
    restore.set_defaults(run=commands.restore)
    export = verbs.add_parser("export", help="write the current release, or another one, to a file")
    export.add_argument("--format", required=True, help="csv, xlsx, parquet, gpkg, geojson, datapackage")
    export.add_argument("--out", required=True, type=Path, help="a folder")
    export.add_argument("--release", default="", help="an older release")
    export.add_argument("--tables", nargs="+", choices=tuple(TABLES), metavar="TABLE")
    export.set_defaults(run=commands.export)


def _keeping(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    status = verbs.add_parser("status", help="which store this is, and whether all of it is there")
    status.set_defaults(run=store_commands.status)
    seed = verbs.add_parser("seed", help="fill an empty store from the folders")
    seed.add_argument("--anew", action="store_true", help="also where a store has been before")
    seed.set_defaults(run=store_commands.seed)
    accept = verbs.add_parser(
        "accept", help="take the store as it is: a backup was put in place, or a loss looked at"
    )
    accept.add_argument("--note", default="", help="why")
    accept.set_defaults(run=store_commands.accept)
    catalog = verbs.add_parser(
        "catalog", help="write what a data catalogue is told: DCAT-AP and a CKAN package"
    )
    catalog.add_argument("--out", required=True, type=Path, help="a folder")
    catalog.add_argument("--url", required=True, help="where readers find the dashboard")
    catalog.set_defaults(run=catalogue_commands.write)
    vacuum = verbs.add_parser("vacuum", help="remove what no release of the last days needs")
    vacuum.add_argument("--keep-days", type=int, default=KEEP_DAYS)
    vacuum.add_argument("--grace-hours", type=int, default=GRACE_HOURS, help="younger files stay")
    vacuum.set_defaults(run=store_commands.vacuum)
    quoted = verbs.add_parser("quoted", help="which releases are quoted, and so kept by vacuum")
    what = quoted.add_mutually_exclusive_group()
    what.add_argument("--pin", metavar="RELEASE", help="keep it, although nobody has quoted it")
    what.add_argument("--unpin", metavar="RELEASE", help="take the pin back")
    what.add_argument(
        "--let-go", metavar="RELEASE", help="let the next vacuum have it, although it is quoted"
    )
    _signed(quoted)
    quoted.set_defaults(run=store_commands.quoted)


def _rounds(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    rounds = verbs.add_parser(
        "rounds", help="rounds of collection: who is asked for what, and what has come back"
    )
    what = rounds.add_mutually_exclusive_group()
    what.add_argument("--open", metavar="TITLE", help="open a round; needs --until")
    what.add_argument("--close", metavar="ROUND")
    what.add_argument(
        "--books", type=Path, metavar="FOLDER", help="write a workbook for each area of --round"
    )
    what.add_argument(
        "--take", type=Path, metavar="FILE", help="take a filled workbook of --round as a proposal"
    )
    rounds.add_argument("--round", default="", help="which round")
    rounds.add_argument("--tables", nargs="+", choices=FORMS, help="what is asked for (plans)")
    rounds.add_argument(
        "--areas", nargs="+", default=[], help="provinces or groups of them (the whole country)"
    )
    rounds.add_argument("--until", default="", metavar="DAY", help="the last day, as 2026-12-31")
    rounds.add_argument("--source-title", default="", help="the document behind a filled workbook")
    rounds.add_argument("--json", action="store_true", help="for another program")
    _signed(rounds)
    rounds.set_defaults(run=round_commands.rounds)


def _tokens(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    own = verbs.add_parser("token", help="keys for programs that read").add_subparsers(required=True)
    issue = own.add_parser("issue", help="issue a key; it is printed once")
    issue.add_argument("--name", required=True, help="who uses it and what for")
    issue.add_argument("--groups", nargs="+", metavar="GROUP", help="group codes; everything when left out")
    issue.add_argument("--days", type=int, default=DAYS, help="days until it ends by itself")
    issue.set_defaults(run=token_commands.issue)
    listed = own.add_parser("list", help="every key, without what opens anything")
    listed.add_argument("--json", action="store_true", help="for another program")
    listed.set_defaults(run=token_commands.listed)
    revoke = own.add_parser("revoke", help="take a key back")
    revoke.add_argument("token_id")
    revoke.set_defaults(run=token_commands.revoke)


def _proposals(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    waiting = verbs.add_parser("proposals", help="what is proposed; accept it or send it back")
    what = waiting.add_mutually_exclusive_group()
    what.add_argument("--accept", nargs="+", metavar="ID", help="all of these as one release")
    what.add_argument(
        "--return", dest="send_back", metavar="ID", help="to its author, with a --note; answers a note"
    )
    waiting.add_argument("--json", action="store_true", help="for another program")
    _signed(waiting)
    waiting.set_defaults(run=proposal_commands.proposals)


def _signed(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "--author", default=commands.account(), help="who publishes; this account when left out"
    )
    verb.add_argument("--note", default="", help="why")


if __name__ == "__main__":
    sys.exit(main())
