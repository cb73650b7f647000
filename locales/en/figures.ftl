figures-out-of = { $value } of { $of }
figures-and-more = { $names } and { $more } more
figures-percent = %
figures-million = { "" } million baht
figures-unit-million = million baht
figures-bin-from = { $low } or more
figures-bin-upto = up to { $high }
figures-bin-over = over { $low }
figures-state-none = none
figures-state-not-reported = not reported
figures-state-not-applicable = not applicable
figures-state-outside = outside the chosen groups
figures-state-gained = gained
figures-state-kept = had one already
figures-state-lost = ended
figures-state-still-missing = missing on both days
figures-as-of = on { $date }
figures-per-group = counted as provinces of each group
figures-only-groups = { $n ->
    [one] only the chosen group
   *[other] only the { $n } chosen groups
}
figures-group-lines = heavy lines: province groups of { $era ->
    [be] B.E. { $year }
   *[ce] { $year }
}

figures-column-province = Province
figures-column-group = Province group
figures-column-since = Since
figures-column-reason = Reason
figures-column-evidence = Evidence

figures-title-joint = ; { "" }
figures-sentence-joint = . { "" }
figures-title-unknown = { $level ->
    [group] No group has been reported yet
   *[province] No province has been reported yet
}
figures-title-unsaid = { $level ->
    [group] The documents do not say which groups
   *[province] The documents do not say which provinces
}
figures-title-unknown-rest = { $level ->
    [group] { $n } { $n ->
        [one] group
       *[other] groups
    } not reported
   *[province] { $n } { $n ->
        [one] province
       *[other] provinces
    } not reported
}
figures-title-top = { $name } has the most: { $amount }
figures-title-top-tie = { $level ->
    [group] { $n } groups share the most: { $amount }
   *[province] { $n } provinces share the most: { $amount }
}
figures-gap-coverage = { $n ->
    [one] { $n } province has no representative yet
   *[other] { $n } provinces have no representative yet
}
figures-all-coverage = All { $n } provinces have a representative
figures-some-coverage = { $n } provinces have a documented representative
figures-gap-attendance = { $n ->
    [one] { $n } province has never attended a workshop
   *[other] { $n } provinces have never attended a workshop
}
figures-all-attendance = All { $n } provinces have attended a workshop
figures-some-attendance = { $n } provinces have documented attendance
figures-gap-plan = { $n ->
    [one] { $n } province has no approved plan yet
   *[other] { $n } provinces have no approved plan yet
}
figures-all-plan = All { $n } provinces have an approved plan
figures-some-plan = { $n } provinces have a documented approved plan
figures-gap-workshops = { $level ->
    [group] { $n } without a workshop
   *[province] { $n } never attended
}
figures-gap-projects = { $level ->
    [group] { $n } { $n ->
        [one] group
       *[other] groups
    } without a project
   *[province] { $n } without a project
}
figures-gap-allocated = { $level ->
    [group] { $n } { $n ->
        [one] group
       *[other] groups
    } without an allocation
   *[province] { $n } without an allocation
}
figures-gap-disbursed = { $level ->
    [group] { $n } { $n ->
        [one] group
       *[other] groups
    } without a disbursement
   *[province] { $n } without a disbursement
}
figures-groups-all-coverage = { $n ->
    [1] Every province has a representative
   *[other] All { $n } groups have a representative in every province
}
figures-groups-full-coverage = { $n ->
    [one] { $n } group has a representative in every province
   *[other] { $n } groups have a representative in every province
}
figures-groups-all-attendance = { $n ->
    [1] Every province has attended
   *[other] Every province of all { $n } groups has attended
}
figures-groups-full-attendance = { $n ->
    [one] In { $n } group every province has attended
   *[other] In { $n } groups every province has attended
}
figures-groups-all-plan = { $n ->
    [1] Every province has an approved plan
   *[other] All { $n } groups have an approved plan in every province
}
figures-groups-full-plan = { $n ->
    [one] { $n } group has an approved plan in every province
   *[other] { $n } groups have an approved plan in every province
}
figures-groups-none-full = No group is complete yet
figures-groups-short = { $n ->
    [one] { $n } lacks more than half
   *[other] { $n } lack more than half
}
figures-groups-rest = { $n ->
    [one] { $n } is incomplete
   *[other] { $n } are incomplete
}
figures-alt-dated = As { $date }:
figures-alt-count = { $label } { $n }
figures-alt-counts = { $what }: { $counts }
figures-alt-missing = Missing: { $names }

