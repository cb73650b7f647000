reason-phase_not_begun = The chosen phase has not begun
reason-never_a_project = There has never been a project in the province
reason-only_other_phases = It had projects in other phases only
reason-only_planned = A project is planned but has not begun
reason-plan_stalled_needs_collected = Needs are collected, but there is no draft yet
reason-plan_stalled_drafted = There is a draft, but it is not approved yet
reason-plan_stalled_approved = The plan is approved, but not yet in the provincial development plan
reason-area_not_on_day = This area does not exist on the chosen day
reason-no_candidate_reaches = No province offered as a site is near enough
reason-existing_reach_all = Institutions and representatives already there reach every province
reason-all_covered = Every province in the selection has a representative
reason-nothing_in_filter = There is no province in the selection

gap-kind-no_representative = No representative yet
gap-kind-never_at_workshop = Never at a workshop
gap-kind-no_project_in_phase = No project in the phase
gap-kind-plan_stalled = Plan stands still
gap-kind-not_reported = Not reported
gap-expectation-representative = Representative
gap-expectation-workshop = Workshops
gap-expectation-project = Projects
gap-expectation-plan = Provincial STI plan
gap-nearest-institution = Nearest network institution: { $name } ({ $km } km)
gap-nearest-representative = Nearest representative: { $name } ({ $km } km)
gap-nearest-approved_plan = Nearest province with an approved plan: { $name } ({ $km } km)
gap-nearest-here-institution = A network institution is in the province
gap-nearest-here-representative = A representative is in the province
gap-straight-line = Straight-line distance between representative points of provinces, not travel distance

siting-reason-reaches_itself = Reaches the province itself, which has no representative
siting-reason-reaches_itself_and_others = Reaches { $n } uncovered provinces, itself included: { $names }
siting-reason-reaches_others = Reaches { $n } uncovered { $n ->
    [one] province
   *[other] provinces
}: { $names }
siting-reason-shortens = Reaches no more provinces, but brings the mean distance to the nearest site down to { $km } km
siting-reason-adds_nothing = Reaches no more provinces
siting-action-appoint = Appoint the network institution that already serves the province
siting-action-find = Find an institution to join the network
siting-model-coverage = Reach the most provinces
siting-model-median = Shortest mean distance
siting-rule-radius = within { $km } km
siting-rule-neighbours = provinces with a common border
siting-state-covered = Has a representative
siting-state-reached_by_existing = Reached by what is there already
siting-state-reached = Reached by the proposed sites
siting-state-uncovered = Still out of reach
siting-state-not_reported = Not reported
siting-state-not_applicable = Not applicable

search-kind-province = Province
search-kind-group = Province group
search-kind-institution = Institution
search-kind-workshop = Workshop
search-kind-project = Project

project-status-planned = Planned
project-status-running = Running
project-status-completed = Completed
project-status-cancelled = Cancelled
project-status-unknown = Over, day not known
project-kind-province = Placed in provinces

compare-main = The largest difference is { $measure }: { $high } { $high-rate } per province, { $low } { $low-rate } per province
compare-same = No difference in what is reported
compare-not-comparable = Nothing can be compared yet: no measure is reported for two of the sides

event-province_established = { $name } becomes a province
event-group_joined = { $province } joins { $name }
event-institution_joined = { $name } joins the network
event-representative_appointed = { $name } is appointed representative
event-representative_ended = { $name } ceases to be representative
event-needs_collected = { $name } has collected its needs
event-drafted = { $name } has a draft plan
event-approved = The plan of { $name } is approved
event-in_provincial_plan = { $name } puts its plan into the provincial development plan
fact-milestone = Event that names the area
fact-workshop = Documented workshop
fact-institution = Documented institution
fact-service_area = Institution that serves the area
fact-observation = Figure a document states
rank-among-group = in its group
rank-among-neighbours = among neighbouring areas
rank-among-country = in the country
