# Where to go next
siting-title = Where to go next
siting-title-sub = Say how many institutions or representatives can be added; see which provinces would bring the most provinces without a representative within reach
siting-control-k = Places to add
siting-control-model = Aim
siting-control-model-coverage = Reach the most provinces
siting-control-model-median = Shortest mean distance
siting-control-rule = A place reaches
siting-control-rule-radius = Within a radius
siting-control-rule-neighbours = Bordering provinces
siting-control-radius = Radius (km)
siting-control-existing = Count what stands nearby already
siting-control-existing-no = No
siting-control-existing-yes = Yes
siting-answer = { $k ->
    [one] One more place reaches
   *[other] { $k } more places reach
 } { $reached } of { $of } provinces without a representative
siting-answer-existing = { $k ->
    [one] One more place reaches
   *[other] { $k } more places reach
 } { $reached } of { $of } provinces that nothing reaches yet
siting-answer-median = With { $k } more { $k ->
    [one] place
   *[other] places
 }, the mean distance from { $of } provinces without a representative falls to { $km } km
siting-answer-none = No place needs to be proposed
siting-answer-none-out_of_reach = No place can reach the provinces that are missing
siting-answer-none-not_reported = Nobody can say where to go: provinces are not reported one by one
siting-answer-none-not_applicable = This question does not arise on the chosen day
siting-none-hint-not_reported = Choose data shown: “All” to try it on illustrative data
siting-none-hint-out_of_reach = Try a larger radius, or bordering provinces
siting-none-hint-nothing_open = Try not to count what stands nearby, or another day
siting-none-hint-not_applicable = Try a day on which the role of representative exists
siting-existing-note = Of { $uncovered } provinces without a representative, { $near } are within reach of an institution or representative that is there already; they are left out of the question
siting-spare = { $n ->
    [one] One more place
   *[other] { $n } more places
 } would reach no further province, so no site is proposed for { $n ->
    [one] it
   *[other] them
 }
siting-subtitle-radius = within { $km } km
siting-subtitle-neighbours = provinces with a common border
siting-before = Before
siting-after = With { $k } more
siting-site = Proposed place
siting-sites = In order of provinces gained
siting-sites-median = In order of distance saved
siting-gain = +{ $n } { $n ->
    [one] province
   *[other] provinces
 }
siting-gain-none = no gain
siting-so-far = { $n } of { $of } so far
siting-so-far-km = mean now { $km } km
siting-column-before = Before
siting-column-after = After
siting-column-site = Nearest proposed place
siting-column-km = Straight line (km)
siting-column-k = Places added
siting-column-reached = Reached (provinces)
siting-column-of = Of (provinces)
siting-column-gain = Gain (provinces)
siting-column-mean = Mean distance (km)
siting-alt = Two maps, before and after adding { $k } places: { $names }
siting-more = Other numbers of places, other settings
siting-curve-all = { $k ->
    [one] One place reaches
   *[other] { $k } places reach
 } all { $of } provinces
siting-curve-part = Even { $k } places reach { $reached } of { $of } provinces
siting-curve-median = With { $k } { $k ->
    [one] place
   *[other] places
 }, the mean distance is { $km } km
siting-curve-subtitle = Each bar is the best answer for that number; click a bar to choose it
siting-curve-asked = The number chosen
siting-curve-other = Other numbers
siting-curve-open = All that are missing
siting-others = With other settings and the same { $k } { $k ->
    [one] place
   *[other] places
 }
siting-others-sub = Places that stay in the answer are not repeated
siting-others-setting = Setting
siting-others-reached = Reached
siting-others-mean = Mean distance (km)
siting-others-sites = Places that differ
siting-others-same = the same places
siting-others-none = no place proposed
siting-others-asked = chosen now
siting-others-existing-yes = counting what stands nearby already
siting-others-existing-no = not counting what stands nearby already

