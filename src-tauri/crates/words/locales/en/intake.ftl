# Labels of the import wizard and of past imports.

intake-breadcrumb = Import
intake-file-line = { $name } · { $sheet ->
        [none] { "" }
       *[other] { $sheet } ·
    } { $rows ->
        [one] 1 row
       *[other] { $rows } rows
    }
intake-steps = Steps of the import
intake-step-file = File
intake-step-columns = Columns
intake-step-people = Dates and people
intake-step-refused = Refused at the door
intake-step-check = Check
intake-foot = Going on
intake-nothing-stored = Nothing has been stored yet
intake-go-on = Go on
intake-go-on-without = Go on without these columns
intake-import = { $count ->
        [one] Import 1 row
       *[other] Import { $count } rows
    }
intake-import-totals = Import the totals
intake-stage-reading = { $total ->
        [0] Reading the file
       *[other] Reading rows: { $done } of { $total }
    }
intake-stage-checking = { $total ->
        [0] Checking the rows
       *[other] Checking rows: { $done } of { $total }
    }
intake-stage-writing = { $total ->
        [0] Writing into the vault
       *[other] Writing rows: { $done } of { $total }
    }
intake-called-off = Cancelled. The vault is as it was before.
intake-saved-as = Saved as { $name }.

intake-title-file = Import a spreadsheet
intake-title-columns = What each column means
intake-title-dates = Which way round are the dates?
intake-title-people = { $count ->
        [0] Dates and people are clear
        [one] One thing in the file is new
       *[other] { $count } things in the file are new
    }
intake-title-refused = { $count ->
        [0] Every column can be read
        [one] One column will not be read
        [2] Two columns will not be read
        [3] Three columns will not be read
        [4] Four columns will not be read
       *[other] { $count } columns will not be read
    }
intake-title-check = { $accepted } of { $rows } rows can be read
intake-title-done = { $count ->
        [one] 1 figure is in
       *[other] { $count } figures are in
    }
intake-title-roster-done = { $count ->
        [one] 1 adviser is in
       *[other] { $count } advisers are in
    }

intake-file-words = A table as CSV, XLSX or ODS. It is looked through on this computer, and you see everything before it is stored.
intake-choose = Choose a file…
intake-choose-other = Choose another file…
intake-drop = or drop it on this window
intake-lack-file = Choose a file first.
intake-remembered = Read as last time, since the headings are the same. Look it over all the same.
intake-kind = The file holds
intake-kind-figures = Figures
intake-kind-figures-words = Numbers of KPIs by adviser and period.
intake-kind-roster = The roster
intake-kind-roster-words = Your advisers: aliases, sites, first and last days, hours.
intake-sheet = Sheet
intake-file-counts = { $rows ->
        [one] 1 row
       *[other] { $rows } rows
    }, { $columns ->
        [one] 1 column
       *[other] { $columns } columns
    }. { $totals ->
        [0] { "" }
        [one] One total row is left out.
       *[other] { $totals } total rows are left out.
    }
intake-formulas = { $count ->
        [one] In 1 cell with a formula its last result is read.
       *[other] In { $count } cells with formulas their last results are read.
    }
intake-layouts = What a file may look like
intake-layouts-remark = headings in any order; capitals and spaces do not matter
intake-layout-wide = A column for each KPI
intake-layout-wide-words = Adviser, period, then one column for each KPI, or two: “Attended num” and “Attended den”.
intake-layout-long = A row for each figure
intake-layout-long-words = Adviser, period, KPI, numerator and, where there is one, denominator.
intake-layout-roster = The roster
intake-layout-roster-words = Adviser and, if you like, name, site, grade, band, team, started, left and FTE.
intake-template-figures = Save a template for figures…
intake-template-roster = Save a template for the roster…

