"""I doubt this: a quiet sign at a value, what was doubted there and answered, and the word of whoever doubts it."""

from collections import Counter
from collections.abc import Mapping
from html import escape
from urllib.parse import quote

import streamlit as st

from data.access.roles import may_publish
from data.proposals import doubts, work
from data.proposals.doubts import Doubt, Place
from data.proposals.merging import standing
from data.proposals.model import ProposalError
from data.proposals.work import Draft
from data.records import Records
from data.store.errors import StoreError
from data.store.releases import BANGKOK
from locales import Reader
from shell import address, amending, context, identity, leaving, lists, markup

DONE = "_doubt_sent"


def known() -> tuple[Doubt, ...]:
    """Return the doubts that this reader may see; none where there is no store, or it cannot be read now."""
    store, who = context.store(), identity.who()
    if store is None:
        return ()
    try:
        found = doubts.listed(amending.ledger(store).all().values())
    except StoreError:
        return ()
    if who.groups is None:
        return found
    seen = {*context.records().provinces["province_code"], *who.groups}
    return tuple(one for one in found if one.note.areas and set(one.note.areas) <= seen)


def at(page: str, table: str, key: str, columns: Mapping[str, str], reader: Reader) -> dict[str, str]:
    """Return by column the sign that stands at its value: how many doubt it, and the way to doubt it.

    page: where the link stays. columns: the name of each, as the page says it.
    """
    if context.store() is None:
        return dict.fromkeys(columns, "")
    return _signs(page, (table, key), columns, _open(), reader)


def _open() -> Counter[str]:
    """Return how many open doubts stand at each value, by its place as text."""
    return Counter(str(one.place) for one in known() if one.state == "open")


def _signs(
    page: str, row: tuple[str, str], columns: Mapping[str, str], counted: Counter[str], reader: Reader
) -> dict[str, str]:
    places = {column: Place(*row, column) for column in columns}
    return {c: _sign(page, place, columns[c], counted[str(place)], reader) for c, place in places.items()}


def _sign(page: str, place: Place, name: str, n: int, reader: Reader) -> str:
    told = reader.t("doubt-open", n=n) if n else reader.t("doubt-this")
    href = escape(markup.href(page, _query(place)), quote=True)
    label = escape(f"{told}: {name}", quote=True)
    said = escape(told) if n else "?"
    return (
        f' <a class="sti-doubt{" open" if n else ""}" href="{href}" target="_self" data-go="1" title="{label}" '
        f'aria-label="{label}">{said}</a>'
    )


def _query(place: Place) -> dict[str, str]:
    return {"doubt": str(place), "only": "doubt"}


def history(table: str, key: str, reader: Reader) -> str:
    """Return the way to the history of a row; "" where there is none: no store, or a reader who may not see old rows."""
    if context.store() is None or identity.who().groups is not None:
        return ""
    return lists.go(reader.t("rows-link"), "data", part="history", row=f"{table}|{key}", release=None)


def of_rows(page: str, rows: Mapping[tuple[str, str], tuple[str, Mapping[str, str]]], reader: Reader) -> str:
    """Return the records behind a part of a page, folded: each with its history and its values that can be doubted.

    rows: (table, key) -> its name and, by column, the name of the value; "" without rows or store.
    """
    if context.store() is None or not rows:
        return ""
    lines, counted = [], _open()
    for (table, key), (name, columns) in rows.items():
        signs = _signs(page, (table, key), columns, counted, reader)
        told = " · ".join(f"{escape(columns[column])}{sign}" for column, sign in signs.items())
        lines.append(f"<li>{escape(name)} {history(table, key, reader)}<br>{told}</li>")
    said = escape(reader.t("doubt-rows"))
    return f'<details class="sti-sub sti-behind"><summary>{said}</summary><ul>{"".join(lines)}</ul></details>'


def show(page: str, reader: Reader) -> None:
    """Draw the value that the address names, with its doubts, above the page."""
    if st.session_state.pop(DONE, False):
        st.toast(reader.t("doubt-sent"), icon=":material/flag:")
    asked = address.current()["doubt"]
    if not asked:
        return
    place = doubts.place_of(asked, context.records())
    if place is None or context.store() is None:
        address.set_values(doubt="")
        return
    st.dialog(reader.t("doubt-title"), width="medium", on_dismiss=_close)(_dialog)(place, page, reader)


