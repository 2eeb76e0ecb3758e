# Sentences of KPIs and targets, spoken by Rust.

kpis-rate-of-what = A rate needs words for what it is out of.
kpis-rate-of-what-hint = Say what it is divided by, or choose full-time days or months.
kpis-version-from = What is counted changes only from a day on.
kpis-version-from-hint = Say the first day of the new definition. The chart breaks its line there.
kpis-version-future = A new definition cannot start after today.
kpis-version-future-hint = Save it on the day it starts. Until then figures are counted by the old one.
kpis-kind-new = The kind of a KPI cannot change.
kpis-kind-new-hint = Take it out of use and define a new one.
kpis-target-later = A target of this kind begins on that day or later.
kpis-target-later-hint = End that one first, or choose a later first day.
kpis-target-number = This is not a number.
kpis-target-number-hint = Type a level such as 85 or 6.
kpis-target-negative = A target cannot be below zero.
kpis-target-negative-hint = Type a level such as 85 or 6.
kpis-target-large = The number is too large to be real.
kpis-target-large-hint = Check the number.
kpis-target-decimals = The number has more decimals than are kept.
kpis-target-decimals-hint = Round it.
kpis-target-no-share = This KPI is not a share, so its target has no per cent sign.
kpis-target-no-share-hint = Type a level such as 6.
kpis-target-fraction = A share is written in per cent.
kpis-target-fraction-hint = Type 85 for 85 per cent, or 0.5 % if that is what you mean.