intake-columns-words = The meaning of each column was guessed from its heading and its cells. Change what is wrong, or leave a column out.
intake-column-means = Meaning of { $heading }
intake-column-refused = Its values are not shown.
intake-column-not-read = Refused at the door
intake-column-empty = No samples
intake-group-rows = Rows
intake-group-kpis = A column for each KPI
intake-group-each = A row for each figure
intake-group-roster = Roster
intake-meaning-leave-out = Leave out
intake-meaning-adviser = Adviser
intake-meaning-period = Period
intake-meaning-kpi = KPI
intake-meaning-numerator = Number counted
intake-meaning-denominator = Out of how many
intake-meaning-exposure = Days, months or caseload it is divided by
intake-meaning-note = Note
intake-meaning-name = Name
intake-meaning-site = Site
intake-meaning-grade = Grade
intake-meaning-band = Caseload band
intake-meaning-team = Team
intake-meaning-started = First day
intake-meaning-left = Last day
intake-meaning-fte = Share of full time
intake-meaning-of-kpi = { $name }: { $words }
intake-meaning-new-numerator = { $name } (new): number counted
intake-meaning-new-denominator = { $name } (new): out of how many

intake-lack-dates = Say which way round the dates are.
intake-dates-question = Both ways fit every date in this column
intake-dates-why = A guess could put a figure into the wrong month without a word, so you decide. It holds for the whole column.
intake-dates-day-first = Day first
intake-dates-month-first = Month first
intake-dates-example = { $text } is { $words }
intake-dates-read = Dates are read { $dates }.
intake-grain = Each date stands for
intake-grain-hint = A report of a month is often dated by its first or its last day.
intake-grain-day = the day itself
intake-grain-week = its week
intake-grain-month = its month
intake-grain-quarter = its quarter
intake-people-clear = Every adviser and every KPI in the file is known.
intake-new-advisers = { $count ->
        [one] One name is no alias on the roster
       *[other] { $count } names are no alias on the roster
    }
intake-new-advisers-remark = check the spelling before you add anybody
intake-adviser-take = { $name } is
intake-adviser-as-new = somebody new
intake-keep-names = Put these names on the roster, where none is kept yet
intake-keep-names-hint = The next file with them is then matched by itself. Each name is sealed under that person’s own key.
intake-add-advisers = { $count ->
        [one] Add this adviser to the roster
       *[other] Add these { $count } advisers to the roster
    }
intake-add-advisers-hint = Otherwise their rows are left out.
intake-new-kpis = { $count ->
        [one] One KPI is not known
       *[other] { $count } KPIs are not known
    }
intake-new-kpis-remark = a new one starts without history
intake-kpi-seems = It seems to be { $kind ->
        [proportion] a share
        [score_share] a share of points
        [count] a count
        [rate] a rate
       *[value] a value
    }.
intake-kpi-take = { $name } is
intake-kpi-as-new = a new KPI
intake-kpi-library = { $name } of the library
intake-kpi-as = the same as { $name }
intake-add-kpis = Add the new KPIs
intake-add-kpis-hint = Otherwise their figures are left out.

intake-refused-words = Plumbline keeps counts of { $word ->
        [participant] participants
       *[client] clients
    } and nothing that says who they are. These columns stopped here. Their values were not kept, and will not be shown again.
intake-refused-none = Plumbline keeps counts of { $word ->
        [participant] participants
       *[client] clients
    } and nothing that says who they are. No column of this file looks like it does.
intake-refused-table = Columns refused at the door
intake-refused-column = Column
intake-refused-heading = Heading
intake-refused-looks = Looks like
intake-refused-cells = Cells
intake-refused-pattern = Pattern seen
intake-refused-what = What happens
intake-refused-never = Never read. This cannot be changed.
intake-refused-read = Read it all the same
intake-refused-read-hint = Only if it says nothing about a person served.
intake-refused-legend = The pattern shows the kind of character only: A and a are letters, 9 is a digit.
intake-cells-of = { $cells } of { $of }
intake-read = What will be read
intake-read-columns = Columns
intake-read-columns-words = { $read } of { $all }: { $names }
intake-read-dates = Dates
intake-read-dates-open = not answered yet
intake-read-rows = Rows
intake-read-rows-words = { $rows }{ $totals ->
        [0] { "" }
        [one] , and a total row that is left out
       *[other] , and { $totals } total rows that are left out
    }

intake-check-words = This is what the import would do. You can take it out again for 12 months.
intake-count-new = { $count ->
        [one] new figure
       *[other] new figures
    }
