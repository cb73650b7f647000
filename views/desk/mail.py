"""The rules by which files go out by mail: what, when, to whom by name, what happened last, and what would be sent now."""

import os
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from html import escape
from pathlib import Path

import streamlit as st

from data.store.store import Store
from exports.delivery import preview
from exports.delivery.preview import Due, Last
from exports.delivery.rules import Rule, RulesError, read
from locales import Reader
from measures.scope import area_on
from measures.selection import LAST_DAY
from shell import context, markup
from views.desk import common as desk
from views.desk import tables as desk_tables

CONFIG = "STI_DELIVERIES"


def show(store: Store | None, reader: Reader, today: date) -> None:
    """Draw the rules and the dry run. Only for who may see everything: rules speak of every area."""
    t = reader.t
    st.html(f'<div class="sti-desk-gap"></div>{markup.section(t("mail"), t("mail-sub"))}')
    named = os.environ.get(CONFIG)
    if not named or store is None:
        desk.note(t("mail-not-set"))
        return
    try:
        _, rules = read(Path(named))
    except RulesError as error:
        st.error(markup.as_text(t("deliver-bad-rule", place=error.args[0], expected=error.args[1])))
        return
    if not rules:
        desk.note(t("mail-no-rules"))
        return
    st.html(_rules(rules, preview.last_runs(store), reader, today))
    if st.button(t("mail-dry"), key="mail_dry", icon=":material/preview:"):
        found = preview.due(store, context.everything(), rules, today)
        st.html('<ul class="sti-list">' + "".join(f"<li>{_due(one, reader)}</li>" for one in found) + "</ul>")
        desk.note(t("mail-dry-note"))


def _rules(rules: Sequence[Rule], last: Mapping[str, Last], reader: Reader, today: date) -> str:
    names = ("rule", "what", "when", "whom", "last")
    labels = [reader.t(f"mail-column-{name}") for name in names]
    rows = []
    for rule in rules:
        when = reader.t(
            f"mail-when-{rule.when}", measure=reader.t(f"measure-{rule.measure}"), bound=rule.bound
        )
        people = reader.t("mail-people", names=", ".join(rule.people), n=len(rule.to))
        cells = [
            f"<b>{escape(rule.name)}</b>", escape(_what(rule, reader, today)), escape(when), escape(people),
            escape(_last(last.get(rule.name), reader)),
        ]  # fmt: skip
        rows.append([cells[0], *map(desk_tables.labelled, labels[1:], cells[1:])])
    return desk_tables.stacked(markup.html_table(labels, rows, caption=reader.t("mail")))


def _what(rule: Rule, reader: Reader, today: date) -> str:
    try:
        area = area_on(
            context.everything(), None if rule.scope == "nation" else rule.scope, min(today, LAST_DAY)
        )
        scope = reader.pick({"name_th": area.name_th, "name_en": area.name_en}, "name") or reader.t(
            "deliver-nation"
        )
    except KeyError:
        scope = rule.scope
    told = reader.t(f"downloads-{rule.medium}"), scope, reader.t(f"mail-lang-{rule.lang}")
    return " · ".join(told)


def _last(last: Last | None, reader: Reader) -> str:
    if last is None:
        return reader.t("mail-last-never")
    when = desk.moment(datetime.fromisoformat(last.at), reader)
    return reader.t(f"mail-last-{last.state}", when=when, why=last.why or "-")


def _due(one: Due, reader: Reader) -> str:
    kind = (
        "unknown" if not one.is_known else "not" if not one.occasion else "now" if one.open_count else "done"
    )
    people = ", ".join(one.rule.people)
    told = reader.t(
        f"mail-due-{kind}", rule=one.rule.name, n=one.open_count, names=people, scope=one.rule.scope
    )
    if one.unsure_count:
        told += " · " + reader.t("mail-due-unsure", n=one.unsure_count)
    return escape(told)
