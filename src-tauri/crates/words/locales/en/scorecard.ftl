# Labels of an adviser’s scorecard and of the page of one chart. What figures show is worded by Rust.

scorecard-title = Scorecard
scorecard-advisers = Advisers
scorecard-details = Details
scorecard-pdf = Scorecard PDF
scorecard-other-files = Other files
scorecard-xlsx = Spreadsheet (XLSX)
scorecard-json = JSON
scorecard-do-pdf = Scorecard PDF for { $alias }
scorecard-do-xlsx = Scorecard spreadsheet for { $alias }
scorecard-do-json = Scorecard JSON for { $alias }
scorecard-changed = Changed
scorecard-not-changed = Not changed
scorecard-not-known = Not known
scorecard-changed-none = Nothing has changed clearly.
scorecard-in-short = In short

scorecard-block-leading = Leading
scorecard-block-leading-remark = activity that comes before a result
scorecard-block-lagging = Lagging
scorecard-block-lagging-remark = results that come after
scorecard-block-quality = Quality and voice
scorecard-block-quality-remark = samples and replies: what the share could be
scorecard-block-context = Context
scorecard-block-context-remark = never judged
scorecard-kpi = KPI
scorecard-now = Now
scorecard-range = Usual range
scorecard-could-be = Could be
scorecard-change = Change
scorecard-target = Against target
scorecard-periods = 24 periods
scorecard-more = More
scorecard-interval = could be { $interval }
scorecard-usual = usual: { $range }
scorecard-up = up
scorecard-down = down
scorecard-chart = Chart
scorecard-chart-of = , { $kpi }
scorecard-working = Working
scorecard-working-of = , how { $kpi } was worked out

scorecard-empty = Nothing is on this scorecard yet. It needs a KPI in use and a figure.
scorecard-empty-figures = Enter figures
scorecard-empty-kpis = Choose KPIs
