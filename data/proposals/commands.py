"""`python -m data proposals`: what waits and why; accept, return, answer. Whoever may write to the folder is an editor."""

import json
import sys
from argparse import Namespace
from dataclasses import asdict
from typing import Any

from data.access.roles import Identity
from data.commands import CLEAN, PROBLEMS, line, opened
from data.proposals import work
from data.proposals.effect import Effect, queue
from data.proposals.ledger import Ledger
from data.proposals.model import Proposal, ProposalError
from data.store.releases import BANGKOK
from locales import Reader


def proposals(options: Namespace, reader: Reader) -> int:
    """Print the proposals that wait, by what they would change; or accept or send back those that are named."""
    ledger = Ledger(opened(options))
    who = Identity("editor", options.author)
    try:
        if options.accept:
            done = work.accept(ledger, options.accept, who, options.note)
            print(line(done, ledger.store.release(done.parent), reader))
            return CLEAN
        if options.send_back:
            work.send_back(ledger, options.send_back, options.note, who)
            return CLEAN
    except ProposalError as error:
        print(reader.t(f"proposal-error-{error.kind}", detail=error.detail), file=sys.stderr)
        return PROBLEMS
    listed = queue(ledger.waiting(), ledger.store.records())
    if options.json:
        print(
            json.dumps(
                [_plain(one, effect) for one, effect in listed], ensure_ascii=False, indent=1, default=str
            )
        )
        return CLEAN
    for one, effect in listed:
        told = {"id": one.proposal_id, "author": one.author, "why": one.why, "n": effect.cells}
        told |= {"when": f"{one.sent_at.astimezone(BANGKOK):%Y-%m-%d %H:%M}", "table": effect.table or "–"}
        told |= {
            "effect": reader.t(f"proposal-effect-{effect.kind}"),
            "areas": ", ".join(effect.areas) or "–",
        }
        print(reader.t("proposal-cli-line", **told))
    return CLEAN


def _plain(one: Proposal, effect: Effect) -> dict[str, Any]:
    return asdict(one) | {"effect": asdict(effect)}
