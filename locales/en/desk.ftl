# The data desk: release shown, tables, quality, data in, data out, history
nav-data = Data
desk-lead = Release { $number } has { $rows } rows, <good>{ $pct }%</good> of them documented
desk-lead-folders = The data has { $rows } rows, <good>{ $pct }%</good> of them documented
desk-lead-folders-below = Read straight from the files that came with the system, because its store cannot be opened: there is no history, and nothing can be published
desk-kind-seed-told = The data the system came with, stored { $when }; nobody has published anything yet
desk-kind-publish-told = Published by { $author } on { $when }
desk-kind-restore-told = Restored by { $author } on { $when }
desk-reason-told = Reason: { $note }
desk-moment = { $date } { $time }
desk-part = Part of this page
desk-part-tables = Tables
desk-part-bring = Bring data in
desk-part-quality = Quality
desk-part-take = Take data out
desk-part-history = History

desk-tables-work = Records of the work
desk-tables-work-sub = The tables that officers keep. Completeness counts only the cells a reader needs
desk-tables-frame = Reference data
desk-tables-frame-sub = Provinces, groups, phases, agencies and documents that the other tables refer to
desk-column-table = Table
desk-column-rows = Rows
desk-column-newest = Newest date in it
desk-column-documented = Documented
desk-column-complete = Filled in
desk-column-key = Key of the row
desk-column-column = Column
desk-column-evidence = Evidence
desk-column-rule = Rule
desk-undated = No dates
desk-no-rows = No rows
desk-nothing-wanted = No cell to fill
desk-age-months = { $n ->
    [one] 1 month ago
   *[other] { $n } months ago
}
desk-age-years = { $n ->
    [one] 1 year ago
   *[other] { $n } years ago
}
desk-open-quality = See blanks

desk-quality-table = Table
desk-quality-table-all = All tables
desk-quality-spot = Province group and fiscal year
desk-quality-spot-all = All groups and years, or click a cell of the figure
desk-quality-hint = Choose a table, or click a cell of the figure, to see province groups and the cells still blank
desk-blanks = Blank cells: { $about }
desk-blanks-sub = { $n ->
    [one] 1 cell that should be filled is blank
   *[other] { $n } cells that should be filled are blank
}
desk-more = The first { $shown } of { $of }
desk-failures = Rows that break a rule
desk-failures-sub = Every row of this release, checked again by today's rules
desk-failures-none = No row breaks a rule
desk-disagree = What does not agree
desk-disagree-sub = The sources page shows each one
desk-disagree-conflicts = matters on which two documents disagree
desk-disagree-differs = published totals, of { $of }, that differ from what the records give
desk-disagree-cannot-compute = published totals, of { $of }, that the records cannot yet answer

desk-take = Take data out
desk-take-sub = Every file states its release, the day and the filters, inside and in its name
desk-take-tables = Tables
desk-take-tables-all = All { $n } tables
desk-take-documented = Documented rows only
desk-take-form = Form
desk-form-xlsx = Excel (XLSX)
desk-form-xlsx-why = A sheet per table; opens at once, runs nothing
desk-form-csv = CSV
desk-form-csv-why = A file per table in a ZIP; Excel reads its Thai
desk-form-parquet = Parquet
desk-form-parquet-why = For analysis by program, with exact types
desk-form-gpkg = GeoPackage
desk-form-gpkg-why = For map programs, with province boundaries
desk-form-geojson = GeoJSON
desk-form-geojson-why = For web maps, with province boundaries
desk-form-datapackage = Data Package
desk-form-datapackage-why = CSV with a description of every table, and the metadata fields of the government data catalogue (data.go.th)
desk-take-button = Download { $name }
desk-take-note = Illustrative rows are marked in the column evidence. Texts that a spreadsheet might run as a formula are made harmless; numbers are unchanged.

desk-off-no-store = Nothing can be published now: the store cannot be written
desk-off-no-store-how = What is shown is read from the files that came with the system. Whoever runs the server should name a folder that can be written, and start it again
desk-off-no-sign-in = Nothing can be published from here: this server has no sign-in yet
desk-off-no-sign-in-how = Whoever runs the server should set up sign-in (OpenID Connect) and a list of editors in .streamlit/secrets.toml. Somebody alone at the machine starts it with make run instead
desk-off-signed-out = Sign in to publish
desk-off-signed-out-how = Only those on the list of editors may publish and restore
desk-off-not-an-editor = You are signed in, but may not publish
desk-off-not-an-editor-how = { $name } is not on the list of editors. Whoever runs the server can add the address in .streamlit/secrets.toml or in STI_EDITORS
desk-off-readable = Everything that can be read stays readable
desk-sign-in = Sign in
desk-as = What you publish is signed { $author }
desk-conflict = Not published: { $author } published release { $number } on { $when } while you worked. Tables that changed: { $tables }. Nothing of yours is lost. Go back to “What would change” to see it against the new release, then publish again

