import type { ReleasePreviewView } from '../bindings.ts'
import type { HandlersOf } from './handlers.ts'
import { allKpis } from './kpis.ts'
import { refusal } from './world.ts'

const months = ['2026-08', '2026-09', '2026-10', '2026-11']
const words = ['August 2026', 'September 2026', 'October 2026', 'November 2026']

function preview(from: string, to: string): ReleasePreviewView {
	const columns = ['Contacts', 'Attendance', 'Plans on time', 'Job starts']
	const rows = months
		.map((period, at) => ({
			team: 'Harbour',
			period,
			period_words: words[at] ?? period,
			advisers: '5 to 9',
			cells: columns.map((_, column) =>
				column === 3 && at % 2 === 1
					? { value: null, reason: 'Small number' }
					: { value: `${60 + at * 3 + column}${column === 3 ? '' : ' %'}`, reason: null },
			),
		}))
		.filter((row) => row.period >= from && row.period <= to)
	const hidden = rows.flatMap((row) => row.cells).filter((cell) => cell.value === null).length
	return {
		headline: `${hidden} of ${rows.length * columns.length} figures are hidden.`,
		columns,
		rows,
		refusals: [],
		report: [
			{
				head: 'What was tried',
				sentences: ['Every row and column was added up and solved for hidden figures.'],
			},
			{ head: 'What was not', sentences: ['What a reader knows from elsewhere.'] },
		],
		shown: rows.length * columns.length - hidden,
		hidden,
	}
}

export const releases: HandlersOf<'releases'> = {
	releases_choices: () => ({
		months,
		quarters: ['2026-Q2', '2026-Q3'],
		kpis: allKpis.filter((kpi) => kpi.active).map(({ code, name }) => ({ code, name })),
		register: [
			{
				release: 1,
				day: '2026-10-05',
				profile: 'internal',
				words: 'Harbour, April to September 2026, 4 KPIs',
				shown: 22,
				hidden: 2,
				hash: '9f2c4e1ab07d63c8',
			},
		],
	}),
	releases_preview: ({ from, to, profile }) => {
		if (profile === 'public')
			throw refusal(
				'too_small_to_release',
				'Fewer than 10 advisers: nothing may be published.',
				'Choose a narrower circle.',
			)
		return preview(from, to)
	},
	releases_write: ({ format }) => ({ name: `plumbline-summary-2026-11.${format}` }),
}
