# What the terminal says beside the words of the actions themselves.

terminal-ask-passphrase = Passphrase:
terminal-ask-new = New passphrase:
terminal-ask-again = The same again:
terminal-ask-code = Recovery code:
terminal-differ = The two passphrases differ. Nothing was changed.
terminal-nobody-to-ask = Nobody can be asked here. Name a file with { $option }, or - for standard input.
terminal-secret-unreadable = The secret named by { $name } could not be read.
terminal-secret-unreadable-hint = It must be a file with the secret in its first line that you may read, or - for standard input.
terminal-text-unreadable = The file named by { $name } could not be read as text.
terminal-text-unreadable-hint = It must be a text file in UTF-8 that you may read.
terminal-file-unreadable = The file could not be read.
terminal-file-unreadable-hint = It must be an ordinary file that you may read.
terminal-input-missing = The file named by { $name } is not there.
terminal-input-missing-hint = Check the path; it is taken from the folder you are in.
terminal-out-folder = The folder for the file to be written is not there.
terminal-out-folder-hint = Make the folder first, or name another one.
terminal-unknown-adviser = No adviser has the alias given with --adviser.
terminal-unknown-adviser-hint = Without --adviser, scorecard lists every adviser of the vault.
terminal-unknown-batch = No import has the number given as BATCH.
terminal-unknown-batch-hint = It is the number that import gave when the file was read in.
terminal-unknown-kpi = The table names a KPI that this vault does not have.
terminal-unknown-kpi-hint = The command scorecard with --json lists the code of every KPI.
terminal-usage-hint = Use --help to see what there is.
terminal-stopped = Stopped. Nothing was changed.
terminal-written = Written: { $name }

terminal-stage-making = Making the vault
terminal-stage-reading = Reading
terminal-stage-checking = Checking
terminal-stage-writing = Writing
terminal-bar = { $done } of { $total }, { $left } left

terminal-accept-risks = { $risks }
terminal-accept-risks-hint = Choose another place, or go on with --accept-risks.
terminal-made = The vault is made.
terminal-code-shown = Recovery code, shown once. Copy it onto paper:
terminal-code-inline = Recovery code, shown once: { $code }
terminal-code-unconfirmed = It was not typed back, so the app asks about it at the first opening.
terminal-group = Group { $number }:
terminal-group-wrong = Not as on the sheet: { $groups }. Check it and type again; an empty line gives the vault up.
terminal-given-up = Nothing was made: the recovery code was not typed back.
terminal-passphrase-changed = The passphrase is changed. The old one does not open this vault any more.
terminal-passphrase-set = The new passphrase is set. The old one does not open this vault any more.

terminal-refused = The file is refused as “{ $class }”. { $why }
terminal-rows = Rows accepted: { $accepted }. Rows turned away: { $rejected }.
terminal-period-form = --from and --to take a month such as 2026-08, a week such as 2026-W35 or a quarter such as 2026-Q3.
terminal-sheets = One sheet of these is read, the first unless a mapping names another: { $sheets }.
terminal-totals = Total rows left out: { $count }.
terminal-formulas = Cells with a formula, of which the stored value was read: { $count }.
terminal-column-refused = Column “{ $heading }” is left out, { $cells ->
    [one] 1 cell
   *[other] { $cells } cells
} like { $shape }: { $why }
terminal-line = Line { $line }: { $why }
terminal-line-column = Line { $line }, column “{ $column }”: { $why }
terminal-more = And { $count } more; all of them with --json or --rejects.
terminal-counts = New: { $new }. Same: { $same }. Changed: { $changed }.
terminal-team-totals = Totals of the team kept: { $count }.
terminal-team-totals-offered = Totals of the team that --keep-totals would keep: { $count }.
terminal-dry-run = Nothing was written: this was a dry run.
terminal-imported = Imported as batch { $batch }.
terminal-no-row = No row may come in, so nothing was written.
terminal-taken-out = Taken out: { $count ->
    [one] 1 figure
   *[other] { $count } figures
}.
terminal-kept = Kept, since it was changed later: { $what }

terminal-options-form = The file named by --options is not JSON.
terminal-methods = { $refusal } The methods are: { $names }.
terminal-scorecards = Scorecards for { $month }, made { $day }.
terminal-no-data = no data
terminal-period = { $period }
terminal-period-late = { $period }, the last; { $late } is due
terminal-late = { $late } is due
terminal-scorecard-format = A scorecard is written as .pdf, .xlsx or .json.

terminal-table-form = The file named by --table is not a specification: grain, from, to, kpis.
terminal-release-format = A summary is written as .csv, .xlsx, .pdf or .json; or say --format.
terminal-nothing-out = Nothing has gone out.
terminal-release = { $number }  { $day }  { $what }  shown { $shown }, hidden { $hidden }  { $hash }

terminal-folder = The folder could not be made.
terminal-folder-hint = Name one in a place where you may write.
terminal-out-exists = There is a file at that place already.
terminal-out-exists-hint = Name another, or move that one first.
terminal-roster = The roster:
terminal-figures = The figures:
terminal-demo-opens = The vault opens with “{ $passphrase }”.
