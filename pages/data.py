"""Data: which release is shown, how good is it, how does it come in and go out, and how does one go back?"""

from shell import context, desk, desk_bring, desk_history, desk_quality, desk_tables, desk_take

records, reader, store = context.records(), context.reader(), context.store()
release = desk.release_of(store, records)
today = desk.now().date()

desk.head(records, release, reader)
part = desk.parts(reader)
desk_history.told()
if part == "tables":
    desk_tables.show(records, reader, today)
elif part == "bring":
    desk_bring.show(store, records, reader, today)
elif part == "quality":
    desk_quality.show(records, reader)
elif part == "take":
    desk_take.show(records, release, reader, today)
else:
    desk_history.show(store, release, reader)
