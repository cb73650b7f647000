# States of projects by area
measure-projects-group_only = Only projects of the group known
measure-allocated-group_only = Only projects of the group known
measure-disbursed-group_only = Only projects of the group known
figures-state-group-only = Only projects of the group known
figures-group-only = { $label } ({ $n })
figures-title-group-only = of { $n ->
    [one] { $n } more province
   *[other] { $n } more provinces
 } only their group's projects are known
gap-group-only = · of { $n } more, only their group's projects are known
reason-known_only_to_group = Projects of the group do not say in which province they work
reason-place_not_stated = Projects without a stated place may be here
reason-status_not_stated = Projects do not state whether they still run
story-gaps-none-known = Nothing is missing where it is reported; { $n } not reported
