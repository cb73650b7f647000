"""`python -m data catalog`: what a data catalogue is told, as two files."""

import json
import sys
from argparse import Namespace

from data import catalogue
from data.catalogue import Owner
from data.commands import CLEAN, UNREADABLE, opened
from data.store.releases import BANGKOK
from locales import Reader


def write(options: Namespace, reader: Reader) -> int:
    """Write catalog.jsonld (DCAT-AP) and ckan-package.json (data.go.th) to a folder; say what the owner must add."""
    store = opened(options)
    records, current = store.records(), store.current()
    published = current.published_at.astimezone(BANGKOK).date() if current else None
    owner, url = Owner.of(), options.url.rstrip("/")
    tables = catalogue.described(records)
    mixed = any(one.documented < one.rows for one in tables)
    files = {
        "catalog.jsonld": catalogue.dcat(tables, records.release, published, url, owner, open_to_all=True),
        "ckan-package.json": catalogue.ckan(tables, records.release, published, url, owner, mixed),
    }
    try:
        options.out.mkdir(parents=True, exist_ok=True)
        for name, told in files.items():
            text = json.dumps(told, ensure_ascii=False, indent=2) + "\n"
            (options.out / name).write_text(text, encoding="utf-8")
            print(reader.t("catalogue-written", path=str(options.out / name)))
    except OSError as error:
        why = reader.t("store-cli-not-written", file=str(options.out), why=error.strerror or str(error))
        print(why, file=sys.stderr)
        return UNREADABLE
    if missing := files["ckan-package.json"]["to_be_filled_in_by_the_owner"]:
        print(reader.t("catalogue-to-fill", names=", ".join((*owner.missing(), *missing))), file=sys.stderr)
    return CLEAN
