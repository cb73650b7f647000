"""Who may read what and who may write: pure rules, and the one function that every record passes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from data.access.limited import within
from data.records import Records

EVERYTHING = "*"
LOCAL = "local"
TRIED = ("contributor", "reader")  # roles that whoever sits at this machine may look through
CHECKERS = ("editors", "contributors", "readers")


@dataclass(frozen=True)
class Policy:
    """What whoever runs the server has decided.

    sign_in: OpenID Connect is configured. editors: who may publish. viewers: who may read which groups of
    provinces, by address, "@domain" or "*" for everybody; empty: everybody reads everything. vouched: an address about
    which the provider does not say whether it is verified counts as verified. contributors: who may propose changes
    about which provinces, groups or agencies ("agency:nstda"), in the same way; "*" for all. checks: who may have a
    file checked at the desk, of CHECKERS; publishing stays with the editors.
    """

    sign_in: bool = False
    editors: frozenset[str] = frozenset()
    viewers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    vouched: bool = False
    contributors: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    checks: str = "contributors"


@dataclass(frozen=True)
class Identity:
    """Who is here. groups: the group codes whose provinces they may read, None for everything.

    proposes: provinces, groups and agencies about which they may propose changes; "*" for all.
    """

    role: Literal["nobody", "reader", "editor"]
    name: str = ""
    groups: tuple[str, ...] | None = None
    proposes: tuple[str, ...] = ()


NOBODY = Identity("nobody", groups=())


def policy(env: Mapping[str, str], secrets: Mapping[str, Any]) -> Policy:
    """Read the policy: `[auth]` and `[access]` of the secrets; STI_EDITORS, STI_VIEWERS, STI_CONTRIBUTORS, STI_CHECKS
    stand in front.

    STI_EDITORS: "a@x.go.th, b@x.go.th". STI_VIEWERS: "a@x.go.th = 2560-a 2560-b; @x.go.th = *"; STI_CONTRIBUTORS: the same.
    Raises ValueError for an entry that cannot be read: a rule that is not understood must not open a door.
    """
    access = secrets.get("access") or {}
    editors = env["STI_EDITORS"].split(",") if "STI_EDITORS" in env else access.get("editors", ())
    viewers, contributors = (_rules(name, env, access) for name in ("viewers", "contributors"))
    if isinstance(editors, str):
        raise ValueError("editors: expected a list of addresses")
    checks = env.get("STI_CHECKS") or access.get("checks") or "contributors"
    if checks not in CHECKERS:
        raise ValueError(f"checks: expected one of {', '.join(CHECKERS)}, read {checks!r}")
    return Policy(
        checks=checks,
        sign_in=bool(secrets.get("auth")),
        editors=frozenset(_address(editor) for editor in editors if editor.strip()),
        viewers=viewers,
        contributors=contributors,
        vouched=access.get("provider_vouches") is True or env.get("STI_PROVIDER_VOUCHES") == "1",
    )


def _rules(name: str, env: Mapping[str, str], access: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Return the rules of one name by address, from the environment or else from the secrets."""
    variable = f"STI_{name.upper()}"
    rules = _written(name, env[variable]) if variable in env else access.get(name) or {}
    return {_address(who): _groups(name, who, groups) for who, groups in rules.items()}


def _written(name: str, written: str) -> dict[str, list[str]]:
    rules = {}
    for rule in filter(None, (part.strip() for part in written.split(";"))):
        who, equals, groups = rule.partition("=")
        if not equals or not who.strip():
            raise ValueError(f"{name}: expected address = groups, read {rule!r}")
        rules[who] = groups.split()
    return rules


def _groups(name: str, who: str, groups: Any) -> tuple[str, ...]:
    found = (groups,) if isinstance(groups, str) else tuple(groups)
    if not found:
        raise ValueError(f"{name}: {who.strip()} has no groups")
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
    proposes = (_rule(rules.contributors, known) or ()) if rules.sign_in and known else ()
    if not rules.viewers:
        return Identity("reader", known, None, proposes)
    groups = _rule(rules.viewers, known)
    if groups is None:
        return Identity("nobody", known, ())
    return Identity("reader", known, None if EVERYTHING in groups else groups, proposes)


def tried(who: Identity, role: str) -> Identity:
    """Return whoever sits at this machine in another role, one of TRIED; everybody else stays who they are.

    It only ever takes rights away: what a contributor or a reader may do is held against this identity.
    """
    if who.role != "editor" or who.name != LOCAL or role not in TRIED:
        return who
    return Identity("reader", LOCAL, None, (EVERYTHING,)) if role == "contributor" else Identity("reader")


def _rule(rules: Mapping[str, tuple[str, ...]], known: str) -> tuple[str, ...] | None:
    """Return the rule for an address: its own, its domain's, or everybody's."""
    domain = f"@{known.rpartition('@')[2]}" if known else EVERYTHING
    return next((rules[who] for who in (known, domain, EVERYTHING) if who in rules), None)


def may_publish(who: Identity) -> bool:
    """Say whether somebody may publish and restore."""
    return who.role == "editor"


def may_check(who: Identity, rules: Policy) -> bool:
    """Say whether somebody may have a file checked: examining costs this machine something, whoever brings it."""
    allowed = {"editors": False, "contributors": bool(who.proposes), "readers": who.role == "reader"}
    return may_publish(who) or allowed[rules.checks]


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
