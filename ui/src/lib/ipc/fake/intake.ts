import type { BatchView, IntakePlanView } from '../bindings.ts'
import type { HandlersOf } from './handlers.ts'

const plan: IntakePlanView = {
	file: 'f1',
	file_name: 'november-figures.xlsx',
	format: 'XLSX',
	sheets: ['November', 'Notes'],
	sheet: 'November',
	kind: 'figures',
	wide: true,
	remembered: false,
	columns: [
		{ heading: 'Adviser', meaning: 'adviser', samples: ['Amara', 'Ben', 'Chloe'] },
		{ heading: 'Month', meaning: 'period', samples: ['03/04/2026', '04/05/2026', '01/06/2026'] },
		{ heading: 'Contacts', meaning: { kpi_numerator: 'K01' }, samples: ['112', '98', '104'] },
		{ heading: 'Attended', meaning: { kpi_numerator: 'K03' }, samples: ['41', '38', '44'] },
		{ heading: 'Booked', meaning: { kpi_denominator: 'K03' }, samples: ['52', '50', '55'] },
		{ heading: 'Remarks', meaning: 'leave_out', samples: ['', '', ''] },
	],
	refused_columns: [
		{
			heading: 'NI No',
			reason: 'nino',
			words: 'looks like National Insurance numbers',
			cells: 61,
			shape: 'AA 99 99 99 A',
			may_override: false,
		},
	],
	date_question: {
		examples: [
			{ text: '03/04/2026', day_first: '3 April 2026', month_first: '4 March 2026' },
			{ text: '04/05/2026', day_first: '4 May 2026', month_first: '5 April 2026' },
		],
	},
	new_advisers: ['Ines'],
	new_kpis: [{ name: 'Walk-ins', kind: 'count', like: null }],
	rows: 64,
	accepted: 61,
	figures_new: 118,
	figures_same: 2,
	figures_changed: 3,
	total_rows: 1,
	formula_cells: 4,
	rejected: 2,
	rejected_rows: [
		{ line: 12, column: 'Month', reason: 'no_date', words: 'not a date', value: '31/02/2026' },
		{ line: 40, column: 'Attended', reason: 'above', words: 'larger than what it is out of', value: '60' },
	],
	blocked: ['Say which way round the dates are.'],
}

const batches: BatchView[] = [
	{
		batch: 2,
		at: '2026-12-01 09:12',
		kind: 'figures',
		accepted: 61,
		rejected: 2,
		undone: false,
		can_undo: true,
	},
	{
		batch: 1,
		at: '2026-11-02 10:40',
		kind: 'roster',
		accepted: 8,
		rejected: 0,
		undone: true,
		can_undo: false,
	},
]

export const intake: HandlersOf<'intake'> = {
	intake_choose_file: () => ({ file: 'f1', name: plan.file_name }),
	intake_plan: ({ choices }) => {
		const asked = choices.date_order === null
		return {
			...plan,
			columns: plan.columns.map((column, at) => ({
				...column,
				meaning: choices.meanings[at] ?? column.meaning,
			})),
			date_question: asked ? plan.date_question : null,
			blocked: asked ? plan.blocked : [],
		}
	},
	intake_run: () => {
		batches.unshift({
			batch: batches.length + 1,
			at: '2026-12-03 14:02',
			kind: 'figures',
			accepted: 61,
			rejected: 2,
			undone: false,
			can_undo: true,
		})
		return { batch: batches.length, accepted: 61, rejected: 2, figures_new: 118, figures_changed: 3 }
	},
	intake_progress: () => ({ progress: { stage: 'reading', done: 41_000, total: 91_380 } }),
	intake_cancel: () => null,
	intake_batches: () => ({ batches }),
	intake_undo_batch: (number) => {
		for (const batch of batches)
			if (batch.batch === number) Object.assign(batch, { undone: true, can_undo: false })
		return { removed: 120, kept: ['Ben, Contacts, November 2026'] }
	},
	intake_save_rejects: () => ({ name: 'plumbline-rejects.csv' }),
	intake_save_template: () => ({ name: 'plumbline-template.xlsx' }),
}
