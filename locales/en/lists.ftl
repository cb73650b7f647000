# Lists as officers have them: what is read, what is asked, what is not stated

project-status-unstated = Status not stated
programme-unstated = Programme not stated
list-unstated = Not stated in this list

fault-too-much-time = it took more than { $expected } seconds of processor time and was stopped; the file may be damaged or too large: split it or save it anew
fault-too-much-memory = it took more memory than the { $expected } there are for a file and was stopped; the file may be damaged or too large: split it or save it anew
fault-row-too-wide = this row has { $read } cells, the header has { $expected }; a mark of thousands may stand outside quotation marks
fault-row-too-short = this row has { $read } cells, the header has { $expected }; the row may have been cut or lack a cell
fault-alias-of-another = “{ $read }” is the name of another province already: { $expected }

change-title-unit = in the unit written above the table
warning-no-line-end = the last line has no end; its last cell reads “{ $read }”: the file may have been cut on its way
warning-total-differs = the total row says { $read }, its rows add up to { $value }
intake-note-total-agrees = The total (row { $rows }) agrees with the sum of its rows: { $read }
intake-note-no-line-end = The last line (row { $rows }) has no end

question-places = Which province or province group is “{ $read }”?
question-word = Which word is “{ $read }”?
question-percent = The column “{ $read }” says per cent, but no value is above 1: are these shares (0.5 is half) or per cent (0.5 is half of one in a hundred)?
question-list-programme-code = Which programme does the whole list belong to?
question-list-status = Which status have the projects of the whole list?
question-list-fiscal-year-be = Which fiscal year is the whole list of?
question-list-agency-code = Which agency does the whole list belong to? (optional)
answer-share = They are shares from 0 to 1
answer-percent = They are per cent from 0 to 100
answer-no-place = No name of a place, or place not stated
answer-several-groups = One of { $names }, nobody knows which
answer-nationwide = Nationwide

desk-map = The map of projects on { $day }
desk-map-before = Before: { $told }
desk-map-after = After: { $told }
desk-map-told = { $n } projects ({ $stated } documented) in { $areas } of { $of } provinces, { $baht } allocated in all
desk-map-unplaced = and { $n } projects of which nobody says where; they are not on the map
desk-map-none = no project
desk-map-leave = Rows that would leave: { $gone }
desk-map-rows = { $table } { $n } rows
