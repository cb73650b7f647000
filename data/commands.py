"""The commands that need no file from an officer: history, diff, restore, export."""

import getpass
import json
import sys
from argparse import Namespace
from dataclasses import asdict

from data.store.errors import StoreError
from data.store.releases import BANGKOK, Release
from data.store.store import Store, default_root, expected_mark
from locales import Reader

CLEAN, PROBLEMS, UNREADABLE = 0, 1, 2


def opened(options: Namespace) -> Store:
    """Return the store that the options name. Reading fills nothing: StoreError `empty`, or `lost` where one has been."""
    store = Store(options.store) if options.store else Store(default_root(), expected_mark())
    if store.current() is None:
        store.may_begin()
        raise StoreError("empty", store.root)
    return store


def account() -> str:
    """Return the name of this machine's account."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "?"


def history(options: Namespace, reader: Reader) -> int:
    """Print one line per release, newest first; `--last` of them, or of the ones before release `--before`."""
    store = opened(options)
    if options.row:
        from data.store.row_command import row_history

        return row_history(store, options, reader)
    every = store.history()
    until = options.before or len(every) + 1
    releases = [release for release in every if release.number < until][: options.last or None]
    if options.json:
        told = [asdict(release) | {"published_at": release.published_at.isoformat()} for release in releases]
        print(json.dumps(told, ensure_ascii=False, indent=1))
        return CLEAN
    before = {release.release_id: release for release in every}
    for release in releases:
        print(line(release, before.get(release.parent), reader))
    if releases and releases[-1].number > 1:
        print(reader.t("keeping-cli-older", n=releases[-1].number - 1), file=sys.stderr)
    return CLEAN


def line(release: Release, parent: Release | None, reader: Reader) -> str:
    """Return one release as a line: number, id, when, kind, who, which tables it changed, why."""
    when = release.published_at.astimezone(BANGKOK)
    return reader.t(
        "store-cli-release",
        number=str(release.number),
        id=release.release_id,
        when=f"{when:%Y-%m-%d %H:%M}",
        kind=reader.t(f"store-kind-{release.kind}"),
        author=release.author,
        tables=", ".join(release.differs(parent)) if parent else reader.t("store-cli-all-tables"),
        note=release.note or "–",
    )


def diff(options: Namespace, reader: Reader) -> int:
    """Print what differs between two releases: counts per table, or every cell as JSON."""
    from data.intake.difference import difference

    store = opened(options)
    old, new = store.release(options.old), store.release(options.new)
    names = old.differs(new)
    before, after = store.records(old), store.records(new)
    found = difference(before, {name: getattr(after, name) for name in names})
    if options.json:
        told = {name: _rows(table) for name, table in found.tables.items()}
        print(json.dumps(told, ensure_ascii=False, indent=1, default=str))
        return CLEAN
    for name, table in found.tables.items():
        counts = {"added": len(table.added), "removed": len(table.removed), "changed": len(table.changed)}
        print(reader.t("store-cli-difference", table=name, **counts))
    if not found.tables:
        print(reader.t("store-cli-same"))
    return CLEAN


def _rows(table: object) -> dict[str, list[dict[str, object]]]:
    parts = {name: getattr(table, name) for name in ("added", "removed", "changed")}
    return {
        name: json.loads(frame.to_json(orient="records", date_format="iso")) for name, frame in parts.items()
    }


def restore(options: Namespace, reader: Reader) -> int:
    """Publish an older release once more on top of the current one."""
    store = opened(options)
    old, current = store.release(options.release), store.current()
    expected = current.release_id if current else ""
    done = store.restore(old.release_id, author=options.author, note=options.note, expected=expected)
    print(line(done, current, reader))
    return CLEAN


def export(options: Namespace, reader: Reader) -> int:
    """Write a release to one file in a folder and print its path; 1 when the form cannot hold it."""
    from data import takeout

    store = opened(options)
    release = store.release(options.release) if options.release else store.current()
    if options.format not in takeout.FORMS:
        told = reader.t("store-cli-no-format", read=options.format, expected=", ".join(takeout.FORMS))
        print(told, file=sys.stderr)
        return UNREADABLE
    published = release.published_at.astimezone(BANGKOK).date() if release else None
    try:
        name, content = takeout.make(
            store.records(release),
            form=options.format,
            reader=reader,
            tables=options.tables,
            published=published,
        )
        options.out.mkdir(parents=True, exist_ok=True)
        (options.out / name).write_bytes(content)
    except takeout.UntakeableError as error:
        print(error.sentence(reader), file=sys.stderr)
        return PROBLEMS
    except OSError as error:
        told = reader.t("store-cli-not-written", file=str(options.out), why=error.strerror or str(error))
        print(told, file=sys.stderr)
        return UNREADABLE
    print(options.out / name)
    return CLEAN
