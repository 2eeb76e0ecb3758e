# What scorecards say, spoken by Rust. A verb is in the past tense where a KPI's name may be one or many.

overview-verdict-quiet = No KPI line has a signal at the end of { $month }. What moved is usual variation, or too early to tell.
overview-verdict-late = { $late ->
        [0] Every figure that is due is in.
        [one] One figure is late or missing.
       *[other] { $late } figures are late or missing.
    }
overview-verdict-signals = { $count ->
        [one] One KPI line has a signal at the end of { $month }. Everything else that is in is usual variation, or too early to tell.
       *[other] { $count } KPI lines have a signal at the end of { $month }. Everything else that is in is usual variation, or too early to tell.
    }
overview-nothing = There are no figures to look at yet.
overview-complete = Everything due for { $month } is in.
overview-late = { $late ->
        [one] 1 of { $cells } figures is late or missing for { $month }. Everything else is in.
       *[other] { $late } of { $cells } figures are late or missing for { $month }. Everything else is in.
    }
overview-left = Left { $left }. Figures are due for deletion by { $until }.
overview-quiet-none = There are no KPI lines to read yet.
overview-quiet = { $quiet } of { $all } KPI lines show no clear change.
overview-quiet-few = { $count ->
        [one] 1 has too few figures to judge.
       *[other] { $count } have too few figures to judge.
    }
overview-quiet-signals = { $count ->
        [one] 1 has a signal on the adviser’s own page, where it means look and ask.
       *[other] { $count } have a signal on the adviser’s own page, where it means look and ask.
    }
overview-cell = { $value }, usual range { $range }
overview-cell-other = { $value }, { $range }
overview-cell-few = { $value }, too few to judge
overview-cell-few-open = too few to judge
overview-cell-late = no figures { $period }
overview-cell-none = no figures
overview-under-both = a { $grain }, or { $unit } where time changed

need-recovery-check = The code was last typed on { $day }. Do you still have it?
need-recovery = The recovery code was never confirmed
need-all = No figures { $period } yet
need-adviser = No figures for { $count } KPIs { $period }
need-advisers = No figures for { $kpi } { $period } from { $count } advisers
need-figure = No figures for { $kpi } { $period }

card-since = Adviser since { $day }
card-left = left { $day }
card-share = { $share } full-time
card-band = band { $band } caseload

unit-a-period = a { $grain }
unit-per-period = Per { $grain }
unit-throughout = { $time } { $unit } throughout

row-last-figure = last figure { $period }
row-no-figure = nothing recorded yet
value-few-replies = Fewer than 5 replies

list-and = { $before } and { $last }
list-more = { $before } and { $more } more

changed-nothing = No KPI has moved beyond its usual variation.
changed-run-low = { $name }: below { $alias }’s average since { $since }. This is unlikely to be chance.
changed-run-high = { $name }: above { $alias }’s average since { $since }. This is unlikely to be chance.
changed-below = { $name }: below { $alias }’s usual range { $period }. This is unlikely to be chance.
changed-above = { $name }: above { $alias }’s usual range { $period }. This is unlikely to be chance.
changed-trend-low = { $name }: falling one after another since { $since }. This is unlikely to be chance.
changed-trend-high = { $name }: rising one after another since { $since }. This is unlikely to be chance.
changed-near-low = { $name }: at the lower edge of { $alias }’s usual range since { $since }. This is unlikely to be chance.
changed-near-high = { $name }: at the upper edge of { $alias }’s usual range since { $since }. This is unlikely to be chance.

not-changed-none = No KPI has enough figures to say that it is unchanged.
not-changed = { $count ->
        [one] One KPI shows no clear change: { $name }.
       *[other] { $count } KPIs show no clear change, among them { $name }.
    }

not-known-nothing = Every KPI has enough figures to be read.
not-known-late = The latest figures are missing for { $names }.
not-known-few = There are too few figures to judge { $names }.
not-known-rare = There is too little in a single period to judge { $names }.
not-known-blind = The numbers are too small for any fall to show in { $names }.

term-counted = Counted
term-left-out = Left out
term-periods = Periods
term-range = Range now
term-fixed = Fixed on
term-before = Before
term-signals = Signals
term-interval = Could be
term-target = Target
term-chance = By chance
term-unseen = Not to be seen
term-sooner = Look sooner
term-rules = Rule set
term-definition = Definition
term-import = Last import

