# What the import says, spoken by Rust: why columns and rows are turned away, and what keeps it from starting.

intake-refused-nino = National Insurance numbers
intake-refused-nhs-number = NHS numbers
intake-refused-email = E-mail addresses
intake-refused-phone = Telephone numbers
intake-refused-postcode = Postcodes or addresses
intake-refused-birth-date = Dates of birth
intake-refused-name-like = Names or numbers of clients

intake-reason-missing-adviser = No adviser is named.
intake-reason-missing-period = No period is given.
intake-reason-missing-kpi = No KPI is named.
intake-reason-missing-value = No number is given.
intake-reason-bad-date = There is no such date.
intake-reason-ambiguous-date = This date can be read in two ways.
intake-reason-other-grain = A period of this length does not fit the column or the KPI.
intake-reason-not-a-number = This is not a number.
intake-reason-ambiguous-number = The comma or point in this number can be read in two ways.
intake-reason-other-mark = The comma or point in this number does not fit the other numbers of the file.
intake-reason-off-scale = The mean is not on the scale of this KPI.
intake-reason-looks-like-mean = This looks like a mean. Give the sum of the scores, or type the mean in the entry grid.
intake-reason-negative = A figure cannot be below zero.
intake-reason-too-large-number = The number is too large to be right.
intake-reason-bare-percentage = A per cent needs both numbers it comes from.
intake-reason-identifier = A cell looks like an identifier of a person.
intake-reason-duplicate = The same adviser, period and KPI came before.
intake-reason-extra-cells = The row has more cells than there are headings.
intake-reason-bad-text = The text is too long or holds a character that cannot be kept.
intake-reason-merged-cell = A number in a merged cell may belong to several rows.
intake-reason-error-cell = The formula gave an error.
intake-reason-numerator-above-denominator = The number counted is larger than what it is out of.
intake-reason-out-of-nothing = Something cannot be counted out of nothing.
intake-reason-missing-denominator = The number it is out of is missing.
intake-reason-not-whole = Only whole numbers can be counted here.
intake-reason-unknown-adviser = This adviser is not on the roster.
intake-reason-unknown-kpi = This KPI is not known.
intake-reason-before-joining = The adviser had not joined yet.
intake-reason-after-leaving = The adviser had left.
intake-reason-future = The period has not begun.
intake-reason-expired = Figures this old are no longer kept.
intake-reason-backwards = The last day is before the first.

intake-decimal-commas = { $format }, decimals with a comma
intake-day-first = day first
intake-month-first = month first
intake-dates-plain = each date can be read in one way only
intake-dates-chosen = { $order }, as you chose
intake-dates-proved = { $order }, proved by { $text } in row { $row }

intake-missing-adviser = Say which column holds the adviser.
intake-missing-period = Say which column holds the period.
intake-missing-kpi = Say which columns hold a KPI and its numbers.
intake-blocked-dates = Say in which order the dates are written.
intake-blocked-nothing = No row can come in as things stand.

intake-nothing = No row of this file can come in.
intake-nothing-hint = Look at the reasons in the check, or save the rows turned away and put them right.
intake-no-rejects = No row of this file is turned away.
intake-too-late = This import can no longer be taken out.
intake-too-late-hint = Imports can be taken out for 12 months.
intake-mapping-form = The saved mapping cannot be read.
intake-mapping-form-hint = It is JSON with the keys kind, sheet, date_order, columns and kpis, all of them optional.

intake-kept-person = { $adviser }: changed again since, so left as it is now
intake-kept-old = { $count ->
        [one] What the import changed about one adviser stays: it is more than 30 days ago.
       *[other] What the import changed about { $count } advisers stays: it is more than 30 days ago.
    }
intake-kept = { $adviser }, { $kpi }, { $period }
intake-kept-more = { $count ->
        [one] and 1 more figure
       *[other] and { $count } more figures
    }

intake-rejects-name = plumbline-rejects-{ $day }.csv
intake-template-figures = Figures to fill in.csv
intake-template-roster = Team to fill in.csv

intake-kpi-out-of = the number it is out of
intake-kpi-readings = readings
intake-kpi-purpose = Came in with a spreadsheet. Write down what it is kept for.
intake-kpi-less-intrusive = Came in with a spreadsheet. Write down what was considered instead.