figures-ranking-order = most missing first
figures-ranking-order-amount = largest first
figures-column-reached = Done (provinces)
figures-column-missing = Missing (provinces)
figures-column-unknown = Not reported (provinces)
figures-column-of = All (provinces)
figures-ranking-reached = done
figures-ranking-missing = missing
figures-ranking-first = first { $n } of { $of }
figures-title-not-applicable = This measure does not apply on the chosen day
figures-groups-unknown = { $n ->
    [one] The group is only partly reported
   *[other] All { $n } groups are only partly reported
}
figures-groups-unknown-rest = { $n ->
    [one] { $n } is only partly reported
   *[other] { $n } are only partly reported
}

figures-event-ms-1986-st-village = S&T village idea
figures-event-ms-2002-10-03-most = Ministry named MOST
figures-event-ms-2003-01-clinic-mou = First clinic MoU
figures-event-ms-2003-05-17-cabinet-19 = Cabinet: 19 groups
figures-event-ms-2004-04-scivol = S&T volunteers begin
figures-event-ms-2006-05-25-scivol-north = Volunteers, lower north
figures-event-ms-2008-01-15-cabinet-18 = Cabinet: 18 groups
figures-event-ms-ws-2008-05-26-andaman = Krabi
figures-event-ms-ws-2009-01-14-upper-north = Upper north
figures-event-ms-ws-2009-r4-south-gulf = Southern Gulf
figures-event-ms-2009-01-15-osm-andaman = Andaman office opens
figures-event-ms-2009-02-cabinet-heads = Cabinet: group heads
figures-event-ms-ws-national-undated = National, undated
figures-event-ms-2009-02-17-groups-effective = 18 groups take effect
figures-event-ms-2009-02-18-groups-gazette = 18 groups gazetted
figures-event-ms-2009-04-20-mou-moi = First MOST–MOI MoU
figures-event-ms-committee-formed = Joint committee set up
figures-event-ms-2009-05-08-village-wg = Village working group
figures-event-ms-2009-06-10-villages = Pilot villages
figures-event-ms-2009-09-03-clinic-meeting = Annual clinic meeting
figures-event-ms-2010-pilot-provinces = Pilot provinces plan
figures-event-ms-2009-12-21-clinic-mou = Clinics represent MOST
figures-event-ms-ws-2009-12-21-clinics = Role of the clinics
figures-event-ms-2010-host-village = Host villages begin
figures-event-ms-ws-2010-03-29-south-border = Southern Border
figures-event-ms-2010-09-21-scivol = Volunteers gather
figures-event-ms-2011-03-22-bk-gazette = Bueng Kan act gazetted
figures-event-ms-2011-03-23-bk-law = Bueng Kan province
figures-event-ms-2011-03-28-bk-group = Bueng Kan joins a group
figures-event-ms-ws-2011-04-20-upper-central-1 = Upper Central 1
figures-event-ms-2011-05-03-bk-group-gazette = Groups notice no. 2
figures-event-ms-ws-2011-05-26-moi = Plan workshop with MOI
figures-event-ms-fy2555-survey = Opinion survey
figures-event-ms-2011-12-13-regional-centres = Cabinet: regional centres
figures-event-ms-ws-2012-03-26-lower-north-2 = Lower Northern 2
figures-event-ms-2012-05-29-rsp = Cabinet: science parks
figures-event-ms-ws-2013-01-upper-north-2 = Upper Northern 2
figures-event-ms-ws-2013-11-north = The north
figures-event-ms-2013-11-27-saraburi = Caravan, Saraburi
figures-event-ms-2013-12-06-phitsanulok = Phitsanulok
figures-event-ms-ws-2014-04-25-upper-north-2 = Upper Northern 2
figures-event-ms-ws-2014-06-sukhothai = Sukhothai
figures-event-ms-ws-2014-06-26-upper-north-1 = Upper Northern 1
figures-event-ms-2014-12-09-cabinet = Cabinet, before the MoU
figures-event-ms-2015-01-29-committee = Committee, meeting 1
figures-event-ms-2015-02-19-prep = PCSO preparation
figures-event-ms-2015-03-19-mou-moi = Second MOI–MOST MoU
figures-event-ms-2015-07-28-itap = Cabinet: ITAP
figures-event-ms-2016-09-20-scivol-nst = Volunteers, Nakhon Si
figures-event-ms-2017-11-17-regroup = Groups redrawn
figures-event-ms-2019-05-02-mhesi = MOST becomes MHESI
figures-event-ms-2022-11-21-mou-moi = Third MoU, MHESI–MOI
figures-event-ms-ws-2022-11-21-national = National workshop
figures-event-ms-fy2568-pilot-20 = 20 pilot provinces

