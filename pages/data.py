"""Data: which release is shown, how good is it, how does it come in and go out, and how does one go back?"""

from shell import context
from views.desk import bring as desk_bring
from views.desk import common as desk
from views.desk import doubts as desk_doubts
from views.desk import history as desk_history
from views.desk import keys as desk_keys
from views.desk import mail as desk_mail
from views.desk import own_deck as desk_own_deck
from views.desk import proposals as desk_proposals
from views.desk import quality as desk_quality
from views.desk import rounds as desk_rounds
from views.desk import rows as desk_rows
from views.desk import tables as desk_tables
from views.desk import take as desk_take
from views.present import view as present_view

records, reader, store = context.records(), context.reader(), context.store()
release = desk.release_of(store, records)
today = desk.now().date()

desk.head(records, release, reader)
part = desk.parts(reader)
desk_history.told()
if part == "tables":
    desk_tables.show(records, reader, today)
elif part in ("bring", "proposals") and context.fixed():
    desk.of_the_newest_alone(part, reader)
elif part == "bring":
    desk_bring.show(store, records, reader, today)
elif part == "proposals":
    desk_proposals.show(store, records, reader)
elif part == "rounds":
    desk_rounds.show(store, records, reader)
elif part == "doubts":
    desk_doubts.show(store, records, reader)
elif part == "quality":
    desk_quality.show(records, reader)
elif part == "take":
    desk_take.show(records, release, reader, today)
    desk_own_deck.show(records, present_view.scopes_of(context.selection()), reader)
elif part == "programs":
    if desk_keys.show(store, reader, today):
        desk_mail.show(store, reader, today)
else:
    desk_history.show(store, release, reader)
    if store is not None:
        desk_rows.show(store, records, reader)
