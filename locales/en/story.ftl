# The story: slides of deck, brief, workbook and offline page

story-title = Bringing STI to provinces and province groups
story-scope-nation = Whole country
story-where-we-are = State on the day shown
story-gaps = What is missing, and why
story-phases = Progress by phase
story-phases-of = Progress by phase of { $group }
story-projects = Projects and money
story-comparison = Compared: { $names }
story-decide = What to decide
story-sentence-joint = { " " }
story-joint = { "; " }

story-province-title-covered = { $name } has a representative of the ministry
story-province-title-uncovered = { $name } has no representative of the ministry yet
story-province-title-not-reported = { $name }: the documents do not say whether there is a representative
story-province-title-not-applicable = { $name }: the role of representative does not apply on this day
story-province-covered = <good>Represented by</good> { $institution }{ $since }.
story-province-uncovered = <gap>No representative yet</gap>: { $reason }.
story-province-silent = { $reason }.
story-province-plan-good = Provincial STI plan: <good>{ $plan }</good>.
story-province-plan-gap = Provincial STI plan: <gap>{ $plan }</gap>.
story-no-name = an institution that the documents do not name

story-chart-groups = Representatives by province group
story-column-with = With (provinces)
story-column-of = Of (provinces)
story-column-without = Without
story-column-since = Since
story-column-who = Institution, or the reason for the gap
story-column-missing = Missing
story-column-reason = Why
story-column-nearest = Nearest support
story-nearest = { $kind } in { $name }, { $km }{ "\u00A0" }km
story-nearest-institution = institution
story-nearest-representative = representative
story-nearest-approved_plan = approved plan

story-gaps-title = { $parts }
story-gap-part = { $kind } in { $n } of { $of } provinces
story-gaps-none = No gap in the data on this day
story-gaps-unknown = The data do not say what is missing on this day
story-gaps-not-applicable = No expectation applies on this day
story-gaps-province = { $n ->
    [one] One of four expectations is not met
   *[other] { $n } of four expectations are not met
 }
story-gap-count = { $kind }: { $n } of { $of } provinces
story-gap-silent = { "" } (not reported: { $n })
story-gap-unknown = { $kind }: { $state }

story-workshops-province = Took part in { $n } of { $of } workshops with a record of attendance
story-workshops-group-all = { $name }: { $n ->
    [one] one workshop
   *[other] { $n } workshops
 } held with the group
story-workshops-group-documented = { $name }: documents confirm { $n ->
    [one] one workshop
   *[other] { $n } workshops
 } with the group
story-workshops-none = No workshop with a record of attendance by this day
story-chart-workshops = Workshops held by fiscal year, { $era ->
    [be] B.E.
   *[ce] C.E.
 }
story-chart-workshops-alt = { $heading }; { $n } in all

story-phases-title = { $name } has completed { $n } of { $of } steps due
story-phases-silent = ; { $n } not reported
story-phases-none = No step is due on this day
story-phases-no-group = The area is in no province group, so no steps are counted for it
story-chart-steps = Province groups by state of each step
story-step = { $phase } · { $step }
story-unit-groups = province groups
story-column-reached = Done
story-column-of-needed = Of
story-projects-title = { $n } projects begun; { $allocated } allocated, { $disbursed } disbursed
story-projects-count = { $n } projects begun; no money is reported
story-projects-none = No project by this day
story-projects-not-reported = The documents list no projects
story-projects-not-applicable = The area does not exist on this day
story-money-rule = Projects begun by the day. Allocated and disbursed are two measures and are never added; the year is the one the project began in. A project in several provinces counts once in each, and its money is split by its stated shares.
story-money-alt = { $year }: { $n }
story-beside-nationwide = Nationwide, not in these sums: { $n } projects, { $allocated } allocated
story-beside-unattributed = Also work elsewhere without stated shares, not in these sums: { $n } projects, { $allocated } allocated
story-beside-no-place = Place not stated, not in these sums: { $n } projects, { $allocated } allocated
story-beside-unstated = Projects that state no sum: { $n }
story-chart-money = Money of projects by the fiscal year they began in, { $era ->
    [be] B.E.
   *[ce] C.E.
 } (million baht)
story-chart-gap = A gap means not reported, not zero.
story-column-programme = Programme
story-column-agency = Agency
story-column-projects = Projects
story-column-allocated = Allocated (million baht)
story-column-disbursed = Disbursed (million baht)

story-compare-share = The largest difference is { $measure }: { $high } { $high-rate } of provinces, { $low } { $low-rate }
story-compare-rate = The largest difference is { $measure }: { $high } { $high-rate } per province, { $low } { $low-rate } per province
story-comparison-rule = Every number has its own denominator: the provinces that existed on its day, Bangkok apart except for projects and money.
story-chart-rates = Provinces reached (%)
story-pct = { $n }%
story-per-province = { $n } per province
story-column-share = { $name }: share

story-every-province = every province
story-decide-title = { $n ->
    [one] One matter to decide
   *[other] { $n } matters to decide
 }
