shell-product = STI in the provinces
shell-brand = STI provinces
shell-lang = Language
shell-lang-th = ไทย
shell-lang-en = EN
shell-era = Era
shell-era-be = BE
shell-era-ce = CE
shell-copied = Copied
shell-error = This page cannot be shown at the moment. No data is harmed. Please reload; if it happens again, quote reference { $reference }.
shell-data-fault = The data cannot be opened: <gap>{ $n ->
    [one] { $n } place needs
   *[other] { $n } places need
 } mending</gap> first.
shell-data-fault-below = Nothing has been applied. Mend the files, then reload this page.
shell-data-faults = Places that need mending
faulty-column-file = File
faulty-column-row = Row
faulty-column-column = Column
faulty-column-sentence = What was found and what was expected
shell-link-cleaned = This link held values we do not know ({ $names }); their defaults are used instead.
shell-foot = Integrating STI with provinces and province groups, fiscal years B.E. 2547–2558 (2003–2015) · Boundaries: Natural Earth (public domain)
shell-release = Data release { $release }

nav-overview = Overview
nav-coverage = Representatives
nav-workshops = Workshops
nav-phases = Phases
nav-sources = Sources

badge-mixed = Includes illustrative data
badge-mixed-why = Where no document gives the rows, illustrative rows stand in. They are made up, not facts; every figure says how much of it is documented.
badge-documented = Documented facts only
badge-documented-why = All illustrative rows are hidden. What is empty is what the documents do not say.

evidence-all-documented = all documented
evidence-all-illustrative = all illustrative
evidence-share = { $pct }% documented
evidence-count = { $n } of { $of } documented

filter-asof = As of
filter-asof-back = Step back to the date before
filter-asof-on = Step on to the next date
filter-since = Compared with
filter-fiscal-year-end = end of FY { $year }
filter-groups = Province groups
filter-groups-all = All { $n } groups
filter-area = Province or group
filter-area-all = Whole country
filter-measure = Measure
filter-level = Level
filter-level-province = Province
filter-level-group = Group
filter-evidence = Data shown
filter-evidence-all = All
filter-evidence-documented = Documented only
filter-phase = Phase
filter-phase-all = All phases

card-table = Table
card-link = Copy link
card-sources = Sources

evidence-documented = documented
evidence-illustrative = illustrative
evidence-partly = partly documented

filter-documented-count = day with an official figure

key-of = of { $of }
key-changed = { $sign } { $n } since { $since }
key-unchanged = unchanged since { $since }
key-not-reported = not reported
key-not-applicable = not due yet

overview-missing = What is missing
overview-missing-sub = Choose one to open the page that lists it
overview-changes = What changed
overview-changes-sub = From the chosen day to the day shown
overview-changes-none = Nothing changed in this time according to the records

area-since = since { $date }
area-column-measure = Measure
area-column-state = State
area-column-evidence = Evidence
area-not-on-this-day = The chosen area does not exist on the day shown

filter-workshop = Open a workshop
filter-workshop-all = Choose a workshop
filter-cell = Evidence behind a cell
filter-cell-all = Choose group, phase and step, or click a cell of the figure

player-play = Play through time

coverage-gaps = Groups with gaps, and the reason for each province
coverage-gaps-sub = On { $date }, groups that lack most first
coverage-gaps-unsaid = The documents do not say which provinces; nothing can be listed here.
coverage-gaps-none = No group lacks a representative.

workshops-list = Workshops
workshops-list-sub = { $n ->
    [one] { $n } workshop
   *[other] { $n } workshops
 } in this view, newest first; choose a title for its detail
workshops-people = Invited and attended, by province and role
workshops-nobody-recorded = No record says who was invited or came.
workshops-never = Invited, but never came
workshops-never-sub = Provinces on the lists of invitations without any record of attendance
workshops-never-none = None, according to the records shown.
workshops-never-row = invited { $n ->
    [one] once
   *[other] { $n } times
 }, first on { $since }

phases-stated = { $phase }: documents state workshops with { $n } groups; { $then } groups existed at that time.

table-group = Province group
table-reached = Representatives
table-missing = Provinces without one, why, since when
table-no-group = In no group
table-out-of = { $n } of { $of }
table-when = When
table-what = What
table-for = For
table-people = Participants (people)
table-evidence = Evidence
table-where = Where
table-round = Round
table-round-of = round { $round } of FY { $year }
table-province = Province
table-no-province = no province stated
table-role = Role
table-invited = Invited (people)
table-attended = Attended (people)
table-state = State
table-on = On

nav-projects = Projects
nav-area = Area
nav-compare = Compare

sources-lead = <good>{ $documents } documents</good>. Of { $of } numbers they state, ours agree independently in <good>{ $agrees }</good>, by construction of illustrative rows in { $made }; { $rest } cannot be tested. On <gap>{ $conflicts } points</gap> the documents disagree.
sources-lead-below = Every fact has its source, illustrative rows are marked, and a conflict is shown, never silently resolved.
sources-illustrative = What is illustrative
sources-illustrative-sub = These rows were written by a program from a fixed seed so that they agree with every documented total. They are no facts about any institution or person.
sources-illustrative-rows = Rows that documents state and illustrative rows
sources-reconciliation = Reconciliation with the documents
sources-reconciliation-sub = Published totals beside what all rows give, and what the documented rows alone give
sources-conflicts = Where documents disagree
sources-conflicts-sub = Both values, and how they are shown here
sources-definitions = Definitions of the measures
sources-definitions-sub = A denominator is always stated; "none", "not reported" and "not applicable" are three different values
sources-documents = All documents
sources-documents-sub = Addresses come from archived copies; check a link before you cite it
sources-indicator = What
sources-asof = As of
sources-stated = Stated
sources-computed = Computed
sources-documented-only = Documented rows only
sources-verdict = Verdict
sources-source = Source
sources-what = What
sources-first = One source says
sources-second = Another says
sources-shown = How it is shown here
sources-id = Id
sources-title = Title
sources-publisher = Publisher
sources-date = Date
sources-confidence = Standing
sources-taken = Used in (rows)
sources-table = Table
sources-documented = Documented (rows)
sources-illustrative-column = Illustrative (rows)
confidence-primary = primary
confidence-secondary = secondary
confidence-inferred = inferred
data-table-institutions = Network institutions
data-table-institution-service-areas = Service areas of institutions
data-table-representatives = Provincial Representatives
data-table-workshops = Workshops
data-table-participations = Participations
data-table-projects = Projects
data-table-project-locations = Project locations
data-table-plans = Provincial STI plans
data-table-sources = Sources

sources-contents = On this page
sources-note = Note
sources-scope-country = whole country
sources-scope-ministry = ministry
sources-scope-scheme = province groups of { $year }
sources-scope-workshop = workshop
sources-scope-event = event
sources-scope-region = region
sources-scope-node = node
sources-scope-programme = programme
data-table-provinces = Provinces
data-table-province-aliases = Province spellings
data-table-province-groups = Province groups
data-table-province-group-members = Group memberships
data-table-group-schemes = Grouping schemes
data-table-phases = Phases
data-table-milestones = Milestones
data-table-agencies = Agencies
data-table-programmes = Programmes
data-table-observations = Observations
data-table-conflicts = Conflicts
data-table-network-growth = Network growth
phases-later = Events after the last phase
