stage-lead-day = As of { $date }:
stage-key-coverage = With a representative
stage-key-workshops = Groups met in this phase
stage-key-participants = Participants this fiscal year
stage-key-projects = Projects running
stage-key-plans = Plans approved
stage-list-full = { $n ->
    [one] Complete: { $n } group
   *[other] Complete: { $n } groups
 }
stage-list-silent = { $n ->
    [one] No data: { $n } group
   *[other] No data: { $n } groups
 }
stage-list-title = The list that belongs to the map
stage-keys-title = Key figures
stage-keys-since = ▲▼ since { $date }
stage-rail-label = Day shown; move to change the day
stage-rail-play = Play from the beginning
stage-rail-pause = Pause
stage-rail-speed = Speed
stage-rail-later = Later
stage-rail-note = Dark ticks: documented days · pale ticks: days of illustrative data
stage-filters = Filters
stage-filters-set = Filters ({ $n })
stage-filters-close = Show
stage-place = Area
stage-place-all = Whole country
stage-day-unread = The day "{ $text }" cannot be read. Write for example 26 May 2554, 26/5/2011 or 2011-05-26 (between { $first } and { $last }).
stage-evidence-all = Includes illustrative data
stage-evidence-documented = Documented only
stage-tab-coverage = Representatives
stage-tab-attendance = Attendance
stage-tab-workshops = Workshops
stage-tab-plan = Plans
stage-tab-projects = Projects
stage-tab-allocated = Allocated
stage-tab-disbursed = Disbursed
stage-tab-institutions = Network
stage-tab-documented = Evidence
stage-level-province = Provinces
stage-level-group = Groups
stage-map-label = Map. Arrow keys go to the neighbouring area, Enter opens the area, Esc closes it.
stage-map-inset = Bangkok and neighbours
stage-back = Back to the whole country
stage-card-close = Close the area
stage-card-open = Open its page
stage-card-compare = Compare
stage-card-last = Last workshop
stage-card-missing = Still missing
stage-card-institutions = Institutions
stage-place-absent = { $name } (not there on this day)

# Workshops are counted in three ways; each has a name of its own
stage-workshops-of-group = Workshops held for the group itself
stage-workshops-of-group-short = Held for the group

# A period: what changed between two days
period-lead = From { $since } to { $date }:
period-ends = { $then } → { $now }
period-then = was { $n }
period-no-comparison = not comparable
period-two-days = See both maps
period-switch = Period
period-from = First day of the period; move to change it
period-whole = Drag to move the whole period
period-rest-unchanged = { $level ->
    [group] { $n ->
        [one] { $n } group unchanged
       *[other] { $n } groups unchanged
    }
   *[province] { $n ->
        [one] { $n } province unchanged
       *[other] { $n } provinces unchanged
    }
}
period-rest-unknown = { $level ->
    [group] { $n ->
        [one] { $n } group cannot be compared: not known on both days
       *[other] { $n } groups cannot be compared: not known on both days
    }
   *[province] { $n ->
        [one] { $n } province cannot be compared: not known on both days
       *[other] { $n } provinces cannot be compared: not known on both days
    }
}
