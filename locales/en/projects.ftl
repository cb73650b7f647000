# The projects page: filters, opening sentence, totals, figures, list and detail

measure-found = Projects that match
measure-found-definition = Projects begun by the chosen day that match the conditions of the page. A project in several provinces is counted in each of them, and once in the total.
measure-found-unit = projects
measure-found-none = No project
measure-found-not_reported = No project data
measure-found-not_applicable = Does not apply
figures-gap-found = { $level ->
    [group] { $n ->
        [one] { $n } group has none
       *[other] { $n } groups have none
    }
   *[province] { $n ->
        [one] { $n } province has none
       *[other] { $n } provinces have none
    }
}

projects-filter-q = Search project titles
projects-filter-q-hint = Thai or English, e.g. ข้าว, rice
projects-filter-programme = Programme
projects-filter-agency = Agency
projects-filter-status = Latest status
projects-filter-phase = Phase
projects-filter-year-from = Fiscal year from
projects-filter-year-to = Fiscal year to
projects-filter-baht-from = Amount from
projects-filter-baht-to = Amount up to
projects-filter-all = All
projects-filter-map = The map shows
projects-filter-map-projects = Projects
projects-filter-map-baht = Money
projects-filter-money = Money
projects-clear = Clear all filters
projects-allocated = Allocated
projects-disbursed = Disbursed
projects-unit = { "projects" }
projects-none = No project matches these conditions

projects-not-reported = The documents do not list any project
projects-nothing-none = No project to show
projects-nothing-none-sub = Try a shorter search text, a wider range of years or amounts, or clear all filters
projects-nothing-not-reported = No document lists projects
projects-nothing-not-reported-sub = The documents name programmes but no project by province. Choose data shown: “All” to see illustrative data
projects-nothing-not-applicable = This area does not exist on the chosen day
projects-nothing-not-applicable-sub = Choose a later day or another area
projects-lead = <good>{ $n ->
    [one] { $n } project
   *[other] { $n } projects
}</good> found,
projects-lead-allocated = <good>{ $amount }</good> allocated
projects-lead-disbursed = <good>{ $amount }</good> disbursed
projects-lead-unattributed = ; the money of <gap>{ $n } of them</gap> cannot be divided among areas
projects-lead-nationwide = ; { $n } more work nationwide
projects-lead-none = <gap>No project</gap> matches these conditions
projects-lead-not-reported = <gap>The documents do not list</gap> any project
projects-lead-not-applicable = The chosen area <gap>does not exist</gap> on this day
projects-below = projects begun by then, each counted once
projects-below-planned = planned projects, each counted once
projects-conditions = Conditions: { $said }
projects-condition-text = contains “{ $text }”
projects-condition-year = fiscal year { $low }
projects-condition-year-from = fiscal year { $low } or later
projects-condition-year-to = up to fiscal year { $high }
projects-condition-year-range = fiscal years { $low }–{ $high }
projects-condition-baht = amount { $low }
projects-condition-baht-from = amount from { $low }
projects-condition-baht-to = amount up to { $high }
projects-condition-baht-range = amount { $low } to { $high }

projects-key-placed = Projects in the area
projects-key-placed-country = Projects with a place
projects-filter-groups-all = { $n } groups with projects
projects-key-placed-sub = a project in several provinces counts as 1
projects-key-allocated = Allocated
projects-key-disbursed = Disbursed
projects-key-other-sub = shown apart, never added
projects-key-by-share = the area's part, by stated shares
projects-key-whole-country = without nationwide projects
projects-key-nationwide = Nationwide projects (not on the map)
projects-key-unattributed = Money not divisible by area
projects-key-unstated = No allocated sum stated
projects-key-unstated-sub = counted as projects, without money
projects-key-whole = whole sum { $amount }

projects-map-without = { $n ->
    [one] { $n } area
   *[other] { $n } areas
} without a project: { $names }

