# The page that compares

filter-areas = Compare (2 to 4 areas)
filter-areas-all = Choose provinces or groups
filter-asof2 = With another day
filter-asof2-all = One day only
compare-absent = { $name } (not on this day)
compare-country = Whole country
compare-choose = Choose <good>two to four areas</good>, or one area on <good>two days</good>, to compare them
compare-choose-below = Groups of different size are compared by rates per province, always shown beside the counts
compare-try = Examples to open right away
compare-try-north-east = Lower Northeastern 1 and 2 at the end of phase 2
compare-try-north = Upper Northern 1 and 2 at the end of phase 3
compare-try-dates = The whole country when the role began and at the end of phase 3
compare-try-south = Pattani, Yala and Narathiwat

compare-lead = { $scope }The largest difference is in { $measure }: { $high } <good>{ $high-value }</good>, { $low } <gap>{ $low-value }</gap>
compare-scope = { $name }: { " " }
compare-lead-same = { $scope }<good>No difference</good> in what is reported
compare-lead-not-comparable = { $scope }<gap>Nothing can be compared yet</gap>: no measure is reported for two of the sides
compare-below-day = As of { $date }
compare-below-rates = Rates are per province that existed on that day, Bangkok apart but for projects and money
compare-below-order = The largest difference is the one that is largest against how much areas usually differ
compare-below-sample = The numbers compared are illustrative
compare-one-date = A second day is for one area; with several areas one day is compared
compare-at-most = At most 4 areas are compared: the first 4 are shown
compare-side-absent = There is no { $name } on { $date }, so it cannot be compared

compare-table = All measures
compare-table-sub = Counts above, rates below, bars as long as the rate; differences are to { $first }
compare-csv = Download the table (CSV)
compare-column-side = Side
compare-column-count = Count
compare-column-rate = Rate
compare-column-difference = Difference to the first
compare-provinces = { $n } of { $of } provinces
compare-per-province = { $amount } per province
compare-points = { $n } percentage points
compare-no-difference = the same
compare-yes-coverage = Has a representative
compare-no-coverage = No representative yet
compare-yes-attendance = Has taken part
compare-no-attendance = Has not taken part yet
compare-yes-plan = Plan approved
compare-no-plan = Plan not approved yet

compare-maps-title = { $measure }: { $sides }
compare-maps-subtitle = All maps share their colours, and their scale where the areas are of one level
compare-time-title = { $sides } from the beginning to the end of phase 3
compare-time-subtitle = Rates at the end of each fiscal year; dotted lines are the days compared; a break in a line is a time without reports
compare-short-coverage = Representative
compare-short-attendance = Took part in a workshop
compare-short-workshops = Workshops attended
compare-short-plan = Plan approved
compare-short-projects = Projects running
compare-short-allocated = Budget allocated
compare-short-disbursed = Disbursed
compare-unit-coverage = % of provinces
compare-unit-attendance = % of provinces
compare-unit-workshops = per province
compare-unit-plan = % of provinces
compare-unit-projects = per province
compare-unit-allocated = million baht per province
compare-unit-disbursed = million baht per province
compare-on = on { $date }
compare-by-provinces = { $n ->
    [one] { $signed } province
   *[other] { $signed } provinces
}
compare-measure-workshops = Workshop attendances, counted by province
compare-count-unit-workshops = attendances
compare-example = An example: { $names } on { $date }
compare-example-sub = Choose areas above to compare others
