# The page of one area: a province or a province group

area-name = { $level ->
    [group] { $name } group
   *[province] { $name }
}
area-provinces = { $n ->
    [one] { $n } province
   *[other] { $n } provinces
}
area-choose = Choose a <good>province or province group</good> to see everything about it on one page
area-choose-below = On { $date } there are { $groups } province groups and { $provinces } provinces, Bangkok apart · Use the control above, click the map, or choose from the list
area-groups = Province groups and their provinces
area-groups-sub = A filled square is a province with a representative; choose a name to open its page
area-no-group = In no province group

area-lead-covered = { $name } <good>has had a representative</good> since { $since }
area-lead-covered-undated = { $name } <good>has a representative</good>
area-lead-uncovered = { $name } <gap>has no representative yet</gap>
area-lead-not-reported = The documents <gap>do not say</gap> whether { $name } has a representative
area-lead-not-applicable = { $name }: { $reason }
area-lead-group = In the { $name } <good>{ $n } of { $of } provinces</good> have a representative
area-lead-group-all = In the { $name } <good>all { $of } provinces</good> have a representative
area-lead-group-not-reported = The documents <gap>do not say</gap> which provinces of the { $name } have a representative
area-lead-gaps = { $level ->
    [group] ; <gap>{ $n ->
        [one] { $n } thing is
       *[other] { $n } things are
    } missing</gap> in { $provinces ->
        [one] { $provinces } province
       *[other] { $provinces } provinces
    }
   *[province] ; <gap>{ $n ->
        [one] { $n } thing is
       *[other] { $n } things are
    } missing</gap>
}
area-lead-no-gaps = ; <good>nothing is missing</good>
area-lead-absent-province = On { $date } there was no <gap>{ $name } Province</gap> yet
area-lead-absent-group = On { $date } there is no <gap>{ $name } group</gap>
area-absent-predecessor = Its territory was part of { $name } then
area-absent-established = Go to { $date }, when the province was established
area-below-group = in the { $group } group
area-below-no-group = in no province group
area-below-members = { $names }
area-below-sample = the representatives shown are illustrative, not facts
area-print = Print this page (one A4 sheet)
area-compare-neighbours = Compare with its neighbours
area-projects-link = All projects of the area

area-key-workshops = Workshops attended
area-key-projects = Projects begun
area-key-allocated = Budget allocated
area-key-disbursed = Disbursed
area-key-plan = Provincial STI plan
area-key-gaps = Still missing
area-key-times = { $n ->
    [one] workshop
   *[other] workshops
}
area-key-projects-unit = { $n ->
    [one] project
   *[other] projects
}
area-key-items = { $n ->
    [one] thing
   *[other] things
}{ $level ->
    [group] { " " }in { $provinces ->
        [one] { $provinces } province
       *[other] { $provinces } provinces
    }
   *[province] { "" }
}
area-key-silent = { $n } more not reported
area-key-last = the last on { $date }
area-key-approved = of { $of } provinces approved
area-key-unattributed = { $amount } more without stated shares

area-map-province = { $name } and its { $n ->
    [one] neighbour
   *[other] { $n } neighbours
}
area-map-alone = { $name } has no land border with another province
area-map-group = The { $name } has { $n ->
    [one] { $n } province
   *[other] { $n } provinces
}

area-representative = Provincial Representative of the ministry
area-representative-sub = The institution that holds the role, and since when, or why there is none
area-representative-earlier = Before: { $name } ({ $from } to { $to })
area-institutions = Institutions that stand in or serve the area
area-institutions-sub = { $n ->
    [one] { $n } institution
   *[other] { $n } institutions
 }, each counted once
area-institutions-none = No network institution in the area according to the records shown
area-institutions-silent = The documents name no institution of this area
area-host = stands in { $province }
area-serves = serves { $province }
area-host-and-serves = stands in and serves { $province }
area-column-institution = Institution
area-column-since = Since
area-since-unknown = date not known
area-pcso = Provincial Chief Science Officer (PCSO)
area-pcso-office = { $level ->
    [group] The deputy governor so assigned in each province: an office, no person is named
   *[province] The deputy governor of { $name } so assigned: an office, no person is named
}
area-pcso-not-yet = The office does not exist yet on this day; it begins with the agreement of { $date }
area-pcso-bangkok = Not applicable
area-pcso-came = At { $n ->
    [one] { $n } workshop
   *[other] { $n } workshops
 }; { $attended } of { $invited } invited people came
