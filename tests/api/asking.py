"""Ask the read interface inside this process: no socket, the very routes that a server mounts."""

import asyncio
from datetime import date, timedelta

import httpx
from starlette.applications import Starlette

from api.house import House
from api.routes import routes
from data.access.roles import Policy
from data.access.tokens import Tokens
from data.records import Records
from data.store.store import Store

LIMITED = Policy(sign_in=True, viewers={"n@most.go.th": ("2560-upper-north-1",)})


def app(records: Records, store: Store | None = None, rules: Policy | None = None) -> Starlette:
    """Return an application with nothing but our routes."""
    return Starlette(routes=routes(House(lambda: records, lambda: store, lambda: rules or Policy())))


def ask(own: Starlette, address: str, key: str = "", **headers: str) -> httpx.Response:
    """Return the answer to one GET. key: a bearer token."""
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    told |= {"Authorization": f"Bearer {key}"} if key else {}

    async def go() -> httpx.Response:
        transport = httpx.ASGITransport(app=own)
        async with httpx.AsyncClient(transport=transport, base_url="http://sti.test", timeout=120) as client:
            return await client.get(address, headers=told)

    return asyncio.run(go())


def key(store: Store, groups: tuple[str, ...] | None, days: int = 10) -> str:
    """Issue a key and return its text."""
    return Tokens(store).issue("test", groups, "tester", date.today() + timedelta(days=days))[1]
