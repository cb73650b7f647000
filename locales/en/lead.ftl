lead-scope = { $scope }:
lead-coverage = The ministry has a representative in <good>{ $n } of { $of } provinces</good>.
lead-coverage-all = The ministry has a representative in <good>all { $of } provinces</good>.
lead-coverage-not-reported = The documents <gap>do not say</gap> which provinces had a representative on this day.
lead-coverage-not-applicable = On this day the role of Provincial Representative does not exist yet.
lead-groups = Workshops reached <good>{ $n } of { $of } groups</good> in { $phase }.
lead-groups-all = Workshops reached <good>all { $of } groups</good> in { $phase }.
lead-group-held = Its workshop in { $phase } <good>has been held</good>.
lead-group-not-held = Its workshop in { $phase } <gap>has not been held</gap>.
lead-groups-no-denominator = Workshops reached <good>{ $n } groups</good> in { $phase }.
lead-groups-documented = Documents confirm workshops with <good>{ $n ->
    [one] { $n } group
   *[other] { $n } groups
 }</good> in { $phase }.
lead-groups-not-reported = No document on group workshops in { $phase } has been found yet.
lead-missing = <gap>{ $n ->
    [one] { $n } province
   *[other] { $n } provinces
 }</gap> still without one.
lead-never-came = <gap>{ $n ->
    [one] { $n } province was
   *[other] { $n } provinces were
 }</gap> invited and never came.
lead-no-workshop-yet = No workshop has been held by this day.
lead-asof = As of { $date }
lead-denominator = { $n } provinces that existed on that day, Bangkok apart
lead-stand-in = the groups of { $year } stand in, since the members of the earlier 19 groups are not documented
lead-last-record = the last record of this release is of { $date }
lead-total-documented-all = the total of { $n } is documented, but no document lists the provinces: those shown are illustrative
lead-total-documented-documented = the total of { $n } is documented, but no document lists the provinces
