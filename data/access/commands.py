"""`python -m data token issue|list|revoke`: keys for programs that read."""

import json
import sys
from argparse import Namespace
from dataclasses import asdict
from datetime import date, timedelta

from data.access.tokens import NoTokensError, Token, Tokens
from data.commands import CLEAN, PROBLEMS, account, opened
from locales import Reader


def issue(options: Namespace, reader: Reader) -> int:
    """Issue a key and print it, once."""
    store = opened(options)
    known = set(store.records().province_groups["group_code"])
    if unknown := [code for code in options.groups or () if code not in known]:
        print(reader.t("api-token-no-group", codes=", ".join(unknown)), file=sys.stderr)
        return PROBLEMS
    groups = tuple(sorted(options.groups)) if options.groups else None
    ends_on = date.today() + timedelta(days=options.days)
    try:
        made, text = Tokens(store).issue(options.name, groups, account(), ends_on)
    except (NoTokensError, ValueError) as error:
        return _refused(error, reader)
    print(text)
    print(reader.t("api-token-once", line=_line(made, reader)), file=sys.stderr)
    return CLEAN


def listed(options: Namespace, reader: Reader) -> int:
    """Print every key, without what opens anything."""
    try:
        tokens = Tokens(opened(options)).all()
    except NoTokensError as error:
        return _refused(error, reader)
    if options.json:
        shown = [{name: cell for name, cell in asdict(token).items() if name != "digest"} for token in tokens]
        print(json.dumps(shown, ensure_ascii=False, indent=1))
        return CLEAN
    for token in tokens:
        print(_line(token, reader))
    if not tokens:
        print(reader.t("api-token-none"))
    return CLEAN


def revoke(options: Namespace, reader: Reader) -> int:
    """Take a key back."""
    try:
        ended = Tokens(opened(options)).revoke(options.token_id, account())
    except KeyError:
        print(reader.t("api-token-unknown", id=options.token_id), file=sys.stderr)
        return PROBLEMS
    except NoTokensError as error:
        return _refused(error, reader)
    print(_line(ended, reader))
    return CLEAN


def _refused(error: Exception, reader: Reader) -> int:
    message = "api-token-no-place" if isinstance(error, NoTokensError) else "api-token-no-name"
    print(reader.t(message), file=sys.stderr)
    return PROBLEMS


def _line(token: Token, reader: Reader) -> str:
    state = "revoked" if token.revoked_at else "good" if token.is_good(date.today()) else "ended"
    groups = ", ".join(token.groups) if token.groups else reader.t("api-token-everything")
    return reader.t(
        "api-token-line",
        id=token.token_id, name=token.name, groups=groups, by=token.issued_by, since=token.issued_at[:10],
        until=token.ends_on, state=reader.t(f"api-token-{state}"),
    )  # fmt: skip