figures-phase-phase-1 = Phase 1
figures-phase-phase-2 = Phase 2
figures-phase-phase-3 = Phase 3
figures-aim-phase-1 = listen to needs
figures-aim-phase-2 = find a model that fits
figures-aim-phase-3 = link to national plans
figures-track-law = Law and cabinet
figures-track-mou = Memoranda (MoU)
figures-track-committee = Committees and other meetings
figures-track-workshop = STI integration workshops
figures-track-programme = Programmes and surveys
figures-kind-law = law
figures-kind-cabinet-resolution = cabinet resolution
figures-kind-gazette = Royal Gazette
figures-kind-committee = committee
figures-kind-mou = memorandum
figures-kind-meeting = meeting
figures-kind-workshop = workshop
figures-kind-programme = programme
figures-kind-pilot = pilot
figures-kind-survey = survey
figures-kind-phase = phase
figures-column-when = When
figures-column-kind = Kind
figures-column-event = Event
figures-timeline-title = { $phases ->
    [1] One phase
    [2] Two phases
    [3] Three phases
   *[other] { $phases } phases
}, { $years } fiscal years, { $events ->
    [one] one event
   *[other] { $events } events
}
figures-timeline-title-events = { $events ->
    [one] One event
   *[other] { $events } events
} in { $years ->
    [one] one fiscal year
   *[other] { $years } fiscal years
}
figures-timeline-subtitle = fiscal years { $era ->
    [be] B.E.
   *[ce] C.E.
}, each starting on 1 October of the year before
figures-timeline-drag = drag to zoom in
figures-timeline-alt = Timeline of fiscal years { $first }–{ $last } with { $events } events ({ $documented } documented); the first is { $from }, the latest { $to }
figures-timeline-empty = No event in the chosen time
figures-legend-documented = documented
figures-legend-illustrative = illustrative
figures-legend-range = only a range is known
figures-legend-asof = chosen day
figures-timeline-later = { $n ->
    [one] 1 later event
   *[other] { $n } later events
} (after { $date }) in the table
figures-timeline-earlier = { $n ->
    [one] One event
   *[other] { $n } events
} before fiscal year { $year } only in the table

