# Labels of the overview. What a month shows is worded by Rust.

overview-title = Overview
overview-needs = Needs you
overview-needs-remark = { $count }, by date
overview-needs-none = Nothing is late or due.
overview-need-no-figures = No figures
overview-need-recovery = Recovery code
overview-need-recovery-check = Recovery code
overview-need-no-figures-act = Enter
overview-need-recovery-act = Make
overview-need-recovery-check-act = Check
overview-quiet-link = What does this mean?
overview-team = Team
overview-team-remark = Sorted by alias. There is no ranking.
overview-team-why = Why
overview-shaded = Shaded: each adviser’s own usual range
overview-pointed = { $alias }, { $kpi }. Usual range: { $range }
overview-show = Show the team as
overview-show-table = Table
overview-show-charts = Small charts
overview-adviser = Adviser
overview-cell-name = { $alias }, { $kpi }: { $spoken }
overview-too-few = Too few
overview-held = See what is held
overview-chart-range = usual range: { $range }
overview-quiet-kpis = { $count ->
        [one] 1 KPI: no clear change
       *[other] { $count } KPIs: no clear change
    }
overview-report = Team report
overview-report-pdf = PDF
overview-report-xlsx = Spreadsheet (XLSX)
overview-report-json = JSON
overview-do-pdf = Team report as PDF
overview-do-xlsx = Team report as spreadsheet
overview-do-json = Team report as JSON

overview-empty = There is nothing to look at yet. Add your team first; the figures can come in any order after that.
overview-add = Add your team
overview-import = Import a spreadsheet…
overview-will-be = What will be here
overview-will-needs = At most seven lines: figures that are late, and what has a date.
overview-will-team = Each adviser with a few KPIs, each beside that adviser’s own usual range. Sorted by alias, never by result.
overview-will-judging = When it starts to judge
overview-will-judging-words = From 13 periods of figures a usual range is drawn as a trial. From 20 it is established, unless Settings ask for more. Until then you see the figures alone.
overview-will-not = What it will not hold
overview-will-not-words = Clients’ names or numbers. Anything about an adviser without a purpose and an end date.
overview-marks = What these mean
overview-no-kpis = No KPI is in use. Choose the few that matter; the library says why each one is kept.
overview-choose-kpis = Choose KPIs
overview-no-figures = There are no figures yet. Type them in, or bring in the spreadsheet you have.
overview-enter = Enter figures
