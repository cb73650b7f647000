# Measures: names, definitions, units and states

measure-coverage = Provincial Representatives
measure-coverage-definition = Provinces where a network institution has been appointed Provincial Representative of the ministry and holds the role on the chosen day. The denominator is the number of provinces that existed on that day, Bangkok apart. The role began with the Technology Clinic agreement of December 2009 (B.E. 2552).
measure-coverage-unit = provinces
measure-coverage-covered = Has a representative
measure-coverage-uncovered = No representative yet
measure-coverage-none = No province has one yet
measure-coverage-not_reported = Not reported either way
measure-coverage-not_applicable = Not applicable

measure-attendance = Took part in a workshop
measure-attendance-definition = Provinces that sent somebody to at least one STI integration workshop up to the chosen day. The denominator is the number of provinces that existed on that day, Bangkok apart.
measure-attendance-unit = provinces
measure-attendance-attended = Has taken part
measure-attendance-invited_never_came = Invited, never came
measure-attendance-never_invited = Never invited
measure-attendance-none = No province has taken part yet
measure-attendance-not_reported = Attendance not reported
measure-attendance-not_applicable = Not applicable

measure-workshops = Number of workshops
measure-workshops-definition = For a province: the workshops at which it was present. For a province group: the workshops held for that group, in the grouping in force on the chosen day. A workshop known only to a range of days counts once the last of them has passed.
measure-workshops-unit = workshops
measure-workshops-none = No workshop yet
measure-workshops-not_reported = No source yet
measure-workshops-not_applicable = Not applicable

measure-institutions = Network institutions
measure-institutions-definition = Institutions of the Technology Clinic network that stand in an area or serve it on the chosen day. An institution counts once in every area it serves, so counts of provinces do not add up to the country's. Documents may not name them all.
measure-institutions-unit = institutions
measure-institutions-none = No network institution
measure-institutions-not_reported = Not reported
measure-institutions-not_applicable = Not applicable
compare-short-institutions = Network institutions
compare-unit-institutions = per province
figures-gap-institutions = { $level ->
    [group] { $n ->
        [one] 1 group has
       *[other] { $n } groups have
    } no network institution
   *[province] { $n ->
        [one] 1 province has
       *[other] { $n } provinces have
    } no network institution
}

measure-plan = Provincial STI development plan
measure-plan-definition = The stage the provincial STI development plan had reached on the chosen day. For a group: the provinces whose plan was approved or had entered the provincial development plan, Bangkok apart.
measure-plan-unit = provinces
measure-plan-in_provincial_plan = In the provincial plan
measure-plan-approved = Approved
measure-plan-drafted = Drafted
measure-plan-needs_collected = Needs collected
measure-plan-none = No record of a plan
measure-plan-not_reported = Not reported
measure-plan-not_applicable = Not applicable

measure-documented = Share documented
measure-documented-definition = Percent of the records shown of an area on the chosen day that a document states: the representative, workshops attended, network institutions, the plan and projects running, as their own measures count them; in a group each workshop, institution and project once. It says where to collect first, not how well an area does.
measure-documented-unit = %
measure-documented-none = Nothing documented
measure-documented-not_reported = Nothing to show
measure-documented-not_applicable = Not applicable
compare-short-documented = Share documented
compare-unit-documented = %
reason-no_document = All its records are illustrative
figures-order-to-collect = Where to collect first stands on top
figures-gap-documented = { $level ->
    [group] { $n ->
        [one] 1 group has nothing documented
       *[other] { $n } groups have nothing documented
    }
   *[province] { $n ->
        [one] 1 province has nothing documented
       *[other] { $n } provinces have nothing documented
    }
}

measure-projects = Projects running
measure-projects-definition = Projects running on the chosen day. A project in several provinces counts in each of them, and once in the national total. Projects known only to a group, and nationwide ones, are listed beside the map.
measure-projects-unit = projects
measure-projects-none = No project
measure-projects-not_reported = Not reported
measure-projects-not_applicable = Not applicable

measure-allocated = Budget allocated
measure-allocated-definition = Money allocated to projects begun by the chosen day, split between provinces by the stated shares. Money of projects in several provinces without stated shares is listed beside the map. Never added to disbursed money.
measure-allocated-unit = baht
measure-allocated-none = No budget
measure-allocated-not_reported = Not reported or not divisible by province
measure-allocated-not_applicable = Not applicable

measure-disbursed = Budget disbursed
measure-disbursed-definition = Money disbursed by projects begun by the chosen day: sums of the current data, since days of payment are not recorded. Split between provinces by the stated shares. Never added to allocated money.
measure-disbursed-unit = baht
measure-disbursed-none = Nothing disbursed
measure-disbursed-not_reported = Not reported or not divisible by province
measure-disbursed-not_applicable = Not applicable

# States of a change between two days
change-state-gained = Newly reached
change-state-kept = Reached on both days
change-state-lost = No longer reached
change-state-still_missing = Missing on both days
change-state-value = Changed
change-state-none = Unchanged
change-state-not_reported = Not reported on both days
change-state-not_applicable = Not comparable