figures-change-up = { $n ->
    [one] { $n } { $level ->
        [group] group
       *[province] province
    }
   *[other] { $n } { $level ->
        [group] groups
       *[province] provinces
    }
} up
figures-change-up-coverage = { $n ->
    [one] { $n } province gained a representative
   *[other] { $n } provinces gained a representative
}
figures-change-down-coverage = { $n ->
    [one] { $n } province lost its representative
   *[other] { $n } provinces lost their representative
}
figures-change-up-attendance = { $n ->
    [one] { $n } more province attended a workshop
   *[other] { $n } more provinces attended a workshop
}
figures-change-up-plan = { $n ->
    [one] { $n } more province has an approved plan
   *[other] { $n } more provinces have an approved plan
}
figures-change-down = { $level ->
    [group] { $n } { $n ->
        [one] group
       *[other] groups
    } down
   *[province] { $n } down
}
figures-change-still = { $n } without on both days
figures-change-nothing = No change
figures-change-subtitle = Change in { $what } from { $since } to { $date }
figures-state-unchanged = unchanged
figures-bin-between = { $low } to { $high }
figures-bin-below = { $high } or lower
figures-multiples = { $n ->
    [one] one point in time
   *[other] { $n } points in time, the same colours
}
figures-step-workshop = Workshop|held
figures-step-needs = Needs|collected
figures-step-representative = Rep.|named
figures-step-plan-drafted = Plan|drafted
figures-step-plan-approved = Plan|approved
figures-step-plan-in-provincial = In provincial|plan
figures-step-project = Project|running
figures-cell-reached = complete
figures-cell-partly = in part
figures-cell-not-reached = not done
figures-cell-not-reported = not reported
figures-cell-not-applicable = not due yet
figures-matrix-subtitle = province groups and the steps of each phase; numbers are provinces that have done it of all in the group
figures-matrix-title = { $n } of { $of } items due are complete ({ $groups ->
    [one] { $groups } group
   *[other] { $groups } groups
 })
figures-matrix-title-rest = { $n } not reported
figures-matrix-title-unknown = No progress of the groups has been reported
figures-matrix-alt-step = { $phase } { $step }: { $n } of { $of } groups
figures-at-least = over { $value }
figures-about = about { $value }
figures-column-what = What
figures-column-count = Count
figures-column-denominator = Of
figures-indicator-networks = Technology Clinic networks
figures-indicator-places = service places
figures-indicator-provinces-with-network = provinces with a network
figures-indicator-provinces-with-representative = provinces with a representative
figures-growth-computed = provinces with a representative, counted from the records
figures-growth-denominator = all provinces, Bangkok apart
figures-growth-others = Documents state other units (networks, service places) { $n ->
    [one] once
   *[other] { $n } times
} more: in the table
figures-growth-provinces = provinces
figures-growth-title = { $count } provinces have a representative on { $date }
figures-growth-title-stated = { $n ->
    [one] One stated size of the network
   *[other] { $n } stated sizes of the network, in different units
}
figures-growth-subtitle = the line is counted from the records, the marks are stated by documents; each unit counts something else, so marks are not joined
figures-growth-alt = Documents state:
figures-growth-alt-point = { $what } { $count } ({ $date })
figures-role-pcso = Deputy governors (PCSO)
figures-role-provincial-office = Heads of provincial offices
figures-role-strategy-group = Heads of strategy units
figures-role-clinic-representative = Technology Clinic representatives
figures-role-agency = Heads of MOST and MOI units
figures-role-other = Others
figures-roles-invited = invited
figures-roles-attended = attended
figures-roles-came = { $n } attended
figures-roles-title = { $best } had the highest rate of attendance, { $best_count }; { $worst } the lowest, { $worst_count }
figures-roles-title-one = { $name }: { $count } attended
figures-roles-title-unknown = No attendance by role has been reported
figures-roles-subtitle = attended of invited, people
figures-column-role = Role
figures-column-invited = Invited (people)
figures-column-attended = Attended (people)
figures-column-workshops = Workshops
figures-column-documented-workshops = Documented
figures-column-participants = Participants (people)
figures-column-year = Fiscal year
figures-column-step = Step
figures-year-unknown = Year not known
figures-people-title = Fiscal year { $year } had the most participants: { $count }
figures-people-title-unknown = No number of participants has been reported
figures-people-subtitle = workshop participants (people) by fiscal year { $era ->
    [be] B.E.
   *[ce] C.E.
} · ≥ at least, ≈ about, ? not stated
figures-people-undated = { $n ->
    [one] One workshop is
   *[other] { $n } workshops are
} of unknown year
figures-of-groups = of { $of } groups
figures-steps-subtitle = province groups with the step complete in every province, at the end of each fiscal year
figures-steps-title = { $n } of { $of } steps are complete in every group
figures-no-less = at least { $value }
figures-multiples-title = { $level ->
    [group] From { $before } groups ({ $first }) to { $after } ({ $last })
   *[province] From { $before } { $before ->
        [one] province
       *[other] provinces
    } ({ $first }) to { $after } ({ $last })
}
