# What charts and readings say, spoken by Rust. A verb is in the past tense where a KPI's name may be one or many.

out-of = { $part } of { $whole }
out-of-readings = { $count ->
        [one] one reading
       *[other] mean of { $count }
    }
out-of-days = { $part } in { $whole } working days
out-of-months = { $part } in { $whole } full-time months
out-of-caseload = { $part } over a caseload of { $whole }
out-of-contacts = { $part } in { $whole } contacts
range-none = no range yet
range-rare = no range, too rare
range-always = always { $value }
range-until = { $value } until { $period }
range-usual = usual range
range-trial = trial range
range-any = any figure is usual
range-at-least = { $low } or more
range-at-most = { $high } or less

in-day = on { $period }
in-week = in the week of { $period }
in-month = in { $period }
in-quarter = in { $period }

grain-day = day
grain-week = week
grain-month = month
grain-quarter = quarter

status-better = Better
status-worse = Worse
status-changed = Changed
status-no-clear-change = No clear change
status-too-few = Too few to judge
status-too-rare = Too rare to judge
status-no-figures = No figures
status-for = { $status }, { $periods }

target-reliably-met = Reliably met
target-sometimes-met = Sometimes met
target-reliably-missed = Reliably missed
target-too-few = Too few to judge
target-too-rare = Too rare to judge
target-met-as-it-stands = Met as it stands
target-missed-as-it-stands = Missed as it stands
target-none = No target

finding-outside-low = { $name } fell below { $alias }’s { $kind }
finding-outside-high = { $name } rose above { $alias }’s { $kind }
finding-shift-low = { $name } stayed below { $alias }’s average for { $periods }
finding-shift-high = { $name } stayed above { $alias }’s average for { $periods }
finding-trend-low = { $name } fell over { $periods } running
finding-trend-high = { $name } rose over { $periods } running
finding-near-low = { $name } moved to the lower edge of { $alias }’s { $kind }
finding-near-high = { $name } moved to the upper edge of { $alias }’s { $kind }
finding-no-clear-change = { $name } stayed within { $alias }’s { $kind }
finding-too-few = Too few figures to judge { $inner } yet
finding-too-rare = Too little in a { $grain } to judge { $inner }
finding-no-figures = No figures for { $inner } { $period }
finding-nothing-recorded = No figures for { $inner } yet
finding-same = { $name } did not vary
finding-same-before = { $name } did not vary before
finding-no-range = { $name } showed no clear change

sentence-count = { $alias } had { $value } { $inner } { $period }.
sentence-share = { $name } stood at { $value } { $period } ({ $out }).
sentence-value = { $name } stood at { $value } { $period }.
sentence-run-low = Each of the last { $periods } is below { $alias }’s average of { $centre }.
sentence-run-high = Each of the last { $periods } is above { $alias }’s average of { $centre }.
sentence-below = That is below { $alias }’s { $kind } of { $range }.
sentence-above = That is above { $alias }’s { $kind } of { $range }.
sentence-trend-low = The last { $periods } fell one after another.
sentence-trend-high = The last { $periods } rose one after another.
sentence-near-low = Two of three { $grain }s lie near the lower edge of the { $kind } of { $range }.
sentence-near-high = Two of three { $grain }s lie near the upper edge of the { $kind } of { $range }.
sentence-unlikely = This is unlikely to be chance.
sentence-within = That is within { $alias }’s { $kind } of { $range }.
sentence-earlier = A signal ended { $period }; there is none now.
sentence-chance-low = By chance alone, { $count } or fewer comes about 1 { $grain } in { $one }.
sentence-chance-high = By chance alone, { $count } or more comes about 1 { $grain } in { $one }.
sentence-both-ways = The rules point both ways here, so look at the points themselves.
sentence-points-needed = There are { $recorded } of the { $needed } { $grain }s that a usual range needs.
sentence-no-neighbours = No two { $grain }s in a row have figures, so there is no usual range.
sentence-late = The figure { $period } is not here yet.
sentence-last-known = The last one, { $period }, was { $value }.
sentence-nothing = Nothing is recorded yet.
sentence-always = No variation is recorded: every figure was { $value }.
sentence-always-until = It was always { $value } until { $period }. A new phase may describe it better.
sentence-cannot-be-low = Out of { $count }, even 0 could not be called low.
sentence-cannot-be-high = Out of { $count }, even all of them could not be called high.
sentence-cannot-be-low-count = Even 0 could not be called low.
sentence-cannot-be-low-units = At an exposure of { $count }, even 0 could not be called low.
sentence-cannot-be-high-units = At an exposure of { $count }, no figure could be called high.
sentence-few-replies = There were fewer than five replies { $period }, so the figure is not shown.
sentence-too-rare = These events are too rare for single { $grain }s. A longer period would say more.

point-head = { $period }: { $value }
point-out-of = { $out }.
point-could-be = It could be { $range }.
point-below-limit = Below the lower limit of { $limit }.
point-above-limit = Above the upper limit of { $limit }.
point-run-low = Part of a run below the average.
point-run-high = Part of a run above the average.
point-trend-low = Part of a steady fall.
point-trend-high = Part of a steady rise.
point-near-low = Near the lower limit, like another of its neighbours.
point-near-high = Near the upper limit, like another of its neighbours.
point-within = Within the { $kind } of { $range }.
point-usual = Usual variation.
point-flat = No variation to judge by.
point-open = Still open, not judged.
point-disputed = Disputed, left out until settled.
point-too-few = Too few to judge.
point-too-rare = Too rare to judge by the { $grain }.
point-gap = Nothing recorded.
point-few-replies = Fewer than five replies, so not shown.

axis-quarter = Q{ $number } { $year }

label-upper-limit = { $value } upper limit
label-lower-limit = { $value } lower limit
label-average = { $value } average
label-median = { $value } median
label-target = { $value } target
label-so-far = { $value } so far, open
label-open = { $value }, not judged
label-run-low = { $periods } below
label-run-high = { $periods } above
label-break = New range from { $from }: { $reason }
label-definition = New definition from { $from }
label-bracket = Range fixed on these { $periods }

legend-circle = Circle: usual variation.
legend-circle-few = Circle: recorded, too few to judge.
legend-square = Square: part of a signal for the better.
legend-diamond = Diamond: part of a signal for the worse.
legend-hollow = Hollow: not judged, still open or disputed.

table-caption = { $name }, { $alias }
table-period = Period
table-value = Value
table-out-of = Out of
table-range = Usual range
table-range-trial = Trial range
table-could-be = Could be
table-shows = What it shows
