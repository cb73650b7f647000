## What a list covers
desk-covers = {$table}: of which area does this list name every one?
desk-covers-unstated = Not stated (nothing is known beyond its rows)
desk-covers-named = Only of the provinces it names
desk-covers-country = Of the whole country
desk-covers-why = Areas that the list does not name are shown as "no data". If it is complete for an area, say so: only there, and only for the time it covers, is "none" shown.
data-table-list-scopes = What lists cover
column-table-name = Name of the table

## Rounds of collection
desk-part-rounds = Rounds
rounds = Rounds of collection
rounds-sub = Ask areas for data by a day and follow who has answered. Answers come in as proposals for the editors.
rounds-none-own = No round asks anything of your areas at present.
rounds-sign-in = Sign in to see whether a round asks something of your areas.
round-open-title = Open a new round
round-title = Name of the round
round-tables = What is asked for
round-areas = Areas
round-areas-all = Every province
round-until = To be answered by
round-until-hint = The calendar shows years of the Common Era.
round-note = A word to the areas (if any)
round-open = Open the round
round-opened = Round “{ $title }” is open: { $n } provinces are asked.
round-prolong = Change the last day
round-prolong-until = Last day of this round
round-prolong-button = Save the last day
round-prolonged = “{ $title }” takes answers until { $day }
round-close = Close the round
round-closed = Round “{ $title }” is closed. The proposals that came are kept.
round-told = { $answered } of { $n } provinces have answered, due { $day }
round-tables-told = Asked for: { $tables }
round-until-told = To be answered by { $day }
round-state-answered = Answered
round-state-returned = Returned for correction
round-state-late = Overdue
round-state-waiting = Waiting
round-state-list = { $state }, { $n } provinces:
round-not-asked = Not in this round
round-column-area = Province
round-column-state = State
round-column-when = Answered
round-column-who = By
round-parcel = Files to send by hand (workbooks, reminders, due date)
round-no-post = No mail server is set up; send the reminders from the files.
round-remind = Send reminders to { $n }
round-reminded = { $n } sent, { $failed } could not be sent (nobody is written to twice a day)
round-form = Add or correct one record of { $area }
round-workbook = Workbook (Excel)
round-send = Send the filled workbook
round-file = The workbook of this round
round-why = Answer to round “{ $title }”
round-sent = { $n } records sent; an editor will look at them.
round-wrong = It cannot be sent yet. Please correct the workbook and send it again.
round-not-known = Row { $row }, column { $column }: “{ $read }” is not known; please choose from the list in the workbook.
round-nothing = Nothing to add
round-nothing-why = Round “{ $title }”: nothing to add
round-nothing-sent = Your answer is kept: nothing to add.
round-returned = Returned by { $who }: { $word }
round-lacks-row = { $table }: no documented record yet
round-lacks-cells = { $table } ({ $key }): missing { $columns }
round-lacks-nothing = Everything that is asked for is documented
round-key-note = The id of a record that is there; please leave it. Leave it blank for a new one.
round-book-title = { $title }: { $area }
round-book-until = Please answer by { $day }
round-book-1 = 1. Fill in only what a document states. Leave what is not known blank: no dash, no zero.
round-book-2 = 2. What stands there already is documented; correct it or fill its gaps. Add new records below.
round-book-3 = 3. Dates may be written the Thai way, as 26 พ.ค. 2554; money is in baht.
round-book-4 = 4. Send the file back on the Data page, part Rounds.
round-due = Due: { $title }
round-mail-subject = Data wanted: { $title } (by { $day })
round-mail-asks = Please send data for “{ $title }” by { $day } about these areas:
round-mail-how = Fill in the workbooks, only what documents state, and send them back on the Data page, part Rounds.
proposal-error-no-round = There is no round { $detail }.
proposal-error-round-closed = Round { $detail } is closed.
proposal-error-round-empty = Please give the round a name, a subject and areas.

## Command line
desk-cli-more-faults = … and { $n } rows more of this kind: { $like }

## Paste, and who may check
desk-paste = Or paste a table that was copied
desk-paste-here = Paste the table here (with its header)
desk-paste-hint = Select the table in Excel, Google Sheets or a web page, copy it (Ctrl+C) and paste it (Ctrl+V). Addresses are not opened: this server asks no other host.
desk-paste-read = Read the table
desk-paste-name = pasted-table.tsv
desk-checks-only = You can check a file and see what it would change; publishing is up to the editors.

## A proposal that came back
proposals-change = Change and send again
proposals-change-send = Send the changed proposal

## Wide meetings
intake-note-attendance-columns = { $n } columns are read as who came: { $read }

## The same project?
question-same = { $n } projects have the title and the year of a documented one, but another programme or place (as “{ $title }”). Are they the same?
answer-same-project = The same project (the new data take its place)
answer-new-project = Another project

## Institutions in a list of appointments
column-host-province-code = Host province
answer-new-institution = A new institution (added from this list)
intake-note-institutions-new = { $n } new institutions come in with this list: { $read }
