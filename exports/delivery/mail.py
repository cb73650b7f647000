"""One mail: its words, its attachment, and how it is handed to the mail server."""

import os
import smtplib
from collections.abc import Callable
from datetime import date
from email.message import EmailMessage
from email.utils import make_msgid

from data.records import Records
from data.takeout import mime
from exports import media, standing
from exports.delivery.occasions import Occasion
from exports.delivery.rules import Post, Rule
from locales import Reader
from measures.scope import area_on

TYPES = {
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".pdf": "application/pdf",
    ".html": "text/html",
}
PATIENCE = 30.0  # seconds that the mail server may take for a step


def letter(
    rule: Rule,
    occasion: Occasion,
    records: Records,
    reader: Reader,
    day: date,
    content: bytes,
    sender: str,
    address: str,
    name: str,
) -> EmailMessage:
    """Return the mail to one address. name: of this mail in the ledger; its Message-ID is made of it."""
    area = area_on(records, None if rule.scope == "nation" else rule.scope, day)
    scope = reader.pick({"name_th": area.name_th, "name_en": area.name_en}, "name") or reader.t(
        "deliver-nation"
    )
    made = EmailMessage()
    made["From"], made["To"] = sender, address
    made["Subject"] = _line(reader.t("deliver-subject", scope=scope, day=reader.date(day)))
    made["Message-ID"] = make_msgid(
        idstring=name.replace("|", "."), domain=sender.rpartition("@")[2] or "localhost"
    )
    made["Auto-Submitted"] = "auto-generated"
    told = [reader.t(f"deliver-why-{rule.when}", measure=reader.t(f"measure-{rule.measure}"))]
    if occasion.areas:
        names = [area_on(records, code, day) for code in occasion.areas]
        told.append(reader.join(one.name_th if reader.lang == "th" else one.name_en for one in names))
    told += ["", reader.t("deliver-mark"), reader.t("deliver-release", release=records.release)]
    if view := standing.address_of(records, rule.scope, day, reader, rule.evidence):
        told.append(view)
    made.set_content("\n".join(told) + "\n")
    file = media.filename(rule.medium, rule.scope, day, rule.lang)
    kind = TYPES.get(media.SUFFIX[rule.medium]) or mime(file)
    main, _, sub = kind.partition("/")
    made.add_attachment(content, maintype=main, subtype=sub, filename=file)
    return made


def hand_over(post: Post, letter: EmailMessage, marked: Callable[[], None]) -> tuple[str, bool]:
    """Give a mail to the server; return why it was not taken ("" when it was), and whether that is sure.

    marked: called when the server is there and the mail is about to leave, so that a death from here on is known.
    A line that breaks after it leaves open whether the server has taken the mail.
    """
    leaves = False
    try:
        with smtplib.SMTP(post.host, post.port, timeout=PATIENCE) as line:
            if post.starttls:
                line.starttls()
            if user := os.environ.get("STI_SMTP_USER"):
                line.login(user, os.environ.get("STI_SMTP_PASSWORD", ""))
            marked()
            leaves = True
            line.send_message(letter)
            leaves = False
    except (smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused) as error:
        return f"{type(error).__name__}: {error}"[:300], True
    except (OSError, smtplib.SMTPException) as error:
        return f"{type(error).__name__}: {error}"[:300], not leaves
    return "", True


def _line(text: str) -> str:
    return " ".join(text.split())
