"""`python -m exports deck|brief|workbook|page --scope nation|GROUP|PROVINCE --asof DATE --lang th|en --out FILE`.

`python -m exports deliver` sends what is due by mail (exports/delivery/command.py), `python -m exports remind` what a
round of collection has to say (exports/rounds_command.py).

With --all-groups or --all-provinces, --out is a folder; what stands there already is kept, so that a run that was
interrupted goes on where it stopped. Exit codes: 0 all made, 1 some failed, 2 the question is wrong.
"""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

from data.faults import FaultsError
from data.store.errors import StoreError, store_error_text
from exports import booklet, jobs, media
from exports.story import story
from locales import Reader
from measures.selection import DEFAULT_ASOF, EVIDENCE, FIRST_DAY

OK, SOME_FAILED, WRONG_QUESTION = 0, 1, 2
MARK = ".sti-exports"  # in the folder: of which release each finished file is


def main(argv: Sequence[str] | None = None) -> int:
    """Make what the arguments ask for; return the exit code."""
    argv = sys.argv[1:] if argv is None else argv
    if argv[:1] == ["deliver"]:  # its libraries are for it alone
        from exports.delivery.command import main as deliver

        return deliver(argv[1:])
    if argv[:1] == ["remind"]:
        from exports.rounds_command import main as remind

        return remind(argv[1:])
    options = _options(argv)
    reader = Reader(options.lang, options.era or ("be" if options.lang == "th" else "ce"))
    try:
        asof = date.today() if options.asof == "today" else date.fromisoformat(options.asof)
    except ValueError:
        return _refuse(reader.t("cli-bad-date", text=options.asof))
    try:
        beginning = date.fromisoformat(options.since) if options.since else None
    except ValueError:
        return _refuse(reader.t("cli-bad-date", text=options.since))
    if beginning is not None and not FIRST_DAY <= beginning < asof:
        return _refuse(reader.t("cli-bad-period", since=options.since, asof=str(asof)))
    many = options.all_groups or options.all_provinces
    if not many and not options.scope and not options.update:
        return _refuse(reader.t("cli-need-scope"))
    if not options.out:
        return _refuse(reader.t("cli-need-out"))
    try:
        records = jobs.records()
    except FaultsError as error:
        return _refuse(reader.t("cli-data-fault", n=len(error.faults)))
    except StoreError as error:
        return _refuse(store_error_text(error, reader, where=True))
    if options.update:
        from exports.refreshing import refresh  # its libraries are for it alone

        return refresh(records, Path(options.update), Path(options.out), reader)
    base = jobs.Job(
        options.medium,
        options.scope or "",
        asof,
        reader.lang,
        reader.era,
        options.evidence,
        Path(options.out),
        options.template or "",
        beginning,
    )
    try:
        if options.template:
            jobs.template_of(options.template)
        media.renderer(options.medium)
        if not many:
            if (made := _one(base, reader)) == OK:
                jobs.keep(options.medium)
            return made
        story.stage(records, story.NATION, asof, reader, options.evidence)
    except media.TemplateError as error:
        from exports.deck import own

        said = "; ".join(own.words(error.missing, reader))
        return _refuse(reader.t("cli-template", path=options.template, missing=said))
    except media.MissingMediumError as error:
        return _refuse(reader.t("cli-no-medium", medium=error.args[0], why=error.args[1]))
    except story.StoryError as error:
        return _refuse(error.sentence(reader))
    levels = [
        level
        for level, asked in (("group", options.all_groups), ("province", options.all_provinces))
        if asked
    ]
    scopes = [code for level in levels for code in story.scopes(records, asof, level)]
    code = _all(base, scopes, records.release, options.workers, reader)
    jobs.keep(options.medium)
    if options.booklet and code == OK:
        names = [story.stage(records, scope, asof, reader, options.evidence).name for scope in scopes]
        return _bind(base, list(zip(names, scopes, strict=True)), Path(options.booklet), reader)
    return code


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    lang = os.environ.get("STI_LANG", "th")
    parser = argparse.ArgumentParser(
        "exports", description=Reader(lang if lang in ("th", "en") else "th").t("cli-description")
    )
    parser.add_argument("medium", choices=media.MEDIA)
    parser.add_argument("--scope", help="nation, a group_code or a province_code")
    parser.add_argument("--all-groups", action="store_true")
    parser.add_argument("--all-provinces", action="store_true")
    parser.add_argument("--asof", default=DEFAULT_ASOF.isoformat(), help="YYYY-MM-DD, or today")
    parser.add_argument(
        "--since", help="YYYY-MM-DD: of the period from this day to --asof, what changed in it"
    )
    parser.add_argument("--lang", default="th", choices=("th", "en"))
    parser.add_argument("--era", choices=("be", "ce"))
    parser.add_argument("--evidence", default="all", choices=EVIDENCE)
    parser.add_argument("--out", help="a file, or a folder for many")
    parser.add_argument(
        "--booklet", help="bind them too: a file, briefs as one .pdf with bookmarks, else a .zip"
    )
    parser.add_argument(
        "--template", help="a deck template of your own (.pptx), with layouts of the same names"
    )
    parser.add_argument("--update", help="a deck that was made here and edited since: refreshed into --out")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    return parser.parse_args(argv)


