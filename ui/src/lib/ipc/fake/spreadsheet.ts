import type {
	ColumnView,
	IntakeChoices,
	IntakePlanView,
	MeaningView,
	RefusedColumnView,
	RejectedRowView,
} from '../bindings.ts'

/** A made-up workbook: 17 columns, of which three name clients, and 200 rows with a total under them. */
const refused: RefusedColumnView[] = [
	{
		position: 2,
		heading: 'NI number',
		reason: 'nino',
		words: 'National Insurance numbers',
		cells: 200,
		of: 200,
		shape: 'AA 99 99 99 A',
		may_override: false,
	},
	{
		position: 3,
		heading: 'Client name',
		reason: 'name_like',
		words: 'People’s names',
		cells: 187,
		of: 200,
		shape: 'Aaaaa Aaaaaaa',
		may_override: true,
	},
	{
		position: 12,
		heading: 'Notes',
		reason: 'email',
		words: 'Free text, 6 like an e-mail address',
		cells: 6,
		of: 43,
		shape: 'aaaaa@aaaa.aa',
		may_override: false,
	},
]

const of = (heading: string, meaning: MeaningView, ...samples: string[]): ColumnView => ({
	heading,
	meaning,
	samples,
})

const columns: ColumnView[] = [
	of('Adviser', 'adviser', 'Amara', 'Ben', 'Chloe'),
	of('Month', 'period', '01/10/2026', '01/11/2026', '02/11/2026'),
	of('NI number', 'leave_out'),
	of('Client name', 'leave_out'),
	of('Contacts', { kpi_numerator: 'K08' }, '102', '120', '104'),
	of('Days', { kpi_denominator: 'K08' }, '20', '20', '16'),
	of('Attended', { kpi_numerator: 'K09' }, '41', '38', '44'),
	of('Booked', { kpi_denominator: 'K09' }, '52', '50', '55'),
	of('Plans on time', { kpi_numerator: 'K05' }, '12', '13', '12'),
	of('Plans due', { kpi_denominator: 'K05' }, '20', '18', '16'),
	of('Job starts', { kpi_numerator: 'K19' }, '3', '7', '5'),
	of('Walk-ins', { kpi_numerator: 'Walk-ins' }, '8', '11', '9'),
	of('Notes', 'leave_out'),
	of('Remarks', 'leave_out', '', 'half term', ''),
]

const noDate = { column: 'Month', reason: 'bad_date', words: 'This is not a date.', value: '31/02/2026' }
const rejectedRows: RejectedRowView[] = [
	...[47, 48].map((line) => ({ ...noDate, line })),
	{
		line: 133,
		column: 'Month',
		reason: 'before_joining',
		words: 'Farid joined on 3 August 2026, after this month.',
		value: '07/2026',
	},
	{
		line: 178,
		column: 'Attended',
		reason: 'numerator_above_denominator',
		words: '74 is more than the 71 it is out of.',
		value: '74',
	},
]

const strangers: RejectedRowView[] = [201, 202].map((line) => ({
	line,
	column: 'Adviser',
	reason: 'unknown_adviser',
	words: 'This adviser is not on the roster.',
	value: null,
}))

const dates = [
	{ text: '01/10/2026', day_first: '1 October 2026', month_first: '10 January 2026' },
	{ text: '01/11/2026', day_first: '1 November 2026', month_first: '11 January 2026' },
	{ text: '02/11/2026', day_first: '2 November 2026', month_first: '11 February 2026' },
]

const unknown = (name: string, like: string | null) => ({ name, kind: 'count' as const, like, taken: null })

const base: IntakePlanView = {
	file: 'f1',
	file_name: 'Harbour scorecard 2026.xlsx',
	format: 'XLSX',
	sheets: ['Data', 'Notes for the team'],
	sheet: 'Data',
	kind: 'figures',
	wide: true,
	remembered: false,
	columns,
	refused_columns: refused,
	dates: null,
	date_question: { examples: dates },
	grain: 'month',
	new_advisers: [{ name: 'Ines', taken: null }],
	new_kpis: [unknown('Walk-ins', null), unknown('Contacts', 'K08')],
	rows: 202,
	accepted: 196,
	figures_new: 842,
	figures_same: 120,
	figures_changed: 6,
	total_rows: 1,
	formula_cells: 14,
	expired: 0,
	team_totals: 0,
	rejected: 6,
	rejected_rows: [...rejectedRows, ...strangers],
	blocked: [],
}

/** The columns as chosen; one refused at the door is read only when that was allowed. */
function chosen(all: ColumnView[], { meanings }: IntakeChoices): ColumnView[] {
	return all.map((column, at) => ({ ...column, meaning: meanings[at] ?? column.meaning }))
}

const said = ({ sheet, grain }: IntakeChoices) => ({ sheet: sheet ?? base.sheet, grain: grain ?? base.grain })

function takenFor(wanted: string, { known_advisers }: IntakeChoices): string | null {
	return known_advisers.find(({ name, alias }) => name === wanted && alias !== '')?.alias ?? null
}

export function scorecardPlan(choices: IntakeChoices): IntakePlanView {
	const asked = choices.date_order === null
	const isKnown = (kpi: string) => choices.known_kpis.some(({ name, code }) => name === kpi && code !== '')
	const read = chosen(columns, choices)
	const has = (meaning: MeaningView) => read.some((column) => column.meaning === meaning)
	const blocked = [
		has('adviser') ? '' : 'Say which column holds the adviser.',
		has('period') ? '' : 'Say which column holds the period.',
		asked ? 'Say which way round the dates are.' : '',
	].filter((words) => words !== '')
	const ines = takenFor('Ines', choices)
	const rows = ines !== null || choices.create_advisers ? rejectedRows : base.rejected_rows
	return {
		...base,
		...said(choices),
		columns: read,
		refused_columns: refused.filter(({ position }) => !choices.overrides.includes(position)),
		dates: asked ? null : `${choices.date_order === 'day_first' ? 'day' : 'month'} first, as you said`,
		date_question: asked ? base.date_question : null,
		new_advisers: [{ name: 'Ines', taken: ines }],
		new_kpis: base.new_kpis.filter(({ name }) => !isKnown(name)),
		accepted: 202 - rows.length,
		rejected: rows.length,
		rejected_rows: rows,
		blocked,
	}
}

/** The same file read as a roster. */
export function rosterPlan(choices: IntakeChoices): IntakePlanView {
	const roster = [
		of('Adviser', 'adviser', 'Amara', 'Ben', 'Chloe'),
		of('Name', 'name', 'Made-up A', 'Made-up B', 'Made-up C'),
		of('Office', 'site', 'North', 'North', 'South'),
		of('Started', 'started', '3 April 2023', '3 April 2023', '1 May 2023'),
		of('Hours', 'fte', '1.0', '1.0', '0.8'),
	]
	return {
		...base,
		kind: 'roster',
		wide: false,
		columns: chosen(roster, choices),
		refused_columns: [],
		dates: 'written in words, so there is only one way',
		date_question: null,
		grain: null,
		new_kpis: [],
		rows: 8,
		accepted: 8,
		figures_new: 8,
		figures_same: 0,
		figures_changed: 0,
		total_rows: 0,
		formula_cells: 0,
		rejected: 0,
		rejected_rows: [],
	}
}
