# Dates and lengths of time, spoken by Rust.

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec

date-full = { $day } { $month } { $year }
date-without-year = { $day } { $month }
date-month = { $month } { $year }
date-week = Week of { $day }
date-quarter = { $from } to { $to } { $year }

count-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
count-weeks = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
}
count-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
count-quarters = { $count ->
    [one] { $count } quarter
   *[other] { $count } quarters
}
