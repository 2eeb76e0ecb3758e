import type { EntryView, InventoryRowView } from '../bindings.ts'
import type { HandlersOf } from './handlers.ts'

const row = (
	category: string,
	fields: string,
	people: number,
	rows: number,
	kept: string,
): InventoryRowView => ({
	category,
	fields,
	people,
	rows,
	oldest: rows > 0 ? '2024-11-01' : null,
	kept,
	purpose: rows > 0 ? 'To support and review work.' : 'Nothing about clients is kept.',
	sealed: category === 'Names',
	access: people > 0,
})

const entries: EntryView[] = [
	['figures_written', 'Figures written', 12],
	['vault_opened', 'Vault opened', 0],
	['intake_run', 'Spreadsheet imported', 61],
	['team_saved', 'Adviser saved', 1],
].map(([action, words, count], at) => ({
	sequence: 412 - at,
	at: `2026-12-03 14:0${4 - at}:11`,
	action: String(action),
	words: String(words),
	count: Number(count),
}))

export const privacy: HandlersOf<'privacy'> & HandlersOf<'journal'> = {
	privacy_inventory: () => ({
		rows: [
			row('Clients', 'none', 0, 0, 'never held'),
			row('Names', 'alias, name', 8, 8, '6 months after leaving'),
			row('Figures', 'KPI, period, value', 8, 1_200, '25 months'),
			row('Working pattern', 'share of full time, days away', 8, 31, 'as long as the figures they feed'),
		],
		due: ['Hugo: figures of 214 cells on 30 April 2027'],
		journal: 'The journal is unbroken from the first entry to the last.',
	}),
	journal_page: ({ skip, take }) => ({
		entries: entries.slice(skip, skip + take),
		total: entries.length,
		sound: true,
		sentence: 'The journal is unbroken from the first entry to the last.',
	}),
}
