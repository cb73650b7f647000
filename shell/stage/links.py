"""Links from one view to another that can be written outside of a session: the view is taken along."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from addresses.parameter import stands
from shell import address, markup
from shell.address import Frozen, Parameter


@dataclass(frozen=True)
class Links:
    """The view that links start from. Two are equal when their views are."""

    view: Frozen
    known: Mapping[str, Parameter] = field(compare=False, repr=False)

    def but(self, **changes: Any) -> "Links":
        """Return links from the same view with some values changed."""
        return Links(tuple({**dict(self.view), **changes}.items()), self.known)

    def query(self, **changes: Any) -> dict[str, Any]:
        """Return the query of the view with some values changed; day and comparison always stand in it."""
        values = {**dict(self.view), **changes}
        return {
            name: parameter.write(values[name])
            for name, parameter in self.known.items()
            if stands(name, parameter, values) or (parameter.always and values.get(name) is not None)
        }

    def go(self, text: str, page: str, **changes: Any) -> str:
        """Return a link to a page of ours; the text is escaped."""
        return markup.link(text, page, self.query(**changes))


def of_session(known: Mapping[str, Parameter]) -> Links:
    """Return links from the reader's present view."""
    return Links(address.frozen(), known)