# Reasons for a gap
reason-no_network_institution = No network institution in the province yet
reason-not_appointed = Served by a network institution that has not been appointed
reason-representative_ended = The representative's term ended and nobody has followed
reason-role_not_yet = The role did not exist yet on the chosen day
reason-bangkok = Bangkok is in no province group
reason-documents_do_not_say = The documents do not name the provinces
reason-no_record = No record in the data
reason-no_source_yet = No source yet
reason-scheme_changed = A group of the new grouping; earlier groups are not counted with it
reason-not_yet_a_province = Not yet a province at the time
reason-never_invited = No record of an invitation
reason-invited_never_came = Invited, but nobody ever came
reason-attendance_not_recorded = On the list of a workshop, but attendance was not recorded
reason-programme_not_started = Phase 1 had not begun
reason-no_plan_stage = No record of work on a plan
reason-partly_reported = Reported in part only
reason-not_attributable = Money of projects in several provinces without stated shares
reason-target_not_result = A target, not a result
reason-members_not_documented = No document names the members of the groups
reason-other_counting_rule = Counted by another rule, not comparable
reason-illustrative_rows = Computed from illustrative data fitted to the documents, so it proves nothing

# Steps of the phases
step-workshop = Workshop held with the group
step-needs = Needs collected in every province
step-representative = A representative in every province
step-plan_drafted = A draft plan in every province
step-plan_approved = An approved plan in every province
step-plan_in_provincial = In the provincial plan of every province
step-project = A project in every province
step-state-reached = Done
step-state-partly = Done in part
step-state-not_reached = Not done
step-state-not_reported = Not reported
step-state-not_applicable = Not due yet

# Workshops
workshop-state-held = Held
workshop-state-no_source = No source yet
workshop-state-not_yet = None so far in the data
workshop-scope-group = Province group
workshop-scope-province = One province
workshop-scope-region = Region, group not stated
workshop-scope-national = Whole country
role-pcso = Deputy governors serving as Provincial Chief Science Officer (PCSO)
role-provincial_office = Provincial offices
role-strategy_group = Provincial strategy units
role-clinic_representative = Technology Clinic representatives
role-agency = Heads of MOST and MOI units
role-other = Others

# Timeline
track-phase = Phases
track-law = Laws and cabinet resolutions
track-mou = Agreements
track-committee = Committees and other meetings
track-workshop = Workshops
track-programme = Programmes and mechanisms
date-step-fiscal-year = End of fiscal year { $year }
date-step-milestone = { $title }
date-step-observation = The day of the documented count of representatives

# Counted numbers
qualifier-exact = { $number }
qualifier-at_least = at least { $number }
qualifier-about = about { $number }
unit-network = networks
unit-place = places
unit-province = provinces

# Comparison with documents
verdict-agrees = Agrees
verdict-by_construction = agrees by construction
verdict-own_count = counted from these records
verdict-differs = Differs
verdict-cannot_compute = Cannot be computed
indicator-provinces_with_representative = Provinces with a representative
indicator-provinces_without_representative = Provinces without a representative
indicator-participants = Participants of a workshop
indicator-groups_with_workshop = Province groups with a workshop
indicator-groups_in_scheme = Groups in the grouping
indicator-provinces_in_groups = Provinces in a group
indicator-provinces_total = All provinces, Bangkok included
indicator-days_without_group = Days that Bueng Kan was in no group
indicator-provinces_with_new_group_name = Provinces whose group has a new name
indicator-networks = Technology Clinic networks
indicator-provinces_with_network = Provinces with a Technology Clinic network
indicator-places = Places served by Technology Clinics
indicator-agencies_listed = Agencies of the ministry
indicator-st_villages_selected = Pilot S&T villages
indicator-volunteers_trained = S&T volunteers trained
indicator-regional_centres = Regional Co-ordination Centres
indicator-science_park_universities = Universities in the Northern Science Park
indicator-science_park_networks = Regional Science Park networks
indicator-itap_projects = ITAP projects
indicator-itap_projects_target = Target of ITAP projects
indicator-itap_smes = SMEs in ITAP
indicator-itap_nodes = ITAP nodes
indicator-itap_smes_target_per_year = Target of SMEs per year of an ITAP node
indicator-pilot_provinces = Pilot provinces

# Overview
key-coverage = Provinces with a representative
key-workshops = Groups with a workshop in this phase
key-participants = Workshop participants this fiscal year
key-projects = Projects running
key-plans = Provinces with an approved plan
gap-no_representative = Provinces without a representative
gap-no_workshop = Groups without a workshop in this phase
gap-never_came = Provinces invited that never came
gap-never_invited = Provinces never invited
gap-no_plan = Provinces without an approved plan
gap-no_project = Provinces without a running project
change-representative_gained = Representative appointed
change-representative_lost = Representative's term ended
change-workshop_held = Workshop held
change-plan_needs_collected = Needs collected
change-plan_drafted = Plan drafted
change-plan_approved = Plan approved
change-plan_in_provincial_plan = In the provincial plan
change-province_established = Became a province
change-group_joined = Joined a province group
change-scheme_changed = Provinces re-grouped
project-kind-nationwide = Nationwide
project-kind-group_only = Known only to a province group
project-kind-several_without_share = Several provinces, shares not stated
project-kind-no_place = Place not stated
project-kind-no_group = In an area that is in no province group
