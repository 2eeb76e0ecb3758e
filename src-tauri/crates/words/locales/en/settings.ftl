# Labels of the settings screen; each setting says its effect.

settings-title = Settings
settings-words = Every change counts at once.
settings-find = Find a setting
settings-found-none = No setting speaks of that, so all are shown.
settings-minutes = { $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    }
settings-part-vault = Vault
settings-part-vault-remark = who gets in
settings-part-appearance = Appearance
settings-part-appearance-remark = on this computer
settings-part-keys = Keys
settings-part-keys-remark = on this computer
settings-part-judging = Judging
settings-part-judging-remark = when a change counts
settings-part-words = Words
settings-part-words-remark = on screens and in files
settings-part-kept = Keeping
settings-part-kept-remark = until when figures stay
settings-kept = Keep figures for
settings-kept-effect = Months after their period. Older figures are not taken in, and those there are stand under Data protection. 25 gives two years of charts and one month to compare.
settings-kept-months = months
settings-kept-reason = Why longer than 25 months
settings-kept-reason-effect = Kept in the vault, for whoever asks.
settings-part-team = Team and KPIs
settings-part-team-remark = each on a page of its own

settings-idle = Lock after
settings-idle-effect = Without a key or pointer. You are asked one minute before.
settings-passphrase = Passphrase
settings-passphrase-effect = Backups made before keep the old one.
settings-passphrase-change = Change passphrase
settings-passphrase-old = Passphrase now
settings-passphrase-changed = Passphrase changed.
settings-recovery = Recovery code
settings-recovery-effect = Check that the one on your sheet still opens this vault. A new code replaces it.
settings-recovery-check = Check your code
settings-recovery-check-title = Check your recovery code
settings-recovery-check-words = Type all seven groups from your sheet. Nothing changes; you only learn whether they still open this vault.
settings-recovery-check-act = Check
settings-recovery-checked = That is the recovery code of this vault. Put the sheet back where it was.
settings-recovery-make = Make a new code
settings-remember = Remember the last five vaults
settings-remember-effect = Their names and places lie unencrypted on this computer. Switching off forgets them now.

settings-theme = Colours
settings-theme-effect = On the screen only. Files keep their own.
settings-theme-system = As the system
settings-theme-light = Light
settings-theme-dark = Dark
settings-density = Row height
settings-density-effect = In tables and lists.
settings-density-comfortable = Comfortable
settings-density-standard = Standard
settings-density-compact = Compact
settings-text-size = Text size
settings-text-size-effect = Of everything. Also with Ctrl and plus, minus or 0, unless you chose other keys.

settings-motion = Motion
settings-motion-effect = Short fades only; nothing moves by itself.
settings-motion-system = As the system
settings-motion-none = None

settings-keys-effect = Keys with Ctrl or Alt, or a function key. The sections share what is held, each with its digit. Grid, chart and dialog keys are those of every program.
settings-keys-change = Change
settings-keys-change-of = Change the keys for: { $act }
settings-keys-press = Press the new keys, or Esc
settings-keys-press-digit = Press them with any digit, or Esc
settings-keys-back = Put back
settings-keys-back-of = Put back the keys for: { $act }
settings-keys-all = Put all keys back
settings-keys-plain = Hold Ctrl or Alt with it, or take a function key: a letter alone would get in the way of typing.
settings-keys-digit = Hold Ctrl or Alt with a digit, such as Alt with 1: each section keeps its own digit.
settings-keys-taken = These keys already stand for: { $act }.
settings-keys-reserved = These keys belong to the system or to every text field.
settings-keys-changed = { $act }: { $keys }

settings-rules = Length of a run or trend
settings-rules-effect = So many figures in a row on one side, or rising or falling, are a signal. Longer means fewer false signals and later ones. NHSRplotthedots leaves figures outside the range out of “two of three”.
settings-rules-mdc6 = 6
settings-rules-mdc7 = 7
settings-rules-mdc8 = 8
settings-rules-nhsr022 = 7, as NHSRplotthedots 0.2.2
settings-points = Figures a chart needs
settings-points-effect = For a trial range, for an established one, and for the first ones that fix it. More means fewer false signals and a longer wait.
settings-points-standard = 13, 20 and 24
settings-points-long = 20, 24 and 30
settings-counts = Chart of counts
settings-counts-effect = By rule takes the chart that fits the figures. XmR is the same chart for all counts.
settings-counts-by-rule = By rule
settings-counts-xmr = XmR

settings-participant = A person served is called
settings-participant-effect = In labels and files. Nothing about them is kept.
settings-participant-client = Client
settings-participant-participant = Participant
settings-handling = Handling text
settings-handling-effect = Printed on every page of files, such as “Official–Sensitive”. May be empty.

settings-team-advisers = Advisers
settings-team-advisers-effect = Who is in the team, their working time and days away.
settings-team-teams = Teams
settings-team-teams-effect = Programme, site and bank holidays.
settings-team-kpis = KPIs and targets
settings-team-kpis-effect = What is counted, why, and what is expected.
