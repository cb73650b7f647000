# Faults in data files: $read is what was read, $expected what would have been right
fault-sentence = { $where } { $what }
fault-where-file = File { $file }:
fault-where-row = File { $file }, row { $row }:
fault-where-column = { $where } column { $column }:
fault-read-blank = (blank)

fault-missing-file = there is no file { $expected }
fault-empty-file = the file is empty, without even a header row
fault-not-utf8 = a character cannot be read (byte { $read }); save the file as { $expected }
fault-not-csv = the file cannot be read as a table, a quotation mark may be missing; it must be { $expected }
fault-missing-column = the column { $expected } is missing and must be there
fault-unknown-column = the column “{ $read }” is not known; the columns are { $expected }
fault-repeated-column = the column “{ $read }” is there more than once
fault-ragged-row = the row has { $read } cells, the header has { $expected }

fault-blank = a value is needed, the cell must not be blank
fault-not-allowed = “{ $read }” is not one of { $expected }
fault-bad-code = “{ $read }” cannot be a code; only { $expected } may be used
fault-bad-date = “{ $read }” is not a real date; write it as 26 May 2011 or 2011-05-26
fault-buddhist-year = “{ $read }” has a Buddhist year; write the CE year, { $expected }
fault-bad-number = “{ $read }” is not a number; write digits only, without commas or units, as in { $expected }
fault-not-whole = “{ $read }” is not a whole number, as in { $expected }
fault-negative = “{ $read }” must not be negative
fault-year-not-be = “{ $read }” is not a Buddhist year within { $expected }
fault-share-over-one = “{ $read }” is not a share between 0 and 1

fault-unknown-province = there is no province “{ $read }”; two-digit codes are in the table { $expected }
fault-unknown-code = “{ $read }” is not in the table { $expected }
fault-duplicate-key = “{ $read }” is already at { $expected }
fault-overlap = province “{ $read }” is in group { $expected } at the same time
fault-end-before-start = the end “{ $read }” is before the start, { $expected }
fault-year-date = the fiscal year “{ $read }” does not hold the day { $expected }
fault-phase-year = “{ $read }” does not hold the fiscal year { $expected }
fault-group-missing = a workshop with a province group must name the group
fault-group-not-wanted = “{ $read }”: a workshop of scope { $expected } must not name a group
fault-group-not-in-force = group “{ $read }” was not in force on { $expected }
fault-before-province = “{ $read }” is before the province was established, { $expected }
fault-stage-order = “{ $read }” is before the day of an earlier stage, { $expected }
fault-status-needs-date = the status { $expected } needs a date here
fault-disbursed-over-allocated = “{ $read }” baht disbursed is more than the { $expected } baht allocated
fault-spent-though-planned = a project that has not begun has “{ $read }” baht disbursed
fault-place-missing = a place of precision { $expected } must name a province
fault-place-not-wanted = “{ $read }”: a place of precision { $expected } must not name a province
fault-shares-over-one = the shares of this project add up to { $expected }, more than 1
fault-shares-not-one = the shares of this project add up to { $expected }, not to 1
