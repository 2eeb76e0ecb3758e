# Sentences of releases and files, spoken by Rust.

release-title-one = Team summary, { $period }
release-title-many = Team summary, { $from } to { $to }
release-tested = Tested against a colleague who knows the team and every earlier summary. Made for { $audience }.
release-audience-internal = the same organisation
release-audience-partner = a partner or the commissioner
release-audience-public = everybody
release-head-team = Team
release-head-period = Period
release-head-advisers = Advisers
release-of = of
release-over = over
release-legend = [c] means hidden for privacy. A dash or an empty cell means that no figure was recorded.
release-made = Made { $day }
release-page = Page
release-page-of = of

release-headline-none = No figure is hidden
release-headline-some = { $hidden } of { $all } figures are hidden

release-reason-few-advisers = Fewer than { $least } advisers are behind it.
release-reason-few-clients = Fewer than { $least } are counted, or are not, beside some adviser’s own.
release-reason-small-denominator = It is out of fewer than { $least }.
release-reason-dominated = One adviser makes up so much of it that a colleague could work it out.
release-reason-same = It says what another hidden figure of this row says.
release-reason-all-or-none = It is none or all, so it would say the same of each adviser.

release-report-title = What was tested
release-report-for = Who it is for
release-report-for-words = Made for { $audience }. Behind every figure stand at least { $advisers } advisers besides any one of them. Whatever is counted, or is not, comes to { $counted } or more without that one. A share or a mean is out of { $base } or more. { $rounded ->
        [yes] Counts are rounded to 5, and rates are made of the rounded counts.
       *[no] The numbers are not rounded.
    }
release-report-smallest = Smallest group
release-report-smallest-words = Behind the printed figure with the fewest advisers stand { $band } of them. Head-counts are shown as bands only.
release-report-time-words = KPIs over working time stand as totals, since the time beside them would tell how many advisers there are.
release-report-hidden = Hidden figures
release-report-hidden-none = None had to be hidden.
release-report-hidden-groups = Too few people: { $few }. Too small a base: { $small }. One person stands out, or all are alike: { $alike }. Repeats a hidden figure: { $same }.
release-report-closest = Closest anyone can get to a hidden figure
release-report-closest-words = No printed figure is a total with a hidden part. A figure that repeats a hidden one is hidden too; what else one KPI says about another was not tested, so a hidden figure may lie between bounds that other figures set.
release-report-earlier = Earlier summaries checked with this one
release-report-earlier-none = None has been made from this vault.
release-report-earlier-some = { $count ->
    [one] One earlier summary was looked at: { $named }. It shares no day with this one.
   *[other] { $count } earlier summaries were looked at: { $named }. None shares a day with this one.
}
release-report-earlier-one = number { $release } of { $day }
release-report-approved = Who approved it
release-report-approved-words = Only the holder of this vault’s passphrase can make a summary. Whoever approves that it goes out signs here, with the day: ____________________
release-report-reader = Reader assumed
release-report-reader-words = A colleague who knows each adviser's team, hours and leave, their own figures, and every earlier summary.
release-report-not-tested = Not tested
release-report-not-tested-words = What KPIs that depend on each other say together, such as interviews and job starts. What a reader could learn from outside this team. Inside your organisation the figures may still be personal data.
release-report-solver = How it was proved
release-report-solver-words = Every cell was judged by itself: its count, what is left of it, and what it is out of. The table has no totals, so no cell is the sum or the difference of others.
release-report-left-out = Left out
release-report-left-out-words = { $kpis }: no sum can be made of these KPIs.

release-small-teams = { $count ->
    [one] { $teams } is left out: fewer than { $least } of its advisers have figures in these periods.
   *[other] { $teams } are left out: in each, fewer than { $least } advisers have figures in these periods.
}
release-small-teams-hint = { $count ->
    [one] To summarise it, put it together with another team first; once a summary has gone out, its periods are closed.
   *[other] To summarise them, put them together with another team first; once a summary has gone out, its periods are closed.
}
release-report-left-out-teams = Teams too small for these rules are not in this summary.
release-refused-small = No team has { $least } advisers or more with figures in these periods.
release-refused-small-hint = More periods do not help, since every row must hold that many. Wait until a team is larger, or put teams together.
release-refused-nothing = Every figure would have to be hidden.
release-refused-nothing-hint = Choose quarters instead of months.
release-refused-overlap = { $periods } went out before, in summary { $releases }. The difference of the two could give a person away.
release-refused-overlap-hint = Choose only periods that have not gone out yet. The very same summary may be written again.
release-refused-old = { $periods } is older than the register of summaries reaches.
release-refused-old-hint = Choose periods of the last 36 months.
release-refused-empty = There is no figure in these periods to summarise.
release-refused-empty-hint = Choose periods with figures, or other KPIs.
release-report-left-out-open = { $kpis }: not final in these periods yet.
release-report-left-out-redefined = { $kpis }: the definition changed within these periods.
release-report-left-out-longer = { $kpis }: reported for longer periods than these.
release-report-again = Went out before
release-report-again-words = This is summary { $release } again, with the figures it went out with.
release-report-hidden-before = { $count ->
    [one] One figure is hidden, as when this summary first went out.
   *[other] { $count } figures are hidden, as when this summary first went out.
}
release-reason-as-before = It was hidden when this summary first went out.

release-refused-window = { $month } is not final before { $day }: { $kpis }.
release-refused-window-hint = Leave it out, or wait until { $day }.
release-refused-provisional = { $month } is provisional: { $kpis }.
release-refused-provisional-hint = Leave it out, or confirm the figures under Enter data.
release-refused-disputed = { $month } has disputed figures: { $kpis }.
release-refused-disputed-hint = Leave it out, or settle the dispute first.
release-refused-redefined = The definition changed on { $day }: { $kpis }. Figures before and after cannot be added up.
release-refused-redefined-hint = Leave it out, or choose periods on one side of { $day }.
release-refused-longer = These are reported for longer periods than a month: { $kpis }.
release-refused-longer-hint = Leave them out, or choose quarters.
release-open-redefined = The definition changed on { $day }.
release-open-longer = It is reported for longer periods.
release-open-window = { $month } is not final before { $day }.
release-open-provisional = { $month } is provisional until its figures are confirmed.
release-open-disputed = { $month } has disputed figures.
release-refused-team-name = The team’s name “{ $label }” could say who somebody is.
release-refused-team-name-hint = Rename the team under Team before a summary goes out.
release-refused-kpi-name = The name, code or unit of the KPI “{ $label }” could say who somebody is.
release-refused-kpi-name-hint = Rename the KPI before a summary goes out, or leave it out.

release-entry-one = { $period }, { $kpis ->
        [one] 1 KPI
       *[other] { $kpis } KPIs
    }
release-entry-many = { $from } to { $to }, { $kpis ->
        [one] 1 KPI
       *[other] { $kpis } KPIs
    }
