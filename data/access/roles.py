"""Who may read what and who may write: pure rules, and the one function that every record passes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from data.access.limited import within
from data.records import Records

EVERYTHING = "*"
LOCAL = "local"


@dataclass(frozen=True)
class Policy:
    """What whoever runs the server has decided.

    sign_in: OpenID Connect is configured. editors: who may publish. viewers: who may read which groups of
    provinces, by address, "@domain" or "*" for everybody; empty: everybody reads everything. vouched: an address about
    which the provider does not say whether it is verified counts as verified.
    """

    sign_in: bool = False
    editors: frozenset[str] = frozenset()
    viewers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    vouched: bool = False


@dataclass(frozen=True)
class Identity:
    """Who is here. groups: the group codes whose provinces they may read, None for everything."""

    role: Literal["nobody", "reader", "editor"]
    name: str = ""
    groups: tuple[str, ...] | None = None


NOBODY = Identity("nobody", groups=())


def policy(env: Mapping[str, str], secrets: Mapping[str, Any]) -> Policy:
    """Read the policy: `[auth]` and `[access]` of the secrets; `STI_EDITORS` and `STI_VIEWERS` stand in front.

    STI_EDITORS: "a@x.go.th, b@x.go.th". STI_VIEWERS: "a@x.go.th = 2560-a 2560-b; @x.go.th = *".
    Raises ValueError for an entry that cannot be read: a rule that is not understood must not open a door.
    """
    access = secrets.get("access") or {}
    editors = env["STI_EDITORS"].split(",") if "STI_EDITORS" in env else access.get("editors", ())
    viewers = _viewers(env["STI_VIEWERS"]) if "STI_VIEWERS" in env else access.get("viewers") or {}
    if isinstance(editors, str):
        raise ValueError("editors: expected a list of addresses")
    return Policy(
        sign_in=bool(secrets.get("auth")),
        editors=frozenset(_address(editor) for editor in editors if editor.strip()),
        viewers={_address(who): _groups(who, groups) for who, groups in viewers.items()},
        vouched=access.get("provider_vouches") is True or env.get("STI_PROVIDER_VOUCHES") == "1",
    )


def _viewers(written: str) -> dict[str, list[str]]:
    rules = {}
    for rule in filter(None, (part.strip() for part in written.split(";"))):
        who, equals, groups = rule.partition("=")
        if not equals or not who.strip():
            raise ValueError(f"viewers: expected address = groups, read {rule!r}")
        rules[who] = groups.split()
    return rules


def _groups(who: str, groups: Any) -> tuple[str, ...]:
    found = (groups,) if isinstance(groups, str) else tuple(groups)
    if not found:
        raise ValueError(f"viewers: {who.strip()} has no groups")
    return tuple(sorted(found))


def _address(written: str) -> str:
    return written.strip().casefold()


def identify(rules: Policy, *, is_local: bool, email: str | None) -> Identity:
    """Return who is here. is_local: the only way in is this machine. email: as the provider has verified it."""
    known = _address(email or "")
    if rules.sign_in and known and known in rules.editors:
        return Identity("editor", known)
    if is_local and not rules.sign_in:
        return Identity("editor", LOCAL)
    if not rules.viewers:
        return Identity("reader", known)
    domain = f"@{known.rpartition('@')[2]}" if known else EVERYTHING
    groups = next((rules.viewers[who] for who in (known, domain, EVERYTHING) if who in rules.viewers), None)
    if groups is None:
        return Identity("nobody", known, ())
    return Identity("reader", known, None if EVERYTHING in groups else groups)


def may_publish(who: Identity) -> bool:
    """Say whether somebody may publish and restore."""
    return who.role == "editor"


def why_not(who: Identity, rules: Policy) -> str:
    """Return why somebody may not publish, "" when they may: `no-sign-in`, `signed-out` or `not-an-editor`."""
    if may_publish(who):
        return ""
    if not rules.sign_in:
        return "no-sign-in"
    return "not-an-editor" if who.name else "signed-out"


def visible(records: Records, who: Identity) -> Records:
    """Return what somebody may read; every record that leaves the server has passed here.

    What a limited reader gets: data/access/limited.py. Its `release` carries a mark of its own, so that no two readers with
    different limits share a file name or a memory.
    """
    if who.role == "nobody":
        return within(records, ())
    return records if who.groups is None else within(records, who.groups)
