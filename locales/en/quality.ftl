# Data quality: the matrix of completeness
quality-matrix-title = { $name }: { $pct }% of the expected cells are filled, the least of all
quality-matrix-title-complete = Every expected cell is filled
quality-matrix-title-none = There are no rows to judge
quality-matrix-subtitle = Filled cells in a hundred expected ones, by fiscal year (rounded down: 100 means all)
quality-matrix-alt = { $name } { $filled } of { $wanted } cells
quality-undated = No year
quality-undated-short = ?
quality-place-ungrouped = In no province group
quality-place-placeless = No province stated
quality-column-table = Table
quality-column-group = Province group
quality-class-complete = Every cell filled
quality-class-mostly = 90% and more
quality-class-partly = 50–89%
quality-class-poorly = Below 50%
quality-class-nothing-wanted = No cell to fill
quality-class-no-rows = No rows
