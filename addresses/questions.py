"""A view turned into the questions that measures answer."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from measures.projects.explorer import MONEY, ProjectQuery
from measures.selection import Selection


def selection(view: Mapping[str, Any]) -> Selection:
    """Return the reader's choices on the day as one frozen object; what a view leaves out is at its default."""
    asked = (name for name in Selection.__dataclass_fields__ if name in view and name != "since")
    return Selection(**{name: view[name] for name in asked})


def over(view: Mapping[str, Any]) -> Selection:
    """Return the choices for what can be asked of a period too: `since` is in them where the view is of one."""
    return selection(view).but(since=beginning(view))


def beginning(view: Mapping[str, Any]) -> date | None:
    """Return the first day of the period that a view is of, None where it is of a day."""
    return view["since"] if view.get("period") else None


def project_query(view: Mapping[str, Any]) -> ProjectQuery:
    """Return the question about projects; bounds that stand the wrong way round are turned."""
    years = _in_order(view["year_from"], view["year_to"])
    baht = _in_order(view["baht_from"], view["baht_to"])
    return ProjectQuery(
        selection=selection(view).but(measure="projects"),
        status=view["status"],
        year_from=years[0],
        year_to=years[1],
        money=view["money"],
        baht_from=baht[0],
        baht_to=baht[1],
        text=view["q"].strip(),
    )


def counted(view: Mapping[str, Any]) -> str:
    """Return what figures of projects show: projects, or the money chosen (one sum at a time)."""
    return str(view["money"]) if view["measure"] in MONEY else "projects"


def _in_order(low: Any, high: Any) -> tuple[Any, Any]:
    return (high, low) if low is not None and high is not None and low > high else (low, high)
