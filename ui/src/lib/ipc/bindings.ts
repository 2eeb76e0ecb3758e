// This file was generated from the Rust views. Do not edit it.

/** What the about screen says. */
export type AboutView = {
	/** The version. */
	version: string
	/** The commit it was built from, or "unknown". */
	commit: string
	/** Versions of the file format, schema, SQLCipher and SQLite. */
	parts: Array<string>
	/** Licences of what it is built from: name, version, licence. */
	licences: Array<Array<string>>
}
/** Days an adviser was not available; no reason is kept. */
export type AbsenceView = {
	/** First day. */
	from: string
	/** Last day. */
	to: string
	/** Half days lost. */
	half_days: number
}
/** Starts a new phase at a period, with the dated reason; asks three things first. */
export type AddPhase = {
	/** The adviser's id. */
	adviser: string
	/** The KPI's code. */
	kpi: string
	/** The month the chart ends with; nothing for all there is. */
	month: string | null
	/** The period it starts at. */
	from: string
	/** Why, 1 to 200 characters. */
	reason: string
	/** The cause is known, it is expected to last, and it is not a return to the old level: all confirmed. */
	confirmed: boolean
}
/** One adviser on the roster. */
export type AdviserView = {
	/** Opaque id, 32 hexadecimal digits. */
	id: string
	/** What screens call them. */
	alias: string
	/** The sealed name, only in answers to `team_adviser`. */
	name: string | null
	/** The current team. */
	team: string
	/** The current site. */
	site: string | null
	/** The current grade. */
	grade: string | null
	/** The current band of their caseload. */
	band: string | null
	/** Share of full time now, in thousandths. */
	share: number
	/** First day, `2023-04-03`. */
	started: string | null
	/** Last day. */
	left: string | null
	/** For a leaver, the day until which figures are kept. */
	kept_until: string | null
	/** Shares of full time over time. */
	shares: Array<ShareView>
	/** Days not available. */
	absences: Array<AbsenceView>
}
/** How a cell stands to its target, apart from change. */
export type AgainstTargetView = 'reliably_met' | 'sometimes_met' | 'reliably_missed' | 'too_few' | 'no_target'
/** What a person is told when something could not be done. */
export type AppError = {
	/** What kind. */
	code: ErrorCode
	/** What happened, in one plain sentence. */
	message: string
	/** What to do next. */
	hint: string | null
	/** The field it belongs to. */
	field: string | null
}
/** The direction of a number that signals. */
export type ArrowView = 'up' | 'down'
/** A baseline set by hand. */
export type BaselineView = {
	/** The number of points that make it, 12 or more. */
	points: number
	/** Why. */
	reason: string
}
/** Past imports, newest first. */
export type BatchListView = {
	/** The batches. */
	batches: Array<BatchView>
}
/** What taking an import out did. */
export type BatchUndoneView = {
	/** Figures taken out. */
	removed: number
	/** Figures edited since, which stay, in words. */
	kept: Array<string>
}
/** One past import. */
export type BatchView = {
	/** Its number. */
	batch: number
	/** When, `2026-12-03 14:02`. */
	at: string
	/** What it read. */
	kind: IntakeKindView
	/** Rows accepted. */
	accepted: number
	/** Rows turned away. */
	rejected: number
	/** Whether it was taken out again. */
	undone: boolean
	/** Whether it can still be taken out. */
	can_undo: boolean
}
/** Begins a vault at a chosen place; the passphrase goes beside it. */
export type BeginCreation = {
	/** The place's token. */
	place: string
	/** Whether the place's risks were read and accepted. */
	accept_risks: boolean
	/** Whether the sample team is put in. */
	sample: boolean
}
/** Where a KPI stands on a scorecard. */
export type BlockView = 'leading' | 'lagging' | 'quality' | 'context'
/** What can be done with a stored cell besides typing. */
export type CellActView = 'confirm' | 'dispute' | 'settle'
/** What was typed into one cell; both numbers empty clears it. */
export type CellText = {
	/** The adviser's id. */
	adviser: string
	/** The KPI's code. */
	kpi: string
	/** The first number as typed. */
	numerator: string
	/** The second number as typed. */
	denominator: string
}
/** Where a label is anchored. */
export type ChartAnchorView = 'start' | 'middle' | 'end'
/** A filled area, as SVG polygon points. */
export type ChartBandView = {
	/** `x,y x,y …` in chart units. */
	points: string
}
/** What a line on a chart is. */
export type ChartLineView = 'series' | 'limit' | 'trial_limit' | 'centre' | 'target' | 'grid' | 'axis' | 'break' | 'bracket'
/** The page of one chart. */
export type ChartPageView = {
	/** The adviser's id. */
	adviser: string
	/** The alias. */
	alias: string
	/** The KPI's code. */
	kpi: string
	/** The KPI's name. */
	name: string
	/** The month the chart ends with. */
	month: string
	/** Months it can be shown up to, newest first. */
	months: Array<PeriodChoiceView>
	/** The finding. */
	finding: string
	/** The sentences under it. */
	sentence: string
	/** "Per week · 5.0 days throughout". */
	unit_line: string
	/** Change. */
	change: MarkView<StatusView>
	/** Against target. */
	target: MarkView<AgainstTargetView>
	/** The chart. */
	chart: ChartView
	/** What the shapes mean. */
	legend: string
	/** How this was worked out, as rows. */
	worked_out: Array<WorkedOutView>
	/** The same as text, to copy. */
	worked_out_text: string
	/** Phases set by hand. */
	phases: Array<PhaseView>
	/** The baseline set by hand. */
	baseline: BaselineView | null
	/** Periods a new phase may start at or a baseline end at, oldest first. */
	periods: Array<PeriodChoiceView>
}
/** A line, as SVG polyline points. */
export type ChartPathView = {
	/** What it is. */
	line: ChartLineView
	/** What it means. */
	tone: ChartToneView
	/** `x,y x,y …` in chart units. */
	points: string
}
/** A point that arrow keys can reach. */
export type ChartPointView = {
	/** From the left, in chart units. */
	x: number
	/** From the top, in chart units. */
	y: number
	/** Its shape. */
	shape: ChartShapeView
	/** What it means. */
	tone: ChartToneView
	/** First line of the tooltip: "Week of 23 November 2026: 4". */
	head: string
	/** Further lines of the tooltip; head and body together are what a screen reader says. */
	body: string
}
/** The shape of a point. */
export type ChartShapeView = 'circle' | 'square' | 'diamond' | 'hollow'
/** A label. */
export type ChartTextView = {
	/** From the left, in chart units. */
	x: number
	/** Of the baseline, from the top. */
	y: number
	/** What it says. */
	text: string
	/** Where `x` lies in it. */
	anchor: ChartAnchorView
	/** What it means. */
	tone: ChartToneView
	/** Whether it is set bold. */
	strong: boolean
}
/** What a chart element means; a theme turns it into a colour. */
export type ChartToneView = 'neutral' | 'better' | 'worse' | 'muted'
/** A chart ready to be drawn: geometry, words and table from one model, so that they cannot disagree. */
export type ChartView = {
	/** Width of the drawing in chart units (CSS pixels at 100 %). */
	width: number
	/** Height of the drawing. */
	height: number
	/** The finding, as the chart's name. */
	title: string
	/** The summary sentence, as the chart's description. */
	sentence: string
	/** Usual ranges. */
	bands: Array<ChartBandView>
	/** Lines, in drawing order. */
	lines: Array<ChartPathView>
	/** Labels. */
	texts: Array<ChartTextView>
	/** Points in time order. */
	points: Array<ChartPointView>
	/** The same as a table. */
	table: TableView
}
/** One column as guessed. */
export type ColumnView = {
	/** Its heading; masked when it looks like an identifier. */
	heading: string
	/** What it is taken to mean. */
	meaning: MeaningView
	/** Up to three sample cells, masked where a detector matches. */
	samples: Array<string>
}
/** Groups typed back. */
export type ConfirmRecovery = {
	/** In the order asked. */
	answers: Array<string>
}
/** How counts are charted. */
export type CountChartView = 'by_rule' | 'xm_r'
/** One date read both ways. */
export type DateExampleView = {
	/** As in the file. */
	text: string
	/** Day first, in words. */
	day_first: string
	/** Month first, in words. */
	month_first: string
}
/** Which order the dates of a column have. */
export type DateOrderView = 'day_first' | 'month_first'
/** Both orders fit a column: the person is asked, with examples in words. */
export type DateQuestionView = {
	/** Three examples as in the file, with both readings in words. */
	examples: Array<DateExampleView>
}
/** Row heights. */
export type DensityView = 'comfortable' | 'standard' | 'compact'
/** Which way is good. */
export type DirectionView = 'up' | 'down' | 'range' | 'neutral'
/** A half-typed text that outlives a lock. */
export type DraftView = {
	/** The screen and field it belongs to, such as `figures/grid`. */
	field: string
	/** What was typed. */
	text: string
	/** Where the caret stood. */
	caret: number
}
/** Ends a target. */
export type EndTarget = {
	/** Its number. */
	id: number
	/** Its last day. */
	to: string
}
/** One entry. */
export type EntryView = {
	/** Its sequence number. */
	sequence: number
	/** When, local, `2026-12-03 14:02:11`. */
	at: string
	/** What was done, as a code. */
	action: string
	/** What was done, in words. */
	words: string
	/** How many rows or cells it touched. */
	count: number
	/** Why it was done, where a reason was given and whom it is about is still here. */
	reason?: string
}
/** What kind of thing went wrong; the interface has a presentation for each and branches on nothing else. */
export type ErrorCode = 'wrong_passphrase' | 'vault_locked' | 'vault_damaged' | 'vault_too_new' | 'vault_busy' | 'disk_full' | 'file_unreadable' | 'intake_refused' | 'identifier_found' | 'rule_refused' | 'not_found' | 'out_of_date' | 'release_refused' | 'too_small_to_release' | 'retention_hold' | 'unexpected'
/** What a rate is divided by. */
export type ExposureView = 'none' | 'fte_days' | 'fte_months' | 'caseload' | 'contacts'
/** How far a figure can be relied on. */
export type FigureStatusView = 'ok' | 'provisional' | 'disputed' | 'corrected'
/** A file format of a release or an export. */
export type FileFormatView = 'csv' | 'xlsx' | 'pdf' | 'json'
/** What was written. */
export type FileWrittenView = {
	/** The file's name, without its folder; nothing when the person cancelled the dialog. */
	name: string | null
	/** The name of a second file beside it: the risk report of a summary as CSV. */
	beside?: string
}
/** How often a KPI is reported. */
export type GrainView = 'day' | 'week' | 'month' | 'quarter'
/** One cell. */
export type GridCellView = {
	/** What is stored as the first number, as text; empty when missing. */
	numerator: string
	/** What is stored as the second number. */
	denominator: string
	/** How far it can be relied on. */
	status: FigureStatusView
	/** A question about an unusual value, until it is confirmed. */
	query: string | null
	/** Whether the adviser was not in the team in this period. */
	closed: boolean
	/** Both numbers before it was put right. */
	was: [string, string] | null
	/** The note kept with it. */
	note: string | null
}
/** A KPI as a column of the grid. */
export type GridColumnView = {
	/** Its code. */
	kpi: string
	/** Its name. */
	name: string
	/** What the first number counts. */
	numerator: string
	/** What the second number is; nothing when there is only one. */
	denominator: string | null
	/** Its kind. */
	kind: KindView
	/** Whether the outcomes of this period are still to come, so that an empty cell is as it should be. */
	early: boolean
}
/** An adviser as a row of the grid. */
export type GridRowView = {
	/** The adviser's id. */
	adviser: string
	/** The alias. */
	alias: string
	/** One cell for each column. */
	cells: Array<GridCellView>
}
/** One period's grid. */
export type GridView = {
	/** The grain. */
	grain: GrainView
	/** The period's text form. */
	period: string
	/** The period in words: "November 2026". */
	period_words: string
	/** The period before, if any can be entered. */
	previous: string | null
	/** The period after, if it has begun. */
	next: string | null
	/** Periods that can be chosen, the newest first: back to the first figure, and at least twelve. */
	periods: Array<PeriodChoiceView>
	/** KPIs in use of this grain. */
	columns: Array<GridColumnView>
	/** Advisers in the team in this period, by alias. */
	rows: Array<GridRowView>
	/** Cells that could be filled. */
	cells: number
	/** Cells empty, of those whose outcomes are known by now. */
	empty: number
	/** Cells whose value waits to be confirmed. */
	to_confirm: number
	/** Local time of the last saved change. */
	saved_at: string | null
}
/** How long the vault stays open without a key or pointer. */
export type IdleView = {
	/** Seconds until it locks. */
	seconds_left: number
}
/** A finished import. */
export type ImportedView = {
	/** The batch's number. */
	batch: number
	/** Rows accepted. */
	accepted: number
	/** Rows turned away. */
	rejected: number
	/** Figures new. */
	figures_new: number
	/** Figures changed. */
	figures_changed: number
	/** Totals of the team kept. */
	team_totals: number
}
/** What the person decided about a file so far. */
export type IntakeChoices = {
	/** What to read it as; guessed when nothing. */
	kind: IntakeKindView | null
	/** The sheet of a workbook; the first visible one when nothing. */
	sheet: string | null
	/** Meanings given to columns, by position; guessed where nothing. */
	meanings: Array<MeaningView | null>
	/** The order of dates. */
	date_order: DateOrderView | null
	/** What each date stands for, where periods are written as dates. */
	grain: GrainView | null
	/** Whether advisers not on the roster are added. */
	create_advisers: boolean
	/** Whether KPIs not known are added. */
	create_kpis: boolean
	/** Whether the team's totals of months past keeping are kept, where they may be. */
	keep_totals: boolean
	/** KPIs of the file taken for known ones: name in the file, code. */
	known_kpis: Array<KnownKpi>
	/** Names of the file taken for advisers on the roster. */
	known_advisers: Array<KnownAdviser>
	/** Whether these names are put on the roster, where it has none, so that the next file is matched by itself. */
	keep_names: boolean
	/** Refused columns the person takes in all the same, by position; the first four detectors never yield. */
	overrides: Array<number>
}
/** An input file chosen in the system's dialog. */
export type IntakeFileView = {
	/** Its token. */
	file: string
	/** Its name. */
	name: string
}
/** What an input file is to be read as. */
export type IntakeKindView = 'figures' | 'roster'
/** What a file holds and what an import would do: the dry run. */
export type IntakePlanView = {
	/** The file's token. */
	file: string
	/** The file's name. */
	file_name: string
	/** "CSV, UTF-8, comma" or "XLSX". */
	format: string
	/** Sheets of a workbook. */
	sheets: Array<string>
	/** The sheet read. */
	sheet: string | null
	/** What it is read as. */
	kind: IntakeKindView
	/** Whether it is one row per adviser and period with a column per KPI. */
	wide: boolean
	/** Whether a remembered mapping was used. */
	remembered: boolean
	/** Every column, in the order of the file; one refused at the door has no samples. */
	columns: Array<ColumnView>
	/** Columns refused at the door. */
	refused_columns: Array<RefusedColumnView>
	/** How the dates are read, in words: "day first, proved by 23/11/2024 in row 3"; nothing while it is asked. */
	dates: string | null
	/** The question about dates, when both orders fit. */
	date_question: DateQuestionView | null
	/** What each date stands for; nothing where the cells say it themselves, or hold no periods. */
	grain: GrainView | null
	/** Names that are no alias of the roster. */
	new_advisers: Array<NewAdviserView>
	/** KPIs not known. */
	new_kpis: Array<NewKpiView>
	/** Rows read (data rows, without total rows). */
	rows: number
	/** Rows accepted. */
	accepted: number
	/** Figures that would be new. */
	figures_new: number
	/** Figures equal to what is stored. */
	figures_same: number
	/** Figures that would change a stored one. */
	figures_changed: number
	/** Total rows recognised and left out. */
	total_rows: number
	/** Cells with a formula, of which the cached value was read. */
	formula_cells: number
	/** Rows turned away, in all. */
	rejected: number
	/** The first hundred of them. */
	rejected_rows: Array<RejectedRowView>
	/** Rows turned away because figures that old are no longer kept. */
	expired: number
	/** Months of a KPI among them of which the team's total may be kept. */
	team_totals: number
	/** What still keeps the import from starting, in words. */
	blocked: Array<string>
}
/** How the running import stands; asked for while it runs. */
export type IntakeProgressView = {
	/** Nothing when no import runs. */
	progress: ProgressView | null
}
/** One category of what is held. */
export type InventoryRowView = {
	/** The category. */
	category: string
	/** Which fields, in words. */
	fields: string
	/** About how many people. */
	people: number
	/** How many rows. */
	rows: number
	/** The oldest, as a day. */
	oldest: string | null
	/** Kept until, in words. */
	kept: string
	/** Why it is kept. */
	purpose: string
	/** Why it may be held: the lawful basis. */
	basis: string
	/** Whether it is sealed under the person's own key. */
	sealed: boolean
	/** Whether it is part of a subject access pack. */
	access: boolean
}
/** The data-protection screen. */
export type InventoryView = {
	/** Rows of the inventory, clients first. */
	rows: Array<InventoryRowView>
	/** What will be past its keeping time within 14 days, in words. */
	due: Array<string>
	/** The state of the journal's chain, in a sentence. */
	journal: string
}
/** A page of the journal, newest first, with the state of its chain. */
export type JournalView = {
	/** Entries, newest first. */
	entries: Array<EntryView>
	/** Entries in all. */
	total: number
	/** Whether the chain holds from the first entry to the sealed head. */
	sound: boolean
	/** The same in a sentence. */
	sentence: string
}
/** Keys chosen for what a key of the keyboard map does. */
export type KeyView = {
	/** What it does, as the page names it: lower-case words joined by hyphens. */
	act: string
	/** The keys, such as `Mod+Shift+J`; `Mod` is Ctrl, and Cmd on macOS. */
	chord: string
}
/** What kind of quantity a KPI is. */
export type KindView = 'proportion' | 'score_share' | 'count' | 'rate' | 'value'
/** A name of the file taken for an adviser on the roster. */
export type KnownAdviser = {
	/** As in the file. */
	name: string
	/** The adviser's alias; empty says that it is somebody new, whatever the roster's names say. */
	alias: string
}
/** A KPI of the file taken for a known one. */
export type KnownKpi = {
	/** As in the file. */
	name: string
	/** The KPI's code. */
	code: string
}
/** All KPIs: those in use first, then the library and the recruitment pack. */
export type KpiListView = {
	/** By block and code. */
	kpis: Array<KpiView>
}
/** One KPI on a scorecard. */
export type KpiRowView = {
	/** Its code. */
	kpi: string
	/** Its name. */
	name: string
	/** A few words beside it. */
	unit_words: string
	/** The value now: "74 %", "5.8"; empty when missing. */
	now: string
	/** The period of that value, in words. */
	period_words: string
	/** "29 of 50", where it is out of something. */
	out_of: string | null
	/** The 95 % interval of a share: "65 to 99 %". */
	interval: string | null
	/** Up or down, only when it is a signal. */
	arrow: ArrowView | null
	/** The usual range: "4.3 to 15.9"; words when there is none. */
	usual_range: string
	/** Change, apart from target. */
	change: MarkView<StatusView>
	/** Against target, apart from change. */
	target: MarkView<AgainstTargetView>
	/** The last 24 periods. */
	spark: SparklineView
	/** How old the last figure is, in words, when it is late. */
	age: string | null
}
/** One KPI with its current definition. */
export type KpiView = {
	/** Its code. */
	code: string
	/** Its version. */
	version: number
	/** First day of this version. */
	valid_from: string | null
	/** Its name. */
	name: string
	/** A few words beside the name. */
	unit_words: string
	/** What is counted. */
	numerator: string
	/** What it is out of. */
	denominator: string
	/** What is left out. */
	excludes: Array<string>
	/** Its kind. */
	kind: KindView
	/** Which way is good. */
	direction: DirectionView
	/** Its block. */
	block: BlockView
	/** How often it is reported. */
	grain: GrainView
	/** What a rate is divided by. */
	exposure: ExposureView
	/** Days until its figures can be known. */
	lag_days: number
	/** Smallest denominator for a per cent. */
	minimum_denominator: number
	/** The KPI that exposes gaming of it. */
	pair: string | null
	/** KPIs it feeds or is fed by. */
	feeders: Array<string>
	/** Job tasks it is tied to. */
	tasks: Array<string>
	/** Why it is kept. */
	purpose: string
	/** The less intrusive alternative considered. */
	less_intrusive: string
	/** Whether it was defined here. */
	local: boolean
	/** Whether it is in use in this vault. */
	active: boolean
	/** Whether any figure of it is stored. */
	has_figures: boolean
	/** Its targets, in force or past. */
	targets: Array<TargetView>
}
/** How binding a target is. */
export type LevelView = 'minimum' | 'expected' | 'stretch' | 'contract'
/** Asks for the chart of one cell. */
export type LoadChart = {
	/** The adviser's id. */
	adviser: string
	/** The KPI's code. */
	kpi: string
	/** The month the chart ends with; nothing for all there is. */
	month: string | null
}
/** Asks for one period's grid. */
export type LoadGrid = {
	/** The grain whose KPIs are shown. */
	grain: GrainView
	/** The period, `2026-11` or `2026-W48`; the current one when nothing. */
	period: string | null
}
/** Asks for a page. */
export type LoadJournal = {
	/** Entries to leave out from the newest on. */
	skip: number
	/** Entries to show, at most 500. */
	take: number
}
/** Asks for the team overview. */
export type LoadOverview = {
	/** The month shown, `2026-11`; the last one with figures when nothing. */
	month: string | null
}
/** Asks for one adviser's scorecard. */
export type LoadScorecard = {
	/** The adviser's id. */
	adviser: string
	/** The month shown; the last one with figures when nothing. */
	month: string | null
}
/** Why a vault locked. */
export type LockReasonView = 'asked' | 'idle' | 'slept' | 'session'
/** Why and when a vault locked. */
export type LockedView = {
	/** Why. */
	reason: LockReasonView
	/** Local time, `14:02`. */
	at: string
	/** Minutes without a key or pointer after which this vault locks. */
	idle_minutes: number
	/** Whether a half-typed text was kept. */
	draft_kept: boolean
}
/** Marks one cell: confirms an unusual value, disputes it, settles the dispute. */
export type MarkCell = {
	/** The adviser's id. */
	adviser: string
	/** The KPI's code. */
	kpi: string
	/** The grain. */
	grain: GrainView
	/** The period. */
	period: string
	/** What is done. */
	act: CellActView
}
/** A mark with its words. */
export type MarkView<T> = {
	/** Which mark. */
	mark: T
	/** What stands beside it, such as "Worse, 8 weeks". */
	words: string
}
/** What a column means. */
export type MeaningView = 'leave_out' | 'adviser' | 'period' | 'kpi' | 'numerator' | 'denominator' | 'exposure' | 'note' | {
	'kpi_numerator': string
} | {
	'kpi_denominator': string
} | 'name' | 'site' | 'grade' | 'band' | 'team' | 'started' | 'left' | 'fte'
/** How much moves. */
export type MotionView = 'system' | 'none'
/** Kinds of need; each has its mark, its word and its act. */
export type NeedKindView = 'no_figures' | 'recovery_check' | 'recovery'
/** One thing that needs the manager: late figures, a recovery code not confirmed … */
export type NeedView = {
	/** What kind. */
	kind: NeedKindView
	/** Whom it concerns, by alias. */
	alias: string | null
	/** The fact, in a sentence. */
	fact: string
	/** By when, `2026-12-08`. */
	due: string | null
	/** Which period's grid the act opens. */
	period: string | null
}
/** A name in the file that is no alias of the roster. */
export type NewAdviserView = {
	/** As in the file. */
	name: string
	/** The alias of whom it is taken for: by the name on the roster, or because somebody said so. */
	taken: string | null
}
/** A KPI in the file that the vault does not know. */
export type NewKpiView = {
	/** As in the file. */
	name: string
	/** What it seems to be. */
	kind: KindView
	/** A KPI of the library it may be. */
	like: string | null
	/** The code of the KPI it is taken for, now or as for an earlier file of this shape. */
	taken: string | null
}
/** Something the person should know, with what can be done about it. */
export type NoticeView = {
	/** What happened, in a sentence. */
	message: string
	/** What to do, in a sentence. */
	hint: string | null
}
/** A month of a KPI that is not final. */
export type OpenMonthView = {
	/** The month. */
	month: string
	/** The quarter it is in. */
	quarter: string
	/** Why, and from when it may be chosen. */
	words: string
}
/** Opens a vault at a place; the passphrase, or the recovery code with a new passphrase, goes beside it. */
export type OpenVault = {
	/** The place's token; nothing while a vault is chosen and locked. */
	place: string | null
}
/** The open vault. */
export type OpenVaultView = {
	/** Its name. */
	name: string
	/** Whether everything in it is made up. */
	sample: boolean
	/** Whether it holds any sample figures that can be removed by one command. */
	has_sample: boolean
	/** The day it is in this vault, `2026-12-03`: the real one except where nobody but the sample team is. */
	today: string
	/** Whether that day is the sample's own. */
	own_day: boolean
	/** Whether the recovery code was typed back. */
	recovery_confirmed: boolean
	/** Advisers on the roster. */
	advisers: number
	/** Whether any figure is stored. */
	has_figures: boolean
	/** Local time of the last saved change, `14:02:11`. */
	saved_at: string | null
	/** Minutes without a key or pointer until it locks. */
	idle_minutes: number
	/** What opening found: repaired header, unclean close, synced folder … */
	notices: Array<NoticeView>
	/** What Ctrl+Z would undo, in words. */
	undo: string | null
	/** What Ctrl+Y would redo, in words. */
	redo: string | null
}
/** Another chart of the same adviser. */
export type OpensView = {
	/** The KPI's code. */
	kpi: string
	/** The KPI's name. */
	name: string
}
/** One cell of the overview. */
export type OverviewCellView = {
	/** The value: "74 %", "5.1", "3"; empty when missing. */
	value: string
	/** No figures, too few, or nothing to say. Never better or worse: that comes from the review list. */
	status: StatusView
	/** What a screen reader is told beside the value. */
	spoken: string
	/** The usual range in words, for the hover card and small charts. */
	usual_range: string
	/** The last 24 periods. */
	spark: SparklineView
}
/** A KPI as a column of the overview. */
export type OverviewColumnView = {
	/** Its code. */
	kpi: string
	/** Its name. */
	name: string
	/** A few words under it: "last week", "of booked". */
	under: string
	/** Its block. */
	block: BlockView
}
/** An adviser as a row of the overview. */
export type OverviewRowView = {
	/** The adviser's id. */
	adviser: string
	/** The alias. */
	alias: string
	/** For a leaver: a sentence instead of cells. */
	left: string | null
	/** One cell for each column. */
	cells: Array<OverviewCellView>
}
/** The team overview: what is due or late, then advisers × KPIs by alias. Nobody is marked or singled out. */
export type OverviewView = {
	/** The month shown. */
	month: string
	/** In words: "November 2026". */
	month_words: string
	/** Months that can be shown, newest first. */
	months: Array<PeriodChoiceView>
	/** The state of the month in a sentence. */
	sentence: string
	/** What needs the manager, by date; at most seven. */
	needs_you: Array<NeedView>
	/** Lines of the table that show no clear change, and all of them. */
	quiet: string
	/** KPIs in use, as columns. */
	columns: Array<OverviewColumnView>
	/** Advisers by alias. */
	rows: Array<OverviewRowView>
}
/** What a client is called. */
export type ParticipantWordView = 'client' | 'participant'
/** What the app thinks of a typed passphrase. */
export type PassphraseJudgementView = {
	/** Whether it may be used. */
	accepted: boolean
	/** How strong. */
	strength: StrengthView
	/** Time to guess or the reason it may not be used, in a sentence. */
	sentence: string
}
/** A passphrase to take or leave. */
export type PassphraseSuggestionView = {
	/** Words separated by spaces. */
	passphrase: string
}
/** A period that can be chosen. */
export type PeriodChoiceView = {
	/** Its text form. */
	period: string
	/** In words. */
	words: string
}
/** A phase set by hand. */
export type PhaseView = {
	/** Its number. */
	id: number
	/** The period it starts at. */
	from: string
	/** In words. */
	from_words: string
	/** Why. */
	reason: string
}
/** A place chosen in the system's dialog; the screen gets a token, never a path. */
export type PlaceView = {
	/** The token. */
	place: string
	/** The file's name. */
	name: string
	/** The folder's last part. */
	folder: string
	/** Risks of the place, such as a synced folder; creating there needs them accepted. */
	risks: Array<NoticeView>
}
/** How many figures a chart asks for before it judges (statistics.md 2.0). */
export type PointsNeededView = 'standard' | 'long'
/** Who a summary is for. */
export type ProfileView = 'internal' | 'partner' | 'public'
/** How a long job stands. */
export type ProgressView = {
	/** What is being done. */
	stage: StageView
	/** Rows or steps done. */
	done: number
	/** Rows or steps in all, once known. */
	total: number | null
}
/** Looks at a chosen file, or imports it, with the choices made so far. */
export type ReadIntake = {
	/** The file's token. */
	file: string
	/** The choices. */
	choices: IntakeChoices
}
/** A vault opened lately. */
export type RecentVaultView = {
	/** An opaque token to open it with. */
	place: string
	/** Its file name without ending. */
	name: string
	/** The folder's last part, to tell two of one name apart. */
	folder: string
}
/** Which of the groups typed back match; the vault is finished when all do. */
export type RecoveryCheckView = {
	/** In the order asked. */
	matches: Array<boolean>
	/** Whether the vault is now finished and open. */
	finished: boolean
}
/** A fresh recovery code, shown once. */
export type RecoveryCodeView = {
	/** Seven groups of four symbols. */
	groups: Array<string>
	/** The two groups to be typed back, counted from 1. */
	asked: Array<number>
}
/** A cell turned away. */
export type RefusedCellView = {
	/** The adviser's id. */
	adviser: string
	/** The KPI's code. */
	kpi: string
	/** Why, in a sentence. */
	reason: string
}
/** A column turned away at the door; its values are never shown. */
export type RefusedColumnView = {
	/** Its place in the file, from 0; `overrides` names it by this. */
	position: number
	/** Its heading. */
	heading: string
	/** Why, as a code: `nino`, `nhs_number`, `email`, `phone`, `postcode`, `birth_date`, `name_like`. */
	reason: string
	/** Why, in words. */
	words: string
	/** Cells that match. */
	cells: number
	/** Cells that hold anything. */
	of: number
	/** The pattern of characters, such as `AA 99 99 99 A`. */
	shape: string
	/** Whether the person may still take it in. */
	may_override: boolean
}
/** One earlier release. */
export type RegisterEntryView = {
	/** Its number. */
	release: number
	/** The day, `2026-12-03`. */
	day: string
	/** Who it was for. */
	profile: ProfileView
	/** What it was about, in words. */
	words: string
	/** Cells shown. */
	shown: number
	/** Cells hidden. */
	hidden: number
	/** SHA-256 of the file, hexadecimal, its first 16 digits. */
	hash: string
}
/** A row turned away. */
export type RejectedRowView = {
	/** Its line in the file, from 1. */
	line: number
	/** The column's heading, when one cell is to blame. */
	column: string | null
	/** Why, as a code. */
	reason: string
	/** Why, in words. */
	words: string
	/** The rejected date or number, masked if it looks like an identifier; never in files or logs. */
	value: string | null
}
/** One cell of a summary. */
export type ReleaseCellView = {
	/** The value as released; nothing when hidden. */
	value: string | null
	/** The numbers behind a share, a rate or a mean: "29 of 50"; else empty. */
	behind: string
	/** For the manager only: why it is hidden. */
	reason: string | null
}
/** What the export screen offers. */
export type ReleaseChoicesView = {
	/** Months with figures that are over, oldest first. */
	months: Array<string>
	/** Quarters with figures that are over, oldest first. */
	quarters: Array<string>
	/** KPIs in use. */
	kpis: Array<ReleaseKpiView>
	/** What was released before, newest first. */
	register: Array<RegisterEntryView>
}
/** One column of a summary. */
export type ReleaseColumnView = {
	/** The KPI's name. */
	name: string
	/** What it is in, or out of; empty for a count. */
	unit: string
}
/** A KPI that may be chosen. */
export type ReleaseKpiView = {
	/** The code. */
	code: string
	/** The name. */
	name: string
	/** Months in which it is not final and may not go out, oldest first. */
	open: Array<OpenMonthView>
}
/** A summary as it would go out, with what was tried against it. */
export type ReleasePreviewView = {
	/** What it costs, in a sentence: "8 of 60 figures are hidden". */
	headline: string
	/** Which teams are too small to stand in it, and what can be done about that; for the manager only. */
	left_out: NoticeView | null
	/** Column heads after team and period. */
	columns: Array<ReleaseColumnView>
	/** Rows by team and period. */
	rows: Array<ReleaseRowView>
	/** Why it would be refused, with what is offered instead; empty when it can go out. */
	refusals: Array<NoticeView>
	/** The one-page risk report, as sections. */
	report: Array<ReportSectionView>
	/** Cells shown. */
	shown: number
	/** Cells hidden. */
	hidden: number
}
/** One row of a summary. */
export type ReleaseRowView = {
	/** The team. */
	team: string
	/** The period's text form. */
	period: string
	/** In words. */
	period_words: string
	/** Advisers as a band: "5 to 9". */
	advisers: string
	/** One cell for each column. */
	cells: Array<ReleaseCellView>
}
/** What a summary is about: one table, one grain, KPI totals and rates by team × period, no margins. */
export type ReleaseSpec = {
	/** Who it is for. */
	profile: ProfileView
	/** `month` or `quarter`. */
	grain: GrainView
	/** First period. */
	from: string
	/** Last period. */
	to: string
	/** KPIs by code; when none, all in use that are final in these periods. */
	kpis: Array<string>
}
/** Takes a phase away. */
export type RemovePhase = {
	/** The adviser's id. */
	adviser: string
	/** The KPI's code. */
	kpi: string
	/** The month the chart ends with; nothing for all there is. */
	month: string | null
	/** The phase's number. */
	id: number
}
/** One section of the risk report. */
export type ReportSectionView = {
	/** Its head. */
	head: string
	/** Its sentences. */
	sentences: Array<string>
}
/** A text size by itself, which counts before a vault is open too. */
export type ResizeText = {
	/** In per cent, 80 to 200. */
	text_size: number
}
/** The whole roster. */
export type RosterView = {
	/** Advisers by alias, leavers last. */
	advisers: Array<AdviserView>
	/** Teams by name. */
	teams: Array<TeamView>
	/** Warning when the bank holidays run out. */
	calendar_until: string
}
/** The rule set that looks for signals. */
export type RuleSetView = 'mdc6' | 'mdc7' | 'mdc8' | 'nhsr022'
/** Adds an adviser, or amends one when `id` is given. */
export type SaveAdviser = {
	/** Whom to amend; nobody adds. */
	id: string | null
	/** What screens call them, 1 to 40 characters. */
	alias: string
	/** The name, if it is to be kept. */
	name: string | null
	/** The team's number; nobody's means the first team. */
	team: number | null
	/** The site. */
	site: string | null
	/** The grade. */
	grade: string | null
	/** The band of the caseload. */
	band: string | null
	/** First day. */
	started: string | null
	/** Last day. */
	left: string | null
	/** Shares of full time over time; none means full time. */
	shares: Array<ShareView>
	/** Days not available. */
	absences: Array<AbsenceView>
}
/** Adds a local KPI, or gives one a new version. */
export type SaveKpi = {
	/** Which to amend; nobody adds a local one. */
	code: string | null
	/** First day of the new version, when amending what is counted. */
	valid_from: string | null
	/** Its name. */
	name: string
	/** A few words beside the name. */
	unit_words: string
	/** What is counted. */
	numerator: string
	/** What it is out of. */
	denominator: string
	/** Its kind. */
	kind: KindView
	/** Which way is good. */
	direction: DirectionView
	/** Its block. */
	block: BlockView
	/** How often it is reported. */
	grain: GrainView
	/** What a rate is divided by. */
	exposure: ExposureView
	/** Days until its figures can be known. */
	lag_days: number
	/** Why it is kept. */
	purpose: string
	/** The less intrusive alternative considered. */
	less_intrusive: string
}
/** Amends a team. */
export type SaveTeam = {
	/** Which; nobody adds. */
	id: number | null
	/** Its name. */
	name: string
	/** Its site. */
	site: string | null
	/** Its programme's name. */
	programme: string
	/** Whose bank holidays apply. */
	territory: TerritoryView
}
/** Whom a target binds. */
export type ScopeView = 'each' | 'team' | {
	'adviser': string
}
/** One block of a scorecard. */
export type ScorecardBlockView = {
	/** Which. */
	block: BlockView
	/** Its KPIs. */
	rows: Array<KpiRowView>
}
/** One adviser's scorecard. */
export type ScorecardView = {
	/** The adviser's id. */
	adviser: string
	/** The alias. */
	alias: string
	/** "Adviser since 3 April 2023 · 1.0 full-time". */
	subtitle: string
	/** The month shown. */
	month: string
	/** In words. */
	month_words: string
	/** Months that can be shown, newest first. */
	months: Array<PeriodChoiceView>
	/** What has changed. */
	changed: Array<string>
	/** What has not. */
	not_changed: string
	/** What is not known. */
	not_known: string
	/** Whether anything changed, and which way, for the mark beside it. */
	changed_mark: StatusView
	/** Blocks in order: leading, lagging, quality, context; empty ones are absent. */
	blocks: Array<ScorecardBlockView>
}
/** Fixes the baseline of the latest phase to its first points, with the reason; none of both sets it free. */
export type SetBaseline = {
	/** The adviser's id. */
	adviser: string
	/** The KPI's code. */
	kpi: string
	/** The month the chart ends with; nothing for all there is. */
	month: string | null
	/** Points, 12 or more; nothing goes back to the rule. */
	points: number | null
	/** Why. */
	reason: string
}
/** Sets a target. */
export type SetTarget = {
	/** The KPI. */
	code: string
	/** Whom it binds. */
	scope: ScopeView
	/** How binding. */
	level: LevelView
	/** The level as typed: "85 %", "85" for a share, "6". */
	value: string
	/** First day. */
	from: string
	/** Where it comes from. */
	source: string
}
/** All settings of a vault and of this computer. */
export type SettingsView = {
	/** Minutes until it locks, 1 to 60. */
	idle_minutes: number
	/** Light or dark. */
	theme: ThemeView
	/** Row heights. */
	density: DensityView
	/** Text size in per cent, 80 to 200. */
	text_size: number
	/** How much moves. */
	motion: MotionView
	/** Keys that were chosen in place of those of the keyboard map. */
	keys: Array<KeyView>
	/** What a client is called. */
	participant_word: ParticipantWordView
	/** How counts are charted. */
	count_chart: CountChartView
	/** The rule set. */
	rule_set: RuleSetView
	/** How many figures a chart asks for before it judges. */
	points_needed: PointsNeededView
	/** Whether the last five vaults are remembered on this computer. */
	remember_recent: boolean
	/** Handling text printed on every page, such as "Official–Sensitive"; may be empty. */
	handling_text: string
	/** Months for which figures are kept after their period, 13 to 61; 25 unless somebody wrote down why not. */
	figures_kept_months: number
	/** Why figures are kept for more than 25 months; needed then. */
	figures_kept_reason: string
}
/** A share of full time from a day on. */
export type ShareView = {
	/** First day. */
	from: string
	/** Thousandths of full time. */
	share: number
}
/** A point of a sparkline. */
export type SparkPointView = {
	/** From the left. */
	x: number
	/** From the top. */
	y: number
	/** Its shape. */
	shape: ChartShapeView
	/** What it means. */
	tone: ChartToneView
}
/** A chart the size of a word; hidden from screen readers because its row says it all. */
export type SparklineView = {
	/** Width in chart units. */
	width: number
	/** Height in chart units. */
	height: number
	/** The usual range as polygon points; empty when there is none. */
	band: string
	/** Lines as polyline points, one for each stretch without a gap. */
	lines: Array<string>
	/** Points drawn: the last one, or all of them while there are too few for a line. */
	points: Array<SparkPointView>
	/** Tone of the line. */
	tone: ChartToneView
}
/** The stage of a long job. */
export type StageView = 'reading' | 'checking' | 'writing'
/** How a cell has moved against its own usual range. Shape and word carry it; colour only repeats them. */
export type StatusView = 'better' | 'worse' | 'changed' | 'no_clear_change' | 'too_few' | 'no_figures'
/** How strong a passphrase is. */
export type StrengthView = 'weak' | 'fair' | 'strong' | 'very_strong'
/** A table that any screen, file or screen reader can show. */
export type TableView = {
	/** What it holds. */
	caption: string
	/** Column heads. */
	columns: Array<string>
	/** Rows of text, each as long as `columns`. */
	rows: Array<Array<string>>
}
/** One target. */
export type TargetView = {
	/** Its number. */
	id: number
	/** Whom it binds. */
	scope: ScopeView
	/** How binding. */
	level: LevelView
	/** The level as typed: "85 %" or "6". */
	value: string
	/** First day. */
	from: string
	/** Last day. */
	to: string | null
	/** Where it comes from. */
	source: string
}
/** One team. */
export type TeamView = {
	/** Its number. */
	id: number
	/** Its name. */
	name: string
	/** Its site. */
	site: string | null
	/** Its programme. */
	programme: string
	/** Whose bank holidays apply. */
	territory: TerritoryView
}
/** Whose bank holidays apply. */
export type TerritoryView = 'england_and_wales' | 'scotland' | 'northern_ireland'
/** Light or dark. */
export type ThemeView = 'system' | 'light' | 'dark'
/** What undoing or redoing did. */
export type UndoneView = {
	/** In words: "Undone: 12 figures pasted". */
	words: string
	/** The section it concerns: `figures`, `chart`, `team`, `kpis`, `intake`, `settings`. */
	section: string
	/** What is seen there: `grain` and `period` of figures, `adviser` and `kpi` of a chart. */
	place: {
		[key in string]: string
	}
}
/** Takes a KPI of the library into use, or out of it. */
export type UseKpi = {
	/** Which. */
	code: string
	/** In use or not. */
	active: boolean
}
/** Where the app stands. */
export type VaultPhaseView = 'closed' | 'creating' | 'locked' | 'open'
/** Where the app stands, for every screen. */
export type VaultStateView = {
	/** The phase. */
	phase: VaultPhaseView
	/** The open vault. */
	open: OpenVaultView | null
	/** The vault chosen, while locked. */
	chosen: string | null
	/** Vaults opened lately, at most five, without the one chosen. */
	recent: Array<RecentVaultView>
	/** Why and when it locked. */
	locked: LockedView | null
	/** Seconds to wait before another try, from the fifth wrong one. */
	wait_seconds: number
}
/** One line of "How this was worked out". */
export type WorkedOutView = {
	/** What. */
	term: string
	/** How much or how. */
	detail: string
	/** Charts of the same adviser that the line speaks of. */
	opens: Array<OpensView>
}
/** Writes one cell, or a block of them pasted as one undo step. */
export type WriteCells = {
	/** The grain. */
	grain: GrainView
	/** The period. */
	period: string
	/** The cells; one cell is an edit, several are a paste. */
	cells: Array<CellText>
}
/** Writes a summary to a place the system's dialog asks for, and enters it in the register. */
export type WriteRelease = {
	/** What it is about. */
	spec: ReleaseSpec
	/** The format. */
	format: FileFormatView
}
/** Writes an adviser's scorecard or the team report; named, so the passphrase must be fresh (5 minutes). */
export type WriteScorecard = {
	/** The adviser's id; the team report when nothing. */
	adviser: string | null
	/** The month. */
	month: string | null
	/** The first month of the points in a JSON file, and of the charts on a page. */
	from: string | null
	/** The format: PDF, XLSX or JSON. */
	format: FileFormatView
}
/** What came of writing cells. Refused cells keep what was stored; the others are saved. */
export type WrittenView = {
	/** The grid afterwards. */
	grid: GridView
	/** Cells turned away. */
	refused: Array<RefusedCellView>
}