# What is missing
gap-list = What is missing and why, by province
gap-list-sub = Choose a subject for the provinces, the reason and the nearest support
gap-control-gap = Subject
gap-control-all = All subjects
gap-control-months = No progress for more than (months)
gap-short-no_representative = No representative
gap-short-never_at_workshop = Never at a workshop
gap-short-no_project_in_phase = No project in the phase
gap-short-plan_stalled = Plan stands still
gap-short-not_reported = Not reported
gap-found-no_representative = { $n } of { $of } provinces have no representative
gap-found-never_at_workshop = { $n } of { $of } provinces never came to a workshop
gap-found-no_project_in_phase = { $n } of { $of } provinces have had no project in { $phase }
gap-found-plan_stalled = The plans of { $n } of { $of } provinces have stood still for more than { $months } months
gap-found-not_reported = { $n } { $n ->
    [one] subject
   *[other] subjects
 } not reported in { $provinces } of { $of } provinces
gap-found-all = { $n } gaps in { $provinces } of { $of } provinces
gap-met-no_representative = { $of ->
    [one] The province has a representative
   *[other] All { $of } provinces have a representative
 }
gap-met-never_at_workshop = { $of ->
    [one] The province has come to a workshop
   *[other] All { $of } provinces have come to a workshop
 }
gap-met-no_project_in_phase = { $of ->
    [one] The province has had a project in { $phase }
   *[other] All { $of } provinces have had a project in { $phase }
 }
gap-met-plan_stalled = No plan has stood still for more than { $months } months in { $of } { $of ->
    [one] province
   *[other] provinces
 }
gap-met-not_reported = Every subject is reported for { $of } { $of ->
    [one] province
   *[other] provinces
 }
gap-met-all = Nothing is missing in { $of } { $of ->
    [one] province
   *[other] provinces
 }
gap-unknown-no_representative = Nobody can say which provinces lack a representative: they are not reported one by one
gap-unknown-never_at_workshop = Nobody can say which provinces never came: they are not reported one by one
gap-unknown-no_project_in_phase = Nobody can say which provinces had no project in { $phase }: they are not reported one by one
gap-unknown-plan_stalled = Nobody can say which plans stand still: they are not reported one by one
gap-not-applicable-no_representative = The role of representative does not exist on the chosen day
gap-not-applicable-never_at_workshop = Workshops have not begun on the chosen day
gap-not-applicable-no_project_in_phase = { $phase } has not begun on the chosen day
gap-not-applicable-plan_stalled = Work on plans has not begun on the chosen day
gap-no-phase = the chosen phase
gap-also-unknown = { $n } more not reported
gap-whole-country = Whole country, Bangkok apart
gap-column-province = Province
gap-column-group = Province group
gap-column-kind = Subject
gap-column-reason = Reason
gap-column-since = Since
gap-column-nearest = Nearest support
gap-column-km = Straight line (km)
gap-column-evidence = Evidence
gap-since-unknown = not known
gap-csv = Download this list (CSV)

# Search
search-button = Search
search-label = Find a province, province group, institution, workshop or project
search-hint = such as Ubon, Korat, Upper North 2
search-found = { $n } found
search-found-more = The first { $n } are shown; type more to narrow them down
search-nothing = Nothing found for “{ $text }”. Try a shorter name or check the spelling
search-too-long = The text is too long ({ $n } characters); type a short name of at most { $most }
search-on-day = as of { $date }

# Saved views
views-button = Save/share this page
views-copy = Copy the link to this page
views-copied = Copied
views-copy-failed = It could not be copied; please copy it from the address bar
views-name = Name this page
views-name-hint = such as Upper North 2, end of FY 2558
views-save = Save
views-list = Pages saved in this browser
views-empty = None yet
views-remove = Remove
views-export = Download as a file
views-import = Open from a file
views-saved = Saved
views-removed = Removed
views-imported = Imported
views-bad-file = This file cannot be read; it must be one downloaded from this menu
views-no-store = This browser keeps nothing; please copy the link or use a file
views-need-name = Please give it a name first
views-private = Kept in your own browser only, never sent to the server

siting-km = km

gap-control-phase-of-day = The phase of the day

siting-others-near = { $n } more are within reach already
siting-open = Open the planning tool
siting-places = Proposed places