desk-history = History
desk-history-sub = { $n ->
    [one] One release
   *[other] { $n } releases, newest first
}
desk-history-number = Release
desk-history-when = When
desk-history-who = By
desk-history-why = Why
desk-history-changed = Tables changed (rows before and after)
desk-history-shown = shown now
desk-history-first = The first release, { $n } rows
desk-history-rows = { $table } { $was } → { $now }
desk-author-seed = The system
desk-kind-seed = The data the system came with
desk-kind-publish = Published
desk-kind-restore = Restored
desk-release-name = Release { $number } · { $when } · { $author }
desk-compare = Compare two releases
desk-compare-sub = Any two: rows added, rows removed, cells changed
desk-compare-before = Before
desk-compare-after = After
desk-compare-one = There is one release only, so there is nothing to compare
desk-compare-same = Both are the same release
desk-restore = Go back to an earlier release
desk-restore-sub = Going back publishes the earlier release once more, as a new one. No release leaves the history
desk-restore-none = There is no other release to go back to
desk-restore-which = Go back to
desk-restore-button = Go back to this release
desk-restored = Done: restored as release { $number }
desk-reason = Reason
desk-reason-hint = Kept in the history, e.g. figures of the second quarter
desk-reason-missing = Please give a reason; it is kept in the history

desk-difference = What differs
desk-difference-sub = Rows are matched by their key
desk-difference-none = Nothing differs
desk-difference-table = Open a table
desk-difference-column = Table
desk-difference-added = Rows added
desk-difference-changed = Rows changed
desk-difference-removed = Rows removed
desk-difference-cells = Cells changed
desk-added-rows = { $n ->
    [one] 1 row added
   *[other] { $n } rows added
}
desk-changed-rows = { $n ->
    [one] 1 cell changed
   *[other] { $n } cells changed
}
desk-removed-rows = { $n ->
    [one] 1 row removed
   *[other] { $n } rows removed
}
desk-changed-caption = Cells changed, before and after
desk-cell-key = Key of the row
desk-cell-column = Column
desk-cell-before = Before
desk-cell-after = After
desk-source-to-come = (the source you will name on publishing)

desk-bring = Bring data in
desk-bring-sub = Drop a file, see how it is understood, mend what is wrong, see what would change, then publish. Nothing changes before that
desk-steps = Steps
desk-step-file = Drop a file
desk-step-understood = What was understood
desk-step-check = Check
desk-step-effect = What will change
desk-step-publish = Publish
desk-drop = Data file (Excel or CSV)
desk-drop-here = Drop a file here
desk-drop-choose = Choose a file
desk-drop-too-big = The file is larger than { $most } MB; split it into several
desk-drop-limits = Takes .xlsx, .csv and .tsv up to { $most } MB, { $rows } rows and { $columns } columns a sheet. Headings may be Thai or English, in any order
desk-reading = Reading { $name }
desk-checking = Checking
desk-file-told = { $name } · { $sheets ->
    [one] 1 sheet
   *[other] { $sheets } sheets
} · { $rows ->
    [one] 1 row
   *[other] { $rows } rows
}
desk-forget = Put this file away
desk-back = Back
desk-template = Templates to fill in
desk-template-sub = An Excel file with drop-downs, notes in its headings and example rows; fill it in and drop it here
desk-template-none = Choose at least one table
desk-template-button = Download the template

desk-sheet = Sheet “{ $name }”
desk-sheet-only = The table in the file
desk-sheet-sub = { $rows ->
    [one] 1 row
   *[other] { $rows } rows
}, headings in row { $header }
desk-sheet-table = Holds the table
desk-sheet-left-out = Leave this sheet out
desk-no-sheet-used = No sheet is taken for a table yet: choose a table for those you want to bring in
desk-columns = Headings and columns
desk-columns-header = Heading in the file
desk-columns-meant = Read as
desk-columns-example = A value
desk-columns-correct = Correct how headings are read
desk-columns-missing = Columns that must be there and are not: { $names }
desk-column-ignored = Not read
desk-check-now = Check the data