/** Every command: what it takes, what it answers, and the secrets that travel beside it. */
export interface Commands {
	vault_state: { request: null; response: VaultStateView; secrets: [] }
	vault_choose_new: { request: null; response: PlaceView | null; secrets: [] }
	vault_choose_existing: { request: null; response: PlaceView | null; secrets: [] }
	vault_suggest_passphrase: { request: null; response: PassphraseSuggestionView; secrets: [] }
	vault_judge_passphrase: { request: string | null; response: PassphraseJudgementView; secrets: ['passphrase'] }
	vault_begin: { request: BeginCreation; response: RecoveryCodeView; secrets: ['passphrase'] }
	vault_confirm_recovery: { request: ConfirmRecovery; response: RecoveryCheckView; secrets: [] }
	vault_save_sheet: { request: null; response: FileWrittenView; secrets: [] }
	vault_abandon: { request: null; response: VaultStateView; secrets: [] }
	vault_open: { request: OpenVault; response: VaultStateView; secrets: ['passphrase'] }
	vault_recover: { request: OpenVault; response: VaultStateView; secrets: ['code', 'passphrase'] }
	vault_sample: { request: null; response: VaultStateView; secrets: [] }
	vault_close: { request: null; response: VaultStateView; secrets: [] }
	vault_quit: { request: null; response: null; secrets: [] }
	vault_lock: { request: null; response: VaultStateView; secrets: [] }
	vault_touch: { request: null; response: IdleView; secrets: [] }
	vault_keep_drafts: { request: Array<DraftView>; response: null; secrets: [] }
	vault_take_drafts: { request: string; response: Array<DraftView>; secrets: [] }
	vault_change_passphrase: { request: null; response: VaultStateView; secrets: ['old', 'new'] }
	vault_new_recovery_code: { request: null; response: RecoveryCodeView; secrets: ['passphrase'] }
	vault_check_recovery_code: { request: null; response: VaultStateView; secrets: ['code'] }
	vault_confirm_passphrase: { request: null; response: null; secrets: ['passphrase'] }
	vault_undo: { request: null; response: UndoneView; secrets: [] }
	vault_redo: { request: null; response: UndoneView; secrets: [] }
	vault_move_sample_day: { request: string; response: VaultStateView; secrets: [] }
	vault_remove_sample: { request: null; response: VaultStateView; secrets: [] }
	settings_shown: { request: null; response: null; secrets: [] }
	settings_load: { request: null; response: SettingsView; secrets: [] }
	settings_about: { request: null; response: AboutView; secrets: [] }
	settings_resize: { request: ResizeText; response: SettingsView; secrets: [] }
	settings_save: { request: SettingsView; response: SettingsView; secrets: [] }
	team_list: { request: null; response: RosterView; secrets: [] }
	team_adviser: { request: string; response: AdviserView; secrets: [] }
	team_save_adviser: { request: SaveAdviser; response: RosterView; secrets: [] }
	team_save_team: { request: SaveTeam; response: RosterView; secrets: [] }
	kpis_list: { request: null; response: KpiListView; secrets: [] }
	kpis_save: { request: SaveKpi; response: KpiListView; secrets: [] }
	kpis_use: { request: UseKpi; response: KpiListView; secrets: [] }
	kpis_set_target: { request: SetTarget; response: KpiListView; secrets: [] }
	kpis_end_target: { request: EndTarget; response: KpiListView; secrets: [] }
	figures_grid: { request: LoadGrid; response: GridView; secrets: [] }
	figures_write: { request: WriteCells; response: WrittenView; secrets: [] }
	figures_mark: { request: MarkCell; response: GridView; secrets: [] }
	intake_choose_file: { request: null; response: IntakeFileView | null; secrets: [] }
	intake_take_dropped: { request: null; response: IntakeFileView | null; secrets: [] }
	intake_plan: { request: ReadIntake; response: IntakePlanView; secrets: [] }
	intake_run: { request: ReadIntake; response: ImportedView; secrets: [] }
	intake_progress: { request: null; response: IntakeProgressView; secrets: [] }
	intake_cancel: { request: null; response: null; secrets: [] }
	intake_batches: { request: null; response: BatchListView; secrets: [] }
	intake_undo_batch: { request: number; response: BatchUndoneView; secrets: [] }
	intake_save_rejects: { request: ReadIntake; response: FileWrittenView; secrets: [] }
	intake_save_template: { request: IntakeKindView; response: FileWrittenView; secrets: [] }
	scorecard_overview: { request: LoadOverview; response: OverviewView; secrets: [] }
	scorecard_adviser: { request: LoadScorecard; response: ScorecardView; secrets: [] }
	scorecard_chart: { request: LoadChart; response: ChartPageView; secrets: [] }
	scorecard_add_phase: { request: AddPhase; response: ChartPageView; secrets: [] }
	scorecard_remove_phase: { request: RemovePhase; response: ChartPageView; secrets: [] }
	scorecard_set_baseline: { request: SetBaseline; response: ChartPageView; secrets: [] }
	scorecard_write: { request: WriteScorecard; response: FileWrittenView; secrets: [] }
	releases_choices: { request: null; response: ReleaseChoicesView; secrets: [] }
	releases_preview: { request: ReleaseSpec; response: ReleasePreviewView; secrets: [] }
	releases_write: { request: WriteRelease; response: FileWrittenView; secrets: [] }
	privacy_inventory: { request: null; response: InventoryView; secrets: [] }
	journal_page: { request: LoadJournal; response: JournalView; secrets: [] }
}