story-decide-none = No gap in the data asks for a decision
story-decide-rule = These lines come from gaps in the data and from nothing else; their order is the number of areas.
story-decide-illustrative = Some of these gaps rest on illustrative rows: verify them before deciding.
story-decide-no_network_institution = Find an institution to join the network
story-decide-not_appointed = Appoint the network institution that already serves the province
story-decide-representative_ended = Appoint a successor to the representative
story-decide-no_representative = Appoint a representative
story-decide-invited_never_came = Ask why nobody came, and arrange another occasion
story-decide-never_invited = Invite the province to the next workshop
story-decide-never_at_workshop = Bring the province into the workshops
story-decide-no_project_in_phase = Consider a project in this phase
story-decide-plan_stalled = Move the provincial STI plan on
story-decide-no_plan_stage = Begin a provincial STI plan
story-decide-plan_stalled_needs_collected = Draft the plan from the needs collected
story-decide-plan_stalled_drafted = Bring the draft plan to approval
story-decide-plan_stalled_approved = Put the approved plan into the provincial development plan
story-decide-ask = Collect the missing data: { $what }
story-decide-group-workshop = Hold the workshop of this phase with the group
story-decide-line = { $what }: { $n } of { $of } provinces ({ $names })
story-decide-groups-line = { $what }: { $n } of { $of } groups ({ $names })
story-column-decide = Matter
story-column-missing-count = How many
story-column-of-all = Of
story-column-areas = Where

story-sources-title = { $n ->
    [one] One document behind these slides
   *[other] { $n } documents behind these slides
 }
story-sources-none = No document stands behind these slides

story-note-finding = Finding: { $text }
story-note-filters = Filters: { $scope }, { $when }, { $evidence }
story-evidence-all = all rows, documented and illustrative
story-evidence-documented = documented rows only
story-share-all = Every row behind this is documented.
story-share-none = Every row behind this is illustrative, not fact.
story-share = { $pct }% of the rows behind this are documented; the rest is illustrative, not fact.
story-note-release = Data release { $release }
story-note-sources = Sources: { $ids }
story-note-no-source = Sources: no document

story-error-unknown-scope = “{ $scope }” is neither “nation” nor the code of a province or province group.
story-error-not-on-day = { $name } does not exist on { $asof }.
story-error-date = { $asof } is out of range: choose a day from { $first } to { $last }.
story-error-slide = There is no slide “{ $kind }”. Known: { $known }

deck-continued = { $title } ({ $page }/{ $pages })
deck-more-rows = and { $n } more; the workbook lists all
deck-map-group = Map: { $alt }
deck-map-shape = { $name }: { $label }
deck-locator = Where it lies in the country
deck-table-alt = Table: { $title }, { $rows } rows
deck-legend-alt = Legend: { $labels }
deck-footer = { $product } · { $scope } · { $when } · data release { $release }

book-about = About
book-item = Item
book-value = Value
book-scope = Scope
book-asof = As of
book-evidence = Evidence
book-release = Data release
book-language = Language
book-since = Changes counted from
book-keys = Key figures
book-of = Of
book-note = Note
book-documented = Documented share
book-sheet-title = Cover
book-sheet-where_we_are = State on the day shown
book-sheet-coverage_map = Representatives
book-sheet-gaps = Gaps
book-sheet-workshops = Workshops
book-sheet-phases = Phases
book-sheet-projects = Projects
book-sheet-comparison = Comparison
book-sheet-decide = To decide
book-sheet-sources = Sources
book-unit-baht = Money in million baht
book-no-table = No rows on this day.

cli-description = Make a slide deck, printed brief, workbook or offline page from the records.
cli-made = { $path } ({ $size } KB)
cli-progress = { $done }/{ $total } { $path }
cli-failed = { $what }: { $why }
cli-summary = { $made } made, { $kept } kept, { $failed } failed
cli-unwritable = cannot write { $path }: { $why }
cli-no-medium = this copy cannot make “{ $medium }”: { $why }
cli-need-scope = give --scope, --all-groups or --all-provinces
cli-need-out = give --out: a file for one scope, a folder for many
cli-bad-date = “{ $text }” is no date; write YYYY-MM-DD
cli-data-fault = the data cannot be opened: { $n } places need mending
brief-kicker-several = Brief of several province groups
choices-measure = the map's measure { $name }
choices-level = the map by province groups
downloads-comparison = the comparison { $names }
downloads-booklets = Booklets of the whole country
downloads-briefs = Briefs of every province (one PDF)
downloads-decks = Slides of every province group (zip)
downloads-cancel = Cancel
cli-template = The template { $path } cannot be used. Missing: { $missing }
update-not-ours = { $path } is not a deck made here, so it cannot be refreshed
update-unreadable = { $path } cannot be opened ({ $why })
update-changed = Changed: { $n }
update-added = added because a list grew: { $n ->
    [one] 1 slide
   *[other] { $n } slides
 }
update-wanting = a list grew, and the deck has no slide with a table to add it as; the workbook has the rest: { $n ->
    [one] 1 slide
   *[other] { $n } slides
 }
update-left-alone = Edited by somebody, left alone: { $n }
update-cannot = Cannot be said any more, left as it was: { $n }
update-same = The same as before: { $n }
update-row = slide { $n } “{ $title }”: { $part }
update-part-title = title
update-part-key = key figure
update-part-table = table
update-part-chart = chart
update-part-badge = mark of evidence
update-part-drawing = drawing
story-scope-several = { $n } province groups
planner-code = Code
planner-group = Group code
planner-sources = Sources
planner-provinces = Every province with every measure
planner-gaps = Everything that is missing, with plans
planner-nearest = Nearest that could help
planner-km = Distance (km)
planner-baht = baht
planner-baht-rate = in baht
planner-total = Sum of the rows shown
planner-unit = Money is kept in baht and shown in million baht; sums hold no money that cannot be divided by province, and no nationwide projects
book-back = Open this view on the screen
planner-sheet-provinces = Provinces
planner-sheet-all-gaps = All gaps
