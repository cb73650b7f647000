# A period in what is taken away: then, now, and what changed

story-when-day = as of { $date }
story-when-period = { $since } – { $date }
story-last-day = as of { $date } (last day of the period)
story-where-it-went = What changed in the period
story-period-lead = Provinces with a representative from { $then } to { $now }:
story-key-then = was { $then } · { $sign }{ $n }
story-changes = What changed, in order of date
story-changes-title = { $n ->
    [one] 1 recorded change
   *[other] { $n } recorded changes
 }
story-changes-none = No recorded change
story-changes-silent = The records tell of no representative, workshop or plan that changed in this period.
story-change-count = { $kind }: { $n }
story-column-change = Change
story-column-then-now = Then → now
story-column-area = Area
story-column-what = What happened
story-column-detail = Detail and document
present-kind-changes = What changed
present-one-day = Show the last day alone
book-sheet-changes = What changed
book-period = Period
book-then = Then
book-difference = Difference
brief-period = From { $since } to { $date }
cli-bad-period = --since { $since } must lie before --asof { $asof }
