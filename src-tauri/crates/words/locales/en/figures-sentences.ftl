# Sentences of the entry grid and of undoing, spoken by Rust.

figures-not-a-number = This is not a number.
figures-fraction = A count is a whole number.
figures-negative = A figure cannot be below zero.
figures-too-large = The number is too large to be real.
figures-above = { $part } { $counted } is more than { $whole } { $outof }.
figures-half = Both numbers are needed.
figures-out-of-nothing = Nothing can be counted out of nothing.
figures-second = This KPI has one number only.
figures-off-scale = The scale of this KPI runs from { $lowest } to { $highest }.
figures-closed = Not in the team in this period.
figures-total = Only the team's total of this month is kept.
figures-not-disputed = This figure is not disputed any more.
figures-not-disputed-hint = Load the page again to see how things stand.

figures-query-above = { $value } is far above { $alias }’s usual { $range }.
figures-query-below = { $value } is far below { $alias }’s usual { $range }.
figures-query-same = { $value } is new: it was always { $usual } so far.
figures-query-plain = { $value } was unusual when it was typed.
figures-range = { $low } to { $high }
figures-range-from = { $low } or more
figures-query-early = { $value } was typed before { $period } was over. It may not be all.

undone = Undone: { $what }
redone = Done again: { $what }
undone-some-left = Undone: { $what }. { $left ->
        [one] One part has changed since and was left.
       *[other] { $left } parts have changed since and were left.
    }
redone-some-left = Done again: { $what }. { $left ->
        [one] One part has changed since and was left.
       *[other] { $left } parts have changed since and were left.
    }
undo-all-left = This has changed since, so it was left as it is: { $what }
undo-nothing = There is nothing to undo.
undo-nothing-hint = Changes can be undone for 30 days, the newest first.
redo-nothing = There is nothing to do again.
redo-nothing-hint = A new change, or taking a person or an import out, ends what can be done again.

undo-figure-typed = 1 figure typed
undo-figures-pasted = { $count ->
        [one] 1 figure pasted
       *[other] { $count } figures pasted
    }
undo-figures-cleared = { $count ->
        [one] 1 figure cleared
       *[other] { $count } figures cleared
    }
undo-figure-confirmed = 1 figure confirmed
undo-figure-disputed = 1 figure disputed
undo-figure-settled = 1 dispute settled
undo-adviser-added = adviser added
undo-adviser-amended = adviser amended
undo-team-saved = team saved
undo-kpi-added = KPI added
undo-kpi-amended = KPI amended
undo-kpi-taken = KPI taken into use
undo-kpi-laid-aside = KPI taken out of use
undo-target-set = target set
undo-target-ended = target ended
undo-phase-set = phase set
undo-phase-removed = phase removed
undo-baseline-set = baseline set
undo-baseline-freed = baseline set free
undo-settings-changed = settings changed
undo-imported = { $count ->
        [one] 1 row imported
       *[other] { $count } rows imported
    }