intake-count-new-words = They are stored.
intake-count-same = { $count ->
        [one] figure as stored
       *[other] figures as stored
    }
intake-count-same-words = Nothing changes.
intake-count-changed = { $count ->
        [one] changed figure
       *[other] changed figures
    }
intake-count-changed-words = The new value counts. The old one is kept beside it.
intake-count-expired = { $count ->
        [one] row too old to keep
       *[other] rows too old to keep
    }
intake-count-expired-words = Figures this old are no longer kept. They are left out.
intake-count-totals = { $count ->
        [one] total row
       *[other] total rows
    }
intake-count-totals-words = Recognised and left out, so that nothing is counted twice.
intake-count-formulas = { $count ->
        [one] cell with a formula
       *[other] cells with formulas
    }
intake-count-formulas-words = Their last results are read.
intake-count-people = { $count ->
        [one] new adviser
       *[other] new advisers
    }
intake-count-people-words = They are added.
intake-count-people-same = { $count ->
        [one] adviser as known
       *[other] advisers as known
    }
intake-count-people-same-words = Nothing changes.
intake-count-people-changed = { $count ->
        [one] adviser with changes
       *[other] advisers with changes
    }
intake-count-people-changed-words = Another team, site, grade, band or FTE begins today. What held before stays.
intake-keep-totals = Keep the team's totals of these months
intake-keep-totals-hint = { $count ->
        [one] For one month of a KPI, at least 5 advisers stand behind the rows too old to keep.
       *[other] For { $count } months of a KPI, at least 5 advisers stand behind the rows too old to keep.
    } Only what they add up to is stored, and how many advisers they were. Nobody can be seen in it.
intake-rejected = { $count ->
        [one] One row will be left out
       *[other] { $count } rows will be left out
    }
intake-rejected-remark = { $accepted } of { $rows } rows can be read. Put these right in the file and import it again.
intake-rejected-row = Row
intake-rejected-column = Column
intake-rejected-value = Value
intake-rejected-why = Why
intake-rejected-more = The first { $shown } are shown. The list holds all of them.
intake-save-list = Save the list…

intake-done-rows = { $accepted ->
        [one] 1 row was read.
       *[other] { $accepted } rows were read.
    }
intake-done-changed = { $count ->
        [one] 1 figure replaced an older one.
       *[other] { $count } figures replaced older ones.
    }
intake-done-rejected = { $count ->
        [one] 1 row was left out.
       *[other] { $count } rows were left out.
    }
intake-done-totals = { $count ->
        [one] 1 total of the team is kept.
       *[other] { $count } totals of the team are kept.
    }
intake-done-undo = If this was the wrong file, take the import out: everything it brought goes again.
intake-see-overview = See the overview
intake-see-team = See your team
intake-again = Import another file
intake-take-out = Take this import out
intake-undone = { $count ->
        [one] 1 figure was taken out again.
       *[other] { $count } figures were taken out again.
    }
intake-undone-kept = Changed since, so they stay: { $kept }.

intake-past = Past imports
intake-past-words = Each import can be taken out as a whole for 12 months.
intake-batch-when = When
intake-batch-kind = What
intake-batch-accepted = Rows read
intake-batch-rejected = Left out
intake-batch-state = State
intake-batch-act = What you can do
intake-batch-at = { $day }, { $time }
intake-batch-of = the import of { $at }
intake-batch-in = In the vault
intake-batch-undone = Taken out again
intake-batch-old = More than 12 months ago
intake-batch-take-out = Take out
intake-take-out-question = Take this import out?
intake-take-out-effect = { $count ->
        [one] Everything this import brought goes again: 1 row. What was changed since stays, and is named.
       *[other] Everything this import brought goes again: { $count } rows. What was changed since stays, and is named.
    }
intake-leave-in = Leave it in
intake-none = No file has been imported yet.
intake-none-will = What will be here
intake-none-list = Each import
intake-none-list-words = When it was, how many rows were read and how many were left out.
intake-none-out = Taking it out
intake-none-out-words = A wrong file goes again as a whole, for 12 months.
intake-none-kept = What you changed since
intake-none-kept-words = It stays, and is named.
