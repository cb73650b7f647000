"""The commands that look after a store: what stands, the first filling, accepting it as it is, letting go of old rows."""

from argparse import Namespace

from data.commands import CLEAN, PROBLEMS, account, opened
from data.store import keeping
from data.store import known as known_stores
from data.store.errors import StoreError
from data.store.known import Known
from data.store.quoted import Quoted, Way
from data.store.releases import BANGKOK
from data.store.store import Store, default_folders, default_root
from locales import Reader

SHOWN = 20  # numbers of damaged releases that are named


def status(options: Namespace, reader: Reader) -> int:
    """Print where the store is, its mark, its newest release and what of its history is whole; 1 for damage.

    Every file of the current release is read and held against the sum that was kept of it.
    """
    store = opened(options)
    current = store.standing()
    when = f"{current.published_at.astimezone(BANGKOK):%Y-%m-%d %H:%M}"
    told = {
        "number": str(current.number),
        "release": current.release_id,
        "author": current.author,
        "when": when,
    }
    print(reader.t("keeping-cli-status", root=store.root, mark=store.mark, **told))
    numbers = [r.number for r in store.history() if keeping.state(store, r) == "damaged"]
    gone = sum(keeping.state(store, r) == "gone" for r in store.history())
    _states(len(store.history()), gone, tuple(numbers), reader)
    unsound = keeping.sound(store, current)
    if unsound:
        print(reader.t("keeping-cli-unsound", tables=", ".join(unsound)))
    else:
        print(reader.t("keeping-cli-sound"))
    return PROBLEMS if numbers or unsound else CLEAN


def seed(options: Namespace, reader: Reader) -> int:
    """Fill an empty store from the folders; with --anew also where there has been one before."""
    store = Store(options.store or default_root())
    if options.anew:
        known_stores.forget(store.root)
    current = store.seed(*default_folders())
    told = {"number": str(current.number), "release": current.release_id}
    print(reader.t("keeping-cli-seeded", root=store.root, **told))
    return CLEAN


def accept(options: Namespace, reader: Reader) -> int:
    """Take the store as it is for the truth: after a backup was put in place, or a loss was looked at."""
    store = opened(options)
    current = store.current()
    if current is None:
        raise StoreError("empty", store.root)
    known_stores.forget(store.root)
    known_stores.remember(Known(store.root, store.mark, current.number, current.release_id))
    told = {"number": str(current.number), "release": current.release_id}
    store.audit.write(
        "accept", account(), note=options.note, number=current.number, release=current.release_id
    )
    print(reader.t("keeping-cli-accepted", root=store.root, **told))
    return CLEAN


def vacuum(options: Namespace, reader: Reader) -> int:
    """Remove what no release of the last days needs, and say what can still be restored; 1 for damage."""
    store = opened(options)
    done = keeping.vacuum(store, options.keep_days, options.grace_hours)
    told = {"keep_days": options.keep_days, "removed": done.removed, "damaged": len(done.damaged)}
    store.audit.write("vacuum", account(), **told)
    print(reader.t("keeping-cli-vacuumed", n=done.removed))
    _states(len(done.kept) + len(done.gone) + len(done.damaged), len(done.gone), done.damaged, reader)
    if done.quoted:
        print(reader.t("quoted-cli-kept", n=len(done.quoted), numbers=_some(done.quoted)))
    return PROBLEMS if done.damaged else CLEAN


def _states(every: int, gone: int, damaged: tuple[int, ...], reader: Reader) -> None:
    kept = every - gone - len(damaged)
    print(reader.t("keeping-cli-states", all=every, kept=kept, gone=gone, damaged=len(damaged)))
    if damaged:
        print(reader.t("keeping-cli-damaged", numbers=_some(damaged)))


def _some(numbers: tuple[int, ...]) -> str:
    return ", ".join(map(str, numbers[:SHOWN])) + (", …" if len(numbers) > SHOWN else "")


def quoted(options: Namespace, reader: Reader) -> int:
    """Print which releases are quoted and so kept; pin one, take the pin back, or let go of what was quoted."""
    store = opened(options)
    known = Quoted(store)
    asked: dict[str, Way] = {"pin": "pin", "unpin": "unpin", "let_go": "let-go"}
    for name, way in asked.items():
        if given := getattr(options, name):
            release = store.release(given)
            done = known.write(release.release_id, way, options.author, options.note)
            print(reader.t(f"quoted-cli-{way if done else 'as-it-was'}", number=str(release.number)))
            return CLEAN
    numbers = {release.release_id: release.number for release in store.history()}
    for quote in known.all().values():
        ways = reader.join(reader.t(f"quoted-way-{way}") for way in quote.ways)
        told = {"number": str(numbers.get(quote.release_id, "?")), "id": quote.release_id, "ways": ways}
        since = f"{quote.since.astimezone(BANGKOK):%Y-%m-%d}"
        who = f"{quote.who}: {quote.note}" if quote.who else ""
        print(reader.t("quoted-cli-line", since=since, who=who, **told).rstrip())
    if not known.all():
        print(reader.t("quoted-cli-none"))
    return CLEAN
