# Rates per 100,000 people, and the people they are divided by
data-table-populations = Population of provinces
column-year-be = Year
column-people = People
measure-projects_rate = Projects per 100,000 people
measure-projects_rate-definition = Projects running on the chosen day, divided by the people of that year, times 100,000. Where that year has no count, the nearest earlier one is used and said, never a later one. A group needs a count of every province.
measure-projects_rate-unit = projects per 100,000 people
measure-projects_rate-none = No project
measure-projects_rate-not_reported = Not reported
measure-projects_rate-not_applicable = Not applicable
measure-projects_rate-group_only = Only projects of the group known
measure-allocated_rate = Allocated per 100,000 people
measure-allocated_rate-definition = Money allocated to projects begun by the chosen day, divided by the people of that year, times 100,000. Where that year has no count, the nearest earlier one is used and said, never a later one. A group needs a count of every province.
measure-allocated_rate-unit = million baht per 100,000 people
measure-allocated_rate-none = No budget
measure-allocated_rate-not_reported = Not reported
measure-allocated_rate-not_applicable = Not applicable
measure-allocated_rate-group_only = Only projects of the group known
measure-participants_rate = Participants per 100,000 people
measure-participants_rate-definition = People of an area at workshops up to the chosen day (each time anew, those who came for no province left out), divided by the people of that year, times 100,000. Where that year has no count, the nearest earlier one is used and said, never a later one. A group needs a count of every province.
measure-participants_rate-unit = per 100,000 people
measure-participants_rate-none = No participants
measure-participants_rate-not_reported = Not reported
measure-participants_rate-not_applicable = Not applicable
compare-short-projects_rate = Projects per 100,000
compare-short-allocated_rate = Allocated per 100,000
compare-short-participants_rate = Participants per 100,000
compare-unit-projects_rate = projects per 100,000 people
compare-unit-allocated_rate = million baht per 100,000 people
compare-unit-participants_rate = per 100,000 people
figures-gap-projects_rate = { $level ->
    [group] { $n } { $n ->
        [one] group
       *[other] groups
    } without a project
   *[province] { $n } without a project
}
figures-gap-allocated_rate = { $level ->
    [group] { $n } { $n ->
        [one] group
       *[other] groups
    } without an allocation
   *[province] { $n } without an allocation
}
figures-gap-participants_rate = { $level ->
    [group] { $n } { $n ->
        [one] group
       *[other] groups
    } without a participant
   *[province] { $n } without a participant
}
figures-title-no-population = No population has been brought, so no rate can be told
figures-by-population = by the population of { $years }
figures-column-people = People (year)
reason-no_population = No population in the data yet
reason-population_lacking = No count of people by the chosen day
reason-population_of_other_area = The count of people is of the area before the province was divided
reason-population_of_earlier_year = By the population of an earlier year
rates-bring = Bring the population on the Data page
rates-missing = Rates need the table “Population of provinces” (province, year, people, source), which is not there yet. Download its form, fill it in and bring it back on the Data page.
# Where a series is of another map than before
figures-border-divided = { $name } divided off
stage-per-people = per 100,000 people
stage-tab-projects_rate = Projects/100k
stage-tab-allocated_rate = Allocated/100k
stage-tab-participants_rate = Participants/100k
