"""Older releases, whole, for views that stand still: found by their id, loaded once, and the nearest where one is gone."""

from collections.abc import Sequence

from data.records import Records
from data.remember import lru_cache
from data.store import keeping
from data.store.errors import StoreError
from data.store.releases import Release
from data.store.store import Store

HELD = 3  # older releases that are kept loaded beside the newest; a fourth takes the place of the one asked for longest ago
SHORTEST = 6  # signs of an id that name a release


def find(releases: Sequence[Release], asked: str) -> Release:
    """Return the release with an id, or with the beginning of one. Raises StoreError `no-release`."""
    exact = [release for release in releases if release.release_id == asked]
    found = exact or [r for r in releases if len(asked) >= SHORTEST and r.release_id.startswith(asked)]
    if len(found) != 1:
        raise StoreError("no-release", asked, f"{len(found)} found")
    return found[0]


@lru_cache(maxsize=HELD, renewed=False)
def records(store: Store, release_id: str) -> Records:
    """Return a release as it was published; two who ask at once load it once. Raises StoreError `gone`, `damaged`."""
    release = store.release(release_id)
    if (state := keeping.state(store, release)) != "kept":
        raise StoreError(state, release_id)
    return store.records(release)


def nearest(store: Store, release: Release) -> Release | None:
    """Return the release nearest to one that is gone, the later of two as near; None where none can be shown."""
    by_distance = sorted(
        store.history(), key=lambda other: (abs(other.number - release.number), -other.number)
    )
    return next((one for one in by_distance if one != release and keeping.state(store, one) == "kept"), None)
