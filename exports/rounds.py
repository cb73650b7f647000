"""What goes out for a round of collection: a workbook for each area, reminders as mails and as files, the day it is due."""

import os
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, timedelta
from email.message import EmailMessage
from email.utils import make_msgid
from functools import partial
from io import BytesIO
from pathlib import Path

from icalendar import Alarm, Calendar, Event

from data.proposals.rights import provinces_of
from data.records import Records
from data.rounds.book import Round
from data.rounds.standing import Answer
from data.rounds.workbooks import workbook
from data.store.folders import make_within, one_writer
from data.store.store import Store
from data.takeout import mime
from exports.delivery.ledger import Ledger, key
from exports.delivery.mail import hand_over
from exports.delivery.rules import Post, read
from locales import Reader

OPEN = ("waiting", "late", "returned")  # states in which somebody is reminded
BEFORE = timedelta(days=3)  # so long before the last day a calendar reminds
_STAMP = (2003, 1, 1, 0, 0, 0)  # the same round gives the same bytes


@dataclass(frozen=True)
class Going:
    """What a round looks like from outside: the round, what came, whom to write to. people: address -> their areas."""

    one: Round
    answers: Mapping[str, Answer]
    people: Mapping[str, tuple[str, ...]]
    records: Records
    reader: Reader

    def name(self, area: str) -> str:
        """Return the name of an area."""
        rows = self.records.provinces.set_index("province_code")
        return self.reader.pick(rows.loc[area], "name")


def people(
    contributors: Mapping[str, tuple[str, ...]], one: Round, records: Records
) -> dict[str, tuple[str, ...]]:
    """Return who answers for which areas of a round; a rule for a whole domain or for everybody is no address."""
    found = {}
    for address, entries in contributors.items():
        own = set(one.areas) if "*" in entries else provinces_of(entries, records) & set(one.areas)
        if own and "@" in address[1:]:
            found[address] = tuple(sorted(own))
    return found


def file_name(area: str, going: Going) -> str:
    """Return the name of an area's workbook."""
    return f"{going.one.round_id}-{area}-{going.name(area)}.xlsx"


def calendar(going: Going) -> bytes:
    """Return the last day of a round for a calendar (RFC 5545): a whole day, with a reminder before it."""
    one, made, event, alarm = going.one, Calendar(), Event(), Alarm()
    made.add("prodid", "-//STI provinces//rounds//TH")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    event.add("uid", f"{one.round_id}@sti-provinces")
    event.add("dtstamp", one.opened_at.astimezone(UTC).replace(microsecond=0))
    event.add("summary", going.reader.t("round-due", title=one.title))
    event.add("dtstart", one.until)
    event.add("dtend", one.until + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    if address := link(going.reader):
        event.add("url", address)
    alarm.add("action", "DISPLAY")
    alarm.add("description", going.reader.t("round-due", title=one.title))
    alarm.add("trigger", -BEFORE)
    event.add_component(alarm)
    made.add_component(event)
    return bytes(made.to_ical())


def link(reader: Reader) -> str:
    """Return the address of the page on which rounds are answered, "" where nobody has said where readers come in."""
    url = os.environ.get("STI_URL", "").rstrip("/")
    return f"{url}/data?part=rounds&lang={reader.lang}" if url else ""


def letters(going: Going, sender: str) -> dict[str, EmailMessage]:
    """Return a reminder by address: what its areas have not answered, with a workbook for each and the day for a calendar."""
    found = {}
    for address, areas in going.people.items():
        open_areas = [area for area in areas if going.answers[area].state in OPEN]
        if open_areas:
            found[address] = _letter(address, open_areas, going, sender)
    return found


def _letter(address: str, areas: Sequence[str], going: Going, sender: str) -> EmailMessage:
    one, reader, made = going.one, going.reader, EmailMessage()
    made["From"], made["To"] = sender, address
    made["Subject"] = " ".join(
        reader.t("round-mail-subject", title=one.title, day=reader.date(one.until)).split()
    )
    domain = sender.rpartition("@")[2] or "localhost"
    made["Message-ID"] = make_msgid(idstring=one.round_id, domain=domain)
    made["Auto-Submitted"] = "auto-generated"
    told = [reader.t("round-mail-asks", title=one.title, day=reader.date(one.until)), ""]
    told += [
        f"- {going.name(area)}: {reader.t(f'round-state-{going.answers[area].state}')}" for area in areas
    ]
    told += [""] + [part for part in (one.note, reader.t("round-mail-how"), link(reader)) if part]
    made.set_content("\n".join(told) + "\n")
    files = {file_name(area, going): workbook(one, area, going.records, reader) for area in areas}
    for name, content in (files | {"due.ics": calendar(going)}).items():
        main, _, sub = ("text/calendar" if name.endswith(".ics") else mime(name)).partition("/")
        made.add_attachment(content, maintype=main, subtype=sub, filename=name)
    return made


def parcel(going: Going, sender: str = "sti@localhost") -> bytes:
    """Return a ZIP of everything to send by hand: workbooks, mails to open in a mail program, the day, who has no address."""
    out = BytesIO()
    reached = {area for areas in going.people.values() for area in areas}
    files = {f"workbooks/{file_name(area, going)}": workbook(going.one, area, going.records, going.reader)
             for area in going.one.areas}  # fmt: skip
    files |= {f"mails/{address}.eml": bytes(letter) for address, letter in letters(going, sender).items()}
    files["due.ics"] = calendar(going)
    nobody = [going.name(area) for area in going.one.areas if area not in reached]
    if nobody:
        files["mails/no-address.txt"] = ("\n".join(nobody) + "\n").encode()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(zipfile.ZipInfo(name, _STAMP), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def post() -> Post | None:
    """Return the mail server that the deliveries' rules name; None where none is configured. Raises RulesError."""
    config = os.environ.get("STI_DELIVERIES")
    return read(Path(config))[0] if config else None


def send(store: Store, going: Going, server: Post, today: date) -> dict[str, str]:
    """Send today's reminders, each once a day however often it is asked; return address -> why not, "" for sent."""
    if store.folder is None:
        return {}
    folder, told = store.folder / "deliveries", dict[str, str]()
    make_within(store.folder, folder)
    with one_writer(folder):
        ledger = Ledger(folder)
        for address, letter in letters(going, server.sender).items():
            name = key(going.one.round_id, today.isoformat(), address)
            if ledger.marks.get(name):  # sent, or a run died with it in its hands
                continue
            why, is_sure = hand_over(server, letter, partial(ledger.mark, name, "sending"))
            if not why or is_sure:
                ledger.mark(name, "" if why else "sent")
            told[address] = why
            state = "failed" if why else "sent"
            store.audit.write("round", "reminder", of=state, round=going.one.round_id, why=why)
    return told
