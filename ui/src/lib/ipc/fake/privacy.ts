import type { EntryView, InventoryRowView } from '../bindings.ts'
import type { HandlersOf } from './handlers.ts'
import { world } from './world.ts'

type Line = [
	category: string,
	fields: string,
	people: number,
	rows: number,
	oldest: string | null,
	kept: string,
	purpose: string,
	marks: string,
]

/** What the vault of the Harbour team holds; marks: s sealed, a in an access pack. */
const lines: Line[] = [
	[
		'Clients',
		'none',
		0,
		0,
		null,
		'Never held. There is no place to write a client’s name.',
		'Counts are enough to see how the work goes.',
		'',
	],
	[
		'Aliases and names',
		'alias, name',
		8,
		8,
		'2023-04-03',
		'6 months after leaving',
		'To tell advisers apart.',
		'sa',
	],
	[
		'Monthly and weekly figures',
		'KPI, period, two numbers',
		8,
		1_843,
		'2024-11-01',
		'25 months',
		'To see a change early and to support the work.',
		'a',
	],
	[
		'Corrected figures',
		'the value before',
		3,
		6,
		'2026-02-01',
		'as long as the figure',
		'To show what was put right.',
		'a',
	],
	[
		'Working pattern',
		'share of full time, days not available',
		8,
		31,
		'2023-04-03',
		'as long as the figures they feed',
		'To count fairly for hours worked. No reason is kept.',
		'a',
	],
	[
		'Targets',
		'KPI, level, dates, source',
		0,
		3,
		'2026-04-01',
		'3 years after the end',
		'To know what was agreed.',
		'',
	],
	[
		'Summaries that went out',
		'periods, cells, check sum',
		0,
		1,
		'2026-08-04',
		'36 months',
		'So that no two of them give a person away.',
		'',
	],
	[
		'Activity journal',
		'what was done and when, without names',
		1,
		412,
		'2024-11-04',
		'24 months',
		'Security.',
		'',
	],
]

const row = ([category, fields, people, rows, oldest, kept, purpose, marks]: Line): InventoryRowView => ({
	category,
	fields,
	people: world.empty ? 0 : people,
	rows: world.empty ? 0 : rows,
	oldest: world.empty ? null : oldest,
	kept,
	purpose,
	basis: kept === '7 years' || category === 'Clients' ? 'Not personal' : 'Legitimate interests',
	sealed: marks.includes('s'),
	access: marks.includes('a'),
})

const deeds: [action: string, words: string, count: number][] = [
	['figures_written', 'Figures entered', 12],
	['figures_written', 'Figures pasted', 56],
	['intake_run', 'Spreadsheet imported', 196],
	['vault_opened', 'Vault opened', 0],
	['team_saved', 'Adviser saved', 1],
	['scorecard_written', 'Scorecard written', 1],
	['vault_locked', 'Vault locked', 0],
]
const total = 412

/** The one entry that says why. */
const reasoned = {
	action: 'phase_set',
	words: 'Phase set by hand',
	count: 1,
	reason:
		'The employer desk opened on 20 April, and two advisers took over its calls; the weeks before it cannot be compared.',
}

function entry(sequence: number): EntryView {
	const [action, words, count] = deeds[sequence % deeds.length] ?? ['vault_opened', 'Vault opened', 0]
	const back = total - sequence
	const at = new Date(Date.UTC(2026, 11, 3, 14, 2, 11) - back * 5_417_000).toISOString()
	return {
		sequence,
		at: at.slice(0, 19).replace('T', ' '),
		action,
		words,
		count,
		...(sequence === 409 && reasoned),
	}
}

const sentence = `The journal is whole: ${total} entries, unbroken from the first to the last.`

export const privacy: HandlersOf<'privacy'> & HandlersOf<'journal'> = {
	privacy_inventory: () => ({
		rows: lines.map(row),
		due: world.empty
			? []
			: [
					'54 figures of November 2024 become 25 months old on 17 December 2026 and are deleted.',
					'2 values from before corrections go with them.',
				],
		journal: sentence,
	}),
	journal_page: ({ skip, take }) => {
		const count = Math.max(0, Math.min(take, total - skip))
		return {
			entries: Array.from({ length: count }, (_, at) => entry(total - skip - at)),
			total,
			sound: true,
			sentence,
		}
	},
}