area-pcso-silent = No record of taking part in a workshop
area-plan = Stages of the provincial STI plan
area-plan-sub = The day each stage was done
area-plan-reached = done
area-stage-needs_collected = Needs collected
area-stage-drafted = Drafted
area-stage-approved = Approved
area-stage-in_provincial_plan = In the provincial plan
area-not-yet = not yet

area-gaps = What is missing, why, and the nearest support
area-gaps-sub = On { $date } · { $straight }
area-gaps-none = Nothing is missing according to the records shown
area-gaps-none-applicable = Nothing is expected on this day yet
area-gaps-csv = Download the list (CSV)
area-gap-project = No project in { $phase }
area-gap-silent = { $expectation }: not reported
area-column-gap = Missing
area-column-reason = Reason
area-column-nearest = Nearest support
area-column-km = Straight line (km)

area-ranks = Its place among others
area-ranks-sub = { $level ->
    [group] Ranked by rates per province, since groups differ in size
   *[province] Rank 1 is the most; yes-or-no measures count the provinces that have it
}
area-column-own = This area
area-rank = rank { $rank } of { $known }
area-rank-tied = tied rank { $rank } of { $known }
area-rank-reached = { $n } of { $of } have it
area-rank-unknown = not reported

area-money-title = Projects begun in FY { $year } were allocated the most, { $amount }
area-money-none = No project has begun in the area according to the records shown
area-money-unstated = { $n ->
    [one] { $n } project has begun, but its sum is not stated
   *[other] { $n } projects have begun, but their sums are not stated
}
area-money-subtitle = By the fiscal year ({ $era ->
    [ce] CE
   *[be] BE
}) in which a project began; money split by stated shares
area-money-apart = { $amount } more belong to projects in several provinces without stated shares and are not counted here
area-money-undated = { $n ->
    [one] { $n } more project
   *[other] { $n } more projects
 } of unknown year
area-money-million = Million baht
area-money-alt = { $year }: { $n ->
    [one] { $n } project
   *[other] { $n } projects
 } begun, { $allocated } allocated, { $disbursed } disbursed (million baht)
area-projects-begun = Projects begun
area-column-begun = Projects begun
area-column-allocated = Allocated (million baht)
area-column-disbursed = Disbursed (million baht)
area-column-apart = Allocated, shares not stated (million baht)

area-timeline-title = { $n ->
    [one] { $n } event
   *[other] { $n } events
 } in the area up to the chosen day
area-timeline-none = No event is recorded up to the chosen day
area-track-place = The area
area-track-network = Representatives and institutions
area-track-workshop = Workshops
area-track-plan = Provincial STI plan
area-mark-province_established = Province founded
area-mark-group_joined = Joins group
area-mark-institution_joined = Joins network
area-mark-representative_appointed = Representative
area-mark-representative_ended = Representative ends
area-mark-needs_collected = Needs collected
area-mark-drafted = Draft plan
area-mark-approved = Plan approved
area-mark-in_provincial_plan = In provincial plan

area-workshops = Workshops of the area
area-workshops-sub = { $n ->
    [one] { $n } workshop
   *[other] { $n } workshops
 }, newest first; choose a title for its detail
area-workshops-none = No workshop of the area according to the records shown
area-came-attended = { $roles }
area-came-invited_never_came = invited, no one attended
area-came-not_reported = no record of who came
area-roles = In which roles it took part
area-roles-sub = Over all workshops on record
area-column-times = Workshops
area-role-pcso = PCSO
area-role-provincial_office = Provincial office
area-role-strategy_group = Strategy group
area-role-clinic_representative = Clinic
area-role-agency = Heads of MOST and MOI units
area-role-other = Others

area-neighbours = Neighbours
area-neighbours-sub = Nearest first; straight lines between representative points
area-neighbours-none = No area shares a land border with it
area-neighbour-same = same group
area-members = Provinces of the group
area-km = { $km } km

area-facts = What documents say about this area by name
area-facts-sub = Of any date, newest first, with the source
area-facts-none = No document found yet names this area
area-and-more = and { $n } more, see the web page
area-sheet-note = What carries the mark ◦ is illustrative, not a fact
area-sheet-note-documented = Documented facts only; what is empty is what the documents do not say
area-sheet-foot = Printed from STI provinces · data release { $release }
area-role-line = { $workshop } workshops, { $attended } of { $invited } people
area-money-not-reported = Projects of this area are not reported