desk-verdict-clean = Nothing is wrong
desk-verdict-faults = Something is wrong; this cannot be published yet
desk-verdict-questions = Nothing is wrong, but there are questions to answer first
desk-count-rows = rows read
desk-count-faults = faults
desk-count-questions = questions
desk-count-warnings = worth a look
desk-count-changes = values brought into form
desk-faults = What is wrong
desk-faults-sub = Mend it in your file and drop the mended file, or mend it on this page
desk-problem-row = Row
desk-problem-field = Column
desk-problem-read = Read
desk-problem-wrong = What is wrong, and what would be right
desk-problem-whole = Whole file
desk-corrected = Download your file with the problems marked
desk-corrected-name = checked
desk-corrected-sub = Your own file as it was: cells to mend or to explain are coloured and have a note. Mend it, then drop it below
desk-corrected-anew = A workbook written anew from the rows of your file, without its formats, charts and pictures: cells to mend or to explain are coloured and have a note. Mend it, then drop it below
desk-questions = What only you can say
desk-questions-sub = Nothing is guessed. Choose the answers and the file is checked again
desk-question-where = row { $row }, column { $column }, { $n ->
    [one] 1 cell
   *[other] { $n } cells
}
desk-question-open = Not answered yet
desk-questions-take = Use these answers
desk-answers-given = Answers given: { $given }
desk-answers-forget = Take all answers back
desk-answer-zero = Zero (0)
desk-answer-not-reported = Not reported (blank)
desk-warnings = Worth a look
desk-warnings-sub = No rule is broken; you may publish as it is
desk-changes-made = { $n ->
    [one] 1 value brought into form
   *[other] { $n } values brought into form
}
desk-notes-made = { $n ->
    [one] 1 thing passed over or filled in
   *[other] { $n } things passed over or filled in
}
desk-effect-now = See what will change
desk-not-yet = Mend the faults and answer the questions to go on
desk-nothing = This file has no rows, so there is nothing to publish

desk-mode = How do the rows of the file join those that are there?
desk-mode-merge = Join
desk-mode-merge-why = Rows with the same key are replaced, the others stay
desk-mode-replace-illustrative = In place of illustrative rows
desk-mode-replace-illustrative-why = Every illustrative row of the table leaves; documented rows stay, or are replaced by the same key
desk-mode-replace = In place of the whole table
desk-mode-replace-why = The table then holds the rows of the file only
desk-mode-breaks = Joined like this, the data contradicts itself in { $n } places, for instance where other tables refer to rows that would leave. Choose another way, or go back to the faults
desk-headline = Effect on the headline numbers
desk-headline-sub = The numbers of the first page before and after, as of the day chosen
desk-headline-same = unchanged
desk-headline-was = was { $value }
desk-removed-too = Illustrative rows that refer to replaced ones leave too: { $gone }
desk-publish-now = On to publishing
desk-newer = Somebody has published while you worked. Nothing of yours is lost: go back one step to see what would change against the new release, then publish

desk-publish = Publish
desk-publish-sub = Every reader sees the new release within seconds, and it can be undone at once
desk-source = Source of these rows
desk-source-new = A new document (describe it below)
desk-source-title = Title of the document
desk-source-title-hint = e.g. Technology Clinic report, second quarter
desk-source-publisher = Published by
desk-source-publisher-hint = The body that made the document
desk-source-published = Date of the document
desk-source-published-hint = e.g. 26 พ.ค. 2554 or 2011-05-26; may stay blank
desk-source-url = Web address
desk-source-url-hint = May stay blank
desk-keep-answers = { $n ->
    [one] Remember what 1 name means, for every later list
   *[other] Remember what { $n } names mean, for every later list
}
desk-publish-button = Publish
desk-publishing = Publishing
desk-cannot-title = Please give the title of the document that the rows rest on
desk-cannot-date = The date of the document cannot be read; write 2011-05-26 or 26 พ.ค. 2554, or leave it blank
desk-cannot-id = This source id cannot be used; choose a source from the list
desk-cannot-illustrative = This source is illustrative and cannot be cited
desk-cannot-faults = There are faults left; go back to the check
desk-cannot-questions = There are questions left; go back to the check
desk-cannot-source = Please name the source
desk-cannot-nothing = There are no rows to publish
desk-published = Published: { $name } is now release { $number }
desk-see-overview = See the overview
desk-see-history = See the history and what changed
desk-another = Bring in another file
desk-undo = Undo this publication
desk-undo-note = Undoes the publication of release { $number }
desk-undo-sub = It can also be undone later, in the history
desk-undone = There is a newer release by now