def _refuse(why: str) -> int:
    print(why, file=sys.stderr)
    return WRONG_QUESTION


def _one(job: jobs.Job, reader: Reader) -> int:
    try:
        size = jobs.make_file(job)
    except media.UnwritableError as error:
        print(reader.t("cli-unwritable", path=error.args[0], why=error.args[1]), file=sys.stderr)
        return SOME_FAILED
    print(reader.t("cli-made", path=str(job.path), size=size // 1024))
    return OK


def _all(base: jobs.Job, scopes: Sequence[str], release: str, workers: int, reader: Reader) -> int:
    """Make a file for each scope in a folder; what is there already, made from the same release, is kept."""
    folder = base.path
    try:
        folder.mkdir(parents=True, exist_ok=True)
        marks = _marks(folder)
    except OSError as error:
        why = error.strerror or str(error)
        print(reader.t("cli-unwritable", path=str(folder), why=why), file=sys.stderr)
        return SOME_FAILED
    every = [base._replace(scope=scope, path=_path(base, scope)) for scope in scopes]
    kept = [job for job in every if marks.get(job.path.name) == release and job.path.exists()]
    todo = [job for job in every if job not in kept]
    failed = 0
    for done, (job, why) in enumerate(jobs.run(todo, max(1, workers)), start=1):
        if why:
            failed += 1
            print(reader.t("cli-failed", what=job.scope, why=why), file=sys.stderr)
        else:
            marks[job.path.name] = release
            _mark(folder, marks)
        _progress(reader.t("cli-progress", done=done, total=len(todo), path=job.path.name), done, len(todo))
    print(reader.t("cli-summary", made=len(todo) - failed, kept=len(kept), failed=failed))
    return SOME_FAILED if failed else OK


def _bind(base: jobs.Job, named: Sequence[tuple[str, str]], target: Path, reader: Reader) -> int:
    """Bind the finished files of a folder into one."""
    parts = [(name, _path(base, scope)) for name, scope in named]
    try:
        content = booklet.bound(parts, media.SUFFIX[base.medium], base.asof)
        media.write(target, content)
    except OSError as error:  # media.UnwritableError is one
        why = str(error.args[-1])
        print(reader.t("cli-unwritable", path=str(target), why=why), file=sys.stderr)
        return SOME_FAILED
    print(reader.t("cli-made", path=str(target), size=len(content) // 1024))
    return OK


def _path(base: jobs.Job, scope: str) -> Path:
    evidence = "" if base.evidence == "all" else f"-{base.evidence}"
    name = media.filename(base.medium, scope + evidence, base.asof, base.lang, base.era, base.beginning)
    return base.path / name


def _marks(folder: Path) -> dict[str, str]:
    """Return of which release each finished file of a folder is, by its name; what is not known is made anew."""
    try:
        return {str(name): str(release) for name, release in json.loads((folder / MARK).read_bytes()).items()}
    except (OSError, ValueError, AttributeError):
        return {}


def _mark(folder: Path, marks: dict[str, str]) -> None:
    """Note a finished file, after it stands there: who interrupts a run never finds an old file called new."""
    with suppress(media.UnwritableError):  # then it is made again, which costs time and nothing else
        media.write(folder / MARK, json.dumps(marks, indent=0).encode())


def _progress(text: str, done: int, total: int) -> None:
    """Draw the bar on a terminal; elsewhere write a line for each file."""
    if not sys.stdout.isatty():
        print(text, flush=True)
        return
    full = 30 * done // max(1, total)
    end = "\n" if done == total else ""
    print(f"\r\033[K[{'█' * full}{'·' * (30 - full)}] {text}", end=end, flush=True)


if __name__ == "__main__":
    sys.exit(main())
