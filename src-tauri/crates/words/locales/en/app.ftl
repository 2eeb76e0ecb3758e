# Labels of the frame and of components that every screen uses.

app-window-title = { $page ->
        [Plumbline] Plumbline
       *[other] { $page } · Plumbline
    }
app-close = Close
app-time-left = { $minutes ->
        [one] About { $seconds } seconds left
       *[other] About { $minutes } minutes left
    }
app-cancel = Cancel
app-back = Back
app-loading = Loading
app-saved-as = Saved as { $name }
app-day-hint = Day first, such as 3/4/2026 or 3 April 2026
app-show = Show
app-hide = Hide
app-help = Help
app-lock = Lock
app-menu = Menu
app-skip = Skip to the page
app-search = Search or run a command
app-caps-lock = Caps Lock is on
app-breadcrumb = Where you are
app-sections = Sections
app-saved = Saved { $time }
app-saved-at-once = Every change is saved at once
app-period = Period shown
app-period-previous = Previous period
app-period-next = Next period
app-period-choose = { $period }, choose a period
app-vault-menu = { $name }, vault menu
app-chart-keys = Left and right arrows move from point to point, Home and End to the ends. T shows the table.

app-section-overview = Overview
app-section-advisers = Advisers
app-section-figures = Enter data
app-section-releases = Export
app-section-privacy = Data protection

app-status-better = Better
app-status-worse = Worse
app-status-changed = Changed
app-status-no-clear-change = No clear change
app-status-too-few = Too few to judge
app-status-no-figures = No figures
app-target-reliably-met = Reliably met
app-target-sometimes-met = Sometimes met
app-target-reliably-missed = Reliably missed
app-target-too-few = Too few to say
app-target-no-target = No target

app-menu-bar = Menu bar
app-menu-file = File
app-menu-edit = Edit
app-menu-view = View
app-menu-go = Go
app-menu-settings = Settings
app-menu-recovery = New recovery code
app-menu-lock = Lock now
app-menu-close = Close this vault
app-menu-quit = Quit
app-menu-undo = Undo
app-menu-undo-what = Undo { $what }
app-menu-redo = Redo
app-menu-redo-what = Redo { $what }
app-menu-find = Find or run a command
app-menu-larger = Larger text
app-menu-smaller = Smaller text
app-menu-normal = Normal text size
app-menu-light = Light colours
app-menu-dark = Dark colours
app-menu-back = Back
app-menu-forward = Forward
app-menu-help = Keys and help
app-menu-about = About Plumbline

app-palette = Search and commands
app-palette-go = Go to
app-palette-do = Do
app-palette-help = Help
app-palette-move = move
app-palette-open = open
app-palette-chart = chart
app-palette-scorecard = scorecard
app-palette-nothing = Nothing fits. Try the beginning of a word.
app-palette-results = { $count ->
        [one] 1 result
       *[other] { $count } results
    }

app-sample = SAMPLE:
app-sample-words = made-up figures.
app-sample-today = Today is { $day } in this vault.
app-sample-move = Move its day forward
app-sample-move-title = Move the sample’s day forward
app-sample-move-words = Figures that nobody entered by then are late, as in the months to come. The day does not go back.
app-sample-move-day = New day
app-sample-move-hint = Such as 10/12/2026; 31 December 2027 at the latest
app-sample-move-missing = Type a day, such as 10/12/2026.
app-sample-move-act = Move it
app-sample-remove = Remove
app-sample-keep = Keep it
app-sample-question = Remove the sample team?
app-sample-effect = The eight made-up advisers and their figures go. What you entered yourself stays.
app-sample-close-effect = This sample vault is closed and deleted. Nothing of it stays on this computer.

app-idle-title = Are you still there?
app-idle-words = The vault locks in { $seconds ->
        [one] 1 second
       *[other] { $seconds } seconds
    }. What you are typing is kept.
app-idle-stay = Stay

app-recovery-open = Your recovery code is not confirmed.
app-recovery-open-hint = Without it, a forgotten passphrase shuts this vault for good.
app-recovery-make = Make a new code