worked-head = How this was worked out: { $name }
worked-out-of = { $numerator }, out of { $denominator }
worked-per = { $numerator }, divided by { $denominator }
worked-constant = { $numerator }; with { $time } { $denominator } in every { $grain }, counts can be compared as they are
worked-periods = { $closed } closed, { $missing } missing, { $open } open ({ $unit })
worked-periods-disputed = { $closed } closed, { $missing } missing, { $open } open, { $disputed } disputed ({ $unit })
worked-few = none yet: { $recorded } of the { $needed } { $unit }s it needs
worked-flat = none: each of { $recorded } { $unit }s was { $value }
worked-flat-until = none: each of { $recorded } { $unit }s until { $period } was { $value }
worked-rare = none: too rare for single { $unit }s
worked-xmr = average { $centre }; mean moving range { $spread }; 2.66 × { $spread } = { $reach }; so { $low } to { $high }
worked-xmr-from-zero = average { $centre }; mean moving range { $spread }; 2.66 × { $spread } = { $reach }; so { $low } to { $high }, drawn from 0
worked-exact-share = average { $centre }; exact limits (binomial, mid-P), at { $typical } a time { $range }
worked-exact-count = average { $centre }; exact limits (Poisson, mid-P) { $range }
worked-exact-rate = average { $centre }; exact limits (Poisson, mid-P), at { $typical } a time { $range }
worked-prime = average { $centre }; figures vary { $spread } times as much as chance gives, so limits are as much wider: { $range }
worked-fixed = { $first } to { $last }, { $periods }; later ones are judged, not absorbed
worked-fixed-by-hand = { $first } to { $last }, { $periods }, set by hand; later ones are judged, not absorbed
worked-trial = { $first } to { $last }, { $periods }; worked out again with each { $grain } until there are { $baseline }
worked-before = { $range }, average { $centre }, { $periods }
worked-began = new range { $from }: { $reason }
worked-redefined = new definition { $from }, version { $version }
worked-outside = outside: { $count }
worked-trend = trend of { $run } or more: { $count }
worked-two-of-three = two of three: { $count }
worked-run = run of { $run } or more: { $count }
worked-interval = { $out } could be { $range } (Wilson, 95 %)
worked-target-up = { $target } or more: expect it in about { $months } { $unit }s of 12, if nothing changes
worked-target-down = { $target } or fewer: expect it in about { $months } { $unit }s of 12, if nothing changes
worked-chance-low = { $count } or fewer comes about 1 { $unit } in { $one }; in a team of { $advisers }, somebody has it in { $share } of { $unit }s
worked-chance-high = { $count } or more comes about 1 { $unit } in { $one }; in a team of { $advisers }, somebody has it in { $share } of { $unit }s
worked-chance-low-alone = { $count } or fewer comes about 1 { $unit } in { $one }
worked-chance-high-alone = { $count } or more comes about 1 { $unit } in { $one }
worked-unseen = To see a fall from { $before } to { $after } takes about { $periods } { $unit }s before it and as many after.
worked-sooner = A change may show sooner in { $names }.
worked-definition = { $code }, version { $version }
worked-definition-from = { $code }, version { $version }, from { $from }
worked-no-import = none; figures were typed in

chart-xmr = XmR chart
chart-p = p chart with exact limits
chart-c = c chart with exact limits
chart-u = u chart with exact limits
chart-p-prime = p′ chart (Laney)
chart-u-prime = u′ chart (Laney)
chart-none = no chart yet
chart-rare = too rare for a chart of this period

error-phase-unconfirmed = A new range begins only when its cause is known and lasting.
error-phase-unconfirmed-hint = Confirm all three points, or leave the range as it is.
error-phase-period = A new range cannot begin at that period.
error-phase-period-hint = Choose a period of this chart after its first one.
error-baseline-points = A baseline set by hand has { $least } figures or more, in a phase of 13 or more. There are { $recorded }.
error-baseline-points-hint = Wait for more figures, or choose another number.

error-scorecard-csv = A scorecard is not written as CSV.
error-scorecard-csv-hint = Choose PDF, a workbook or JSON.

page-language = en-GB
page-card-title = { $alias }: scorecard for { $month }
page-card-running = Adviser scorecard · { $alias }
page-team-title = Team report for { $month }
page-team-running = Team report
page-rules = rule set { $rules }
page-made = Made { $day } · vault { $vault }
page-motto = A signal means look and ask. It decides nothing.
page-page = Page
page-of = of
page-sample = SAMPLE: made-up figures
page-own-words = What { $alias } says about this

point-changed = Changed
point-not-changed = Not changed
point-not-known = Not known
point-figures = Figures

block-leading = Leading
block-lagging = Lagging
block-quality = Quality and voice
block-context = Context

head-kpi = KPI
head-adviser = Adviser
head-now = Now
head-out-of = Out of
head-counted = Counted
head-period = Period, if not this month
head-range = Usual range
head-could-be = 95 % interval
head-change = Change
head-note = To note
head-target = Against target
head-spark = 24 periods