projects-money-title = Fiscal year { $year } { $money } the most: { $amount }
projects-money-title-one = Fiscal year { $year } { $money } { $amount }
projects-allocated-verb = was allocated
projects-disbursed-verb = disbursed
projects-money-unknown = No project states a sum
projects-money-subtitle = { $money } (million baht) by the fiscal year a project began in, { $era ->
    [be] B.E.
   *[ce] C.E.
}
projects-money-range = two numbers are the part that can be divided, and the whole if the rest counted too
projects-money-partial = { $year } until { $date }
projects-money-baht = Divisible by area
projects-money-nationwide-baht = Nationwide
projects-money-unattributed-baht = Not divisible by area (whole sum)
projects-money-unstated = { $n ->
    [one] { $n } project states no sum and is not in these amounts
   *[other] { $n } projects state no sum and are not in these amounts
}
projects-money-undated = another { $amount }, fiscal year not known

projects-composition-title = { $name } has the most: { $n } of { $total }
projects-composition-title-one = All in { $name }: { $total }
projects-composition-subtitle = { $what } by programme, coloured by agency
projects-what-projects = Number of projects, nationwide ones too
projects-what-allocated = Allocated
projects-what-disbursed = Disbursed
projects-other-agencies = { $n } other agencies
projects-sum-unstated = Not stated

projects-flow-title = { $n } running of { $of } projects begun
projects-flow-subtitle = Projects begun so far, at the end of each fiscal year, { $era ->
    [be] B.E.
   *[ce] C.E.
}; the status filter does not apply
projects-flow-partial = { $year } on { $date }
projects-flow-alt = { $running } running, { $done } completed

projects-list = Projects
projects-list-sub = { $first }–{ $last } of { $total } projects · status and money as last recorded · choose a title to open it
projects-list-with-nationwide = nationwide ones too
projects-list-title = Project
projects-list-where = Where
projects-list-when = When
projects-list-status = Latest status
projects-list-inside = { $share } in this area
projects-list-not-attributable = not divisible by area
projects-sort = Sort by
projects-sort-started-on-down = Start, newest first
projects-sort-started-on-up = Start, oldest first
projects-sort-allocated-baht-down = Allocated, largest first
projects-sort-allocated-baht-up = Allocated, smallest first
projects-sort-disbursed-baht-down = Disbursed, largest first
projects-sort-title = Title
projects-sort-status = Status
projects-page = Page { $n } of { $of }
projects-page-back = Previous
projects-page-on = Next
projects-csv = CSV of all { $n }
projects-csv-first = CSV of the first { $n } of { $of }
projects-nationwide = Nationwide

projects-close = Close
projects-places = Works in { $n ->
    [one] { $n } province
   *[other] { $n } provinces
}
projects-places-group = Only the group is stated ({ $n } provinces)
projects-places-nationwide = Works nationwide, no province stated
projects-places-no-place = No place on record
projects-places-subtitle = Where the project works
projects-places-here = Provinces it works in
projects-places-table = Places and shares of the project
projects-share-unstated = Share not stated
projects-not-attributable = Not divisible
projects-precision-province = Province
projects-precision-group = Province group
projects-precision-nationwide = Nationwide
projects-attribution-province = Divided among provinces by the stated shares
projects-attribution-group-only = Only the group is stated, so money cannot be given to provinces
projects-attribution-several-without-share = Several provinces without stated shares, so money cannot be given to provinces
projects-attribution-nationwide = Nationwide, so it is not on the map
projects-attribution-no-place = No place stated, so it is not on the map
projects-baht-exact = { $baht } baht ({ $million })
projects-people = { $n } people

projects-column-count = Projects with a place
projects-column-unstated = No sum stated (projects)
projects-column-on = On
projects-column-begun = Begun in the year
projects-column-programme = Programme
projects-column-agency = Agency
projects-column-unattributed = Money not divisible by area (projects)
projects-column-precision = Precision of place
projects-column-share = Share
projects-column-allocated-baht = Allocated (baht)
projects-column-disbursed-baht = Disbursed (baht)
projects-column-inside = Share in the chosen area
projects-column-beneficiaries = Beneficiaries (people)
projects-column-id = Project code
projects-column-year = Fiscal year begun
projects-column-started = Started on
projects-column-ended = Ended on
projects-column-attribution = Money by area
projects-money-dark = the number is the dark part, without nationwide projects
projects-filter-more = More filters{ $n ->
    [0] { "" }
   *[other] { " " }({ $n })
}: agency, phase, years, amounts
projects-list-still = still running on the chosen day
projects-figures-more = Circles on the map, and programmes
