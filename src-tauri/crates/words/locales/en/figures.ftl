# Labels of the entry grid.

figures-words = { $period } · { $count ->
        [one] 1 adviser
       *[other] { $count } advisers
    } · figures only, never { $word ->
        [participant] participant
       *[client] client
    } details
figures-parts = Enter data
figures-this-period = This period
figures-past-imports = Past imports
figures-paste = Paste from a spreadsheet
figures-import = Import a file…
figures-grain = How often the KPIs are reported
figures-grain-day = Daily
figures-grain-week = Weekly
figures-grain-month = Monthly
figures-grain-quarter = Quarterly

figures-grid = Figures of { $period }
figures-adviser = Adviser
figures-team = Team
figures-line = · { $name } · { $words }
figures-cell-closed = not in the team
figures-cell-half = half of a pair, not saved
figures-cell-refused = not saved
figures-cell-queried = is this right?
figures-cell-missing = no figure
figures-cell-disputed = disputed
figures-cell-corrected = corrected
figures-cell-provisional = provisional
figures-state-closed = Not in the team in this period.
figures-state-half = Half of a pair. It is saved once the other number is there.
figures-state-refused = Not saved.
figures-state-empty = No figure. A nought has to be typed; empty is not nought.
figures-state-ok = As reported.
figures-state-provisional = Provisional while the period or its outcomes are open.
figures-state-disputed = Disputed. It is left out of signals until settled.
figures-state-corrected = Corrected.
figures-was = It was { $value } before.
figures-was-of = It was { $value } of { $whole } before.
figures-note = Note: { $note }
figures-dispute = Mark as disputed
figures-settle = The value stands

figures-refused-link = { $alias }, { $words }: { $reason }
figures-not-saved = It is not saved. The { $old } typed before is still there.
figures-not-saved-empty = It is not saved. The cell was empty and still is.
figures-refused-more = { $count ->
        [one] One more is not saved.
       *[other] { $count } more are not saved.
    }
figures-refused-title = Cannot be right
figures-refused-both = { $reason } Check both numbers, then type one again.
figures-refused-one = { $reason } Check the number, then type it again.
figures-go-to = Go to { $words }
figures-put-back = Put { $old } back
figures-leave-empty = Leave it empty
figures-change = Change
figures-queried-title = Is this right?
figures-queried-words = { $query } It is saved, and marked until you say.
figures-keep = Keep { $value }
figures-later = Ask me later

figures-foot = State of this period
figures-empty-count = { $empty } of { $cells } cells empty
figures-to-confirm = { $count } to confirm
figures-waiting = { $count } not saved
figures-saved = Saved { $time }
figures-rest-saved = Rest saved { $time }
figures-key-edit = edit
figures-key-undo = undo
figures-key-leave = leave grid

figures-paste-title = Paste from a spreadsheet
figures-paste-label = Cells copied from a spreadsheet
figures-paste-hint = They go in from { $alias }, { $words }, to the right and down. One undo takes them all back.
figures-paste-act = Put them in
figures-pasted = { $count ->
        [one] 1 cell pasted
       *[other] { $count } cells pasted
    }{ $out ->
        [0] .
        [one] . 1 cell did not fit.
       *[other] . { $out } cells did not fit.
    }

figures-nothing-team = There is nobody to enter figures for. Add your team first, or import its spreadsheet.
figures-nothing-team-act = Add your team
figures-nothing-kpis = No KPI in use is reported this often. Choose the KPIs first.
figures-nothing-kpis-act = Choose KPIs
figures-will-be = What will be here
figures-will-grid = A grid
figures-will-grid-words = Your advisers and their KPIs for one period. Type, and it is saved.
figures-will-paste = Pasting
figures-will-paste-words = A block copied from a spreadsheet goes in as one step, and one undo takes it out.
figures-will-asked = Questions
figures-will-asked-words = A value far from the usual is asked about. One that cannot be true is not saved.
figures-will-never = Never
figures-will-never-words = Names, numbers or other details of clients. Counts are enough.
