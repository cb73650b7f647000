# Taking data out: texts inside the downloaded files
takeout-title = Science, technology and innovation (STI) work with Thailand's provinces and province groups
takeout-sheet = Read first
takeout-what = Data set
takeout-release = Release
takeout-published = Release published on
takeout-day = Taken out on
takeout-filters = Filters
takeout-filters-none = None: every row of the tables chosen
takeout-filters-documented = Documented rows only
takeout-rows = Size
takeout-rows-counted = { $rows } rows in { $tables ->
    [one] one table
   *[other] { $tables } tables
}
takeout-evidence = Evidence
takeout-evidence-mixed = { $n } of { $of } rows are made up to show the dashboard at work; they are not facts and must not be quoted. See the column evidence (documented, or illustrative for made-up rows)
takeout-evidence-documented = Every row rests on a document, named in the column source_id
takeout-blank = Blank cells
takeout-blank-means = A blank was not reported; it is not a zero
takeout-dates = Dates and years
takeout-dates-mean = Dates are Common Era, YYYY-MM-DD; columns ending in _be hold Thai fiscal years of the Buddhist Era (CE + 543)
takeout-column-sheet = Sheet
takeout-column-table = Table
takeout-column-rows = Rows
takeout-column-made-up = Illustrative rows
takeout-readme-table = - { $name } ({ $words }): { $rows } rows, { $made_up } of them illustrative
takeout-csv-harmless = A text that starts with = + - @ or a tab has an apostrophe (') in front, so that no spreadsheet runs it as a formula. Numbers are unchanged.
takeout-package = This set follows the Data Package standard: datapackage.json describes every table. It also carries the metadata fields of Thailand's government data catalogue (data.go.th); those that only the data owner can fill in are left blank.
takeout-boundaries = Province boundaries: 77 provinces, Natural Earth (public domain), EPSG:4326, for display only. Rows that name no province have no boundary.
takeout-notes = Provincial representatives of the ministry, workshops, the Technology Clinic network, projects and provincial STI plans since fiscal year 2547 BE (2004)
takeout-objective = To follow how STI work is brought to provinces and province groups, and to plan where to go next
takeout-source = The documents in the table sources; each row names its own in the column source_id
takeout-condition = None
takeout-condition-mixed = Rows marked illustrative in the column evidence are made up: do not quote or publish them as facts
takeout-refused-rows = The table “{ $table }” has { $found } rows; an Excel sheet holds { $limit } at most. Choose CSV or Parquet.
takeout-refused-cell = The table “{ $table }” holds a text of { $found } characters; an Excel cell holds { $limit } at most. Choose CSV or Parquet.