def _close() -> None:
    address.set_values(doubt="")


def _dialog(place: Place, page: str, reader: Reader) -> None:
    t, records = reader.t, context.records()
    st.html(f"<p>{described(place, records, reader)}</p>")
    own = [one for one in known() if str(one.place) == str(place)]
    if own:
        st.html(f'<ul class="sti-list">{"".join(f"<li>{told(one, reader)}</li>" for one in own)}</ul>')
    if not amending.may_propose():
        _to_send(place, records, reader)
        return
    with st.form("doubt_form", border=False):
        why = st.text_area(t("doubt-why"), key="doubt_why", max_chars=1000, placeholder=t("doubt-why-hint"))
        if st.form_submit_button(t("doubt-send"), type="primary", key="doubt_send"):
            _send(place, why, reader)
    st.html(f'<p class="sti-sub">{escape(t("doubt-note"))} {history(place.table, place.key, reader)}</p>')


def _send(place: Place, why: str, reader: Reader) -> None:
    store = context.store()
    if store is None:
        return
    newest = context.shelf().newest(first=True)
    draft = Draft(why, place=str(place))
    try:
        work.send(amending.ledger(store), draft, amending.me(), newest)
    except (ProposalError, StoreError) as error:
        amending.failed(error, reader)
        return
    st.session_state[DONE] = True
    address.set_values(doubt="")
    st.rerun()


def _to_send(place: Place, records: Records, reader: Reader) -> None:
    """Offer a text to send to whoever keeps the data, for readers who cannot sign in or have not."""
    t = reader.t
    words = t("doubt-text", what=plain(place, records, reader), address=leaving.here(doubt=str(place)))
    st.html(
        f"<p>{escape(t('doubt-no-sign-in' if not identity.rules().sign_in else 'doubt-signed-out'))}</p>"
        f'<div class="sti-quote"><blockquote>{escape(words)}</blockquote>'
        f'<button type="button" data-copy-code="{quote(words)}">{escape(t("quote-copy"))}</button></div>'
    )
    if identity.rules().sign_in:
        st.button(t("desk-sign-in"), key="doubt_sign_in", on_click=st.login)


def plain(place: Place, records: Records, reader: Reader) -> str:
    """Return a value in words: of which table and record, which column, what stands there."""
    cells = standing(place.table, place.key, records)
    names = (f"title_{reader.lang}", "title_th", f"name_{reader.lang}", "name_th")
    known = amending.names(records, reader)
    own = next((cells[name] for name in names if cells.get(name)), "")
    own = own or known["provinces"].get(cells.get("province_code", ""), "")
    value = amending.written(place.table, place.column, cells.get(place.column, ""), known, reader)
    return reader.t(
        "doubt-place",
        table=amending.table_name(place.table, reader),
        record=f"{own} ({place.key})" if own else place.key,
        column=amending.column_name(place.column, reader),
        value=value or reader.t("rows-blank"),
    )


def described(place: Place, records: Records, reader: Reader) -> str:
    """Return the same as HTML, with the mark of the row."""
    evidence = standing(place.table, place.key, records).get("evidence", "")
    return f"{escape(plain(place, records, reader))} {markup.sample_tag(evidence, reader)}"


def told(one: Doubt, reader: Reader) -> str:
    """Return a doubt as HTML: state, word, day, and the answer. Who doubts is told to editors alone."""
    note, t = one.note, reader.t
    day = reader.date(note.sent_at.astimezone(BANGKOK).date())
    who = (
        note.author
        if may_publish(identity.who()) or note.author == identity.who().name
        else t("doubt-somebody")
    )
    state = t(f"doubt-state-{one.state}", number=str(note.number))
    answer = ""
    if one.state == "open" and note.owner:
        answer = f'<br><span class="sti-sub">{escape(t("doubt-owner", who=note.owner))}</span>'
    if note.answer:
        when = reader.date(note.answered_at.astimezone(BANGKOK).date()) if note.answered_at else ""
        words = escape(t("doubt-answer", word=note.answer, who=note.answered_by, day=when))
        answer = f'<br><span class="sti-sub">{words}</span>'
    return (
        f'<span><span class="sti-tag">{escape(state)}</span> {escape(note.why)} '
        f'<span class="sti-sub">{escape(t("doubt-by", who=who, day=day))}</span>{answer}</span>'
    )
