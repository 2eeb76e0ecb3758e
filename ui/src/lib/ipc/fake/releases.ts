import type {
	NoticeView,
	OpenMonthView,
	RegisterEntryView,
	ReleaseCellView,
	ReleasePreviewView,
	ReleaseSpec,
	ReportSectionView,
} from '../bindings.ts'
import type { HandlersOf } from './handlers.ts'
import { allKpis } from './kpis.ts'
import { periodBack } from './periods.ts'
import { atBeginning, refusal, world } from './world.ts'

const months = Array.from({ length: 12 }, (_, at) => periodBack('month', 11 - at))
const quarters = ['2026-Q1', '2026-Q2', '2026-Q3']
const quarterWords = ['January to March 2026', 'April to June 2026', 'July to September 2026']

let register: RegisterEntryView[] = []
atBeginning(() => {
	register = [
		{
			release: 1,
			day: '2026-08-04',
			profile: 'internal',
			words: 'January to July 2026 by month, 4 KPIs',
			shown: 26,
			hidden: 2,
			hash: '9f2c4e1ab07d63c8',
		},
	]
})

/** The team of the whole sample: November of each KPI, and what it is out of or divided by. */
const figures: Record<string, { november: number; of?: number; over?: number }> = {
	K08: { november: 808, over: 147 },
	K09: { november: 77, of: 420 },
	K05: { november: 76, of: 96 },
	K13: { november: 261 },
	K19: { november: 40 },
	K23: { november: 65, of: 34 },
	K30: { november: 89, of: 38 },
	K29: { november: 83, over: 52 },
}

/** Plans are known 28 days after the month. */
const openMonths = (code: string): OpenMonthView[] =>
	code === 'K05'
		? [{ month: '2026-11', quarter: '2026-Q4', words: 'November 2026 is not final before 29 December 2026.' }]
		: []

function cell(code: string, back: number): ReleaseCellView {
	const { november, of, over } = figures[code] ?? { november: 0 }
	const value = november + ((back * 7) % 11)
	if (code === 'K23' && back !== 1) return { value: null, behind: '', reason: 'It is out of fewer than 10.' }
	if (code === 'K30' && back === 2)
		return { value: null, behind: '', reason: 'It is none or all, so it would say the same of each adviser.' }
	if (of !== undefined) {
		return { value: `${value}\u00a0%`, behind: `${Math.round((of * value) / 100)} of ${of}`, reason: null }
	}
	if (over !== undefined)
		return { value: (value / over).toFixed(1), behind: `${value} over ${over.toFixed(1)}`, reason: null }
	return { value: `${value}`, behind: '', reason: null }
}

function refusalsOf({ profile, from }: ReleaseSpec): NoticeView[] {
	const least = { internal: 5, partner: 7, public: 10 }[profile]
	if (least > 7)
		return [
			{
				message: `No team has ${least + 1} advisers or more in these periods.`,
				hint: 'Choose more periods, or wait until the team is larger.',
			},
		]
	if (from <= '2026-07' || from.includes('Q'))
		return [
			{
				message:
					'July 2026 went out before, in summary 1. The difference of the two could give a person away.',
				hint: 'Choose only periods that have not gone out yet.',
			},
		]
	return []
}

function reportOf({ profile }: ReleaseSpec, hidden: number): ReportSectionView[] {
	const [audience, advisers, counted, base] = {
		internal: ['the same organisation', 5, 5, 10],
		partner: ['a partner or the commissioner', 7, 8, 20],
		public: ['everybody', 10, 10, 30],
	}[profile] as [string, number, number, number]
	const for_words =
		`Made for ${audience}. Behind every figure stand at least ${advisers} advisers besides any one of them. ` +
		`Whatever is counted, or is not, comes to ${counted} or more without that one. ` +
		`A share or a mean is out of ${base} or more.`
	const section = (head: string, ...sentences: string[]) => ({ head, sentences })
	return [
		section('Who it is for', for_words),
		section(
			'Smallest group',
			'The smallest group behind a printed figure has 6 advisers or more. Head-counts are shown as bands only.',
		),
		section(
			'Hidden figures',
			hidden === 0
				? 'None had to be hidden.'
				: `Too few people: 0. Too small a base: ${hidden}. One person stands out, or all are alike: 0.`,
		),
		section('Not tested', 'What a reader could learn from outside this team.'),
		section(
			'Earlier summaries checked with this one',
			'One earlier summary was looked at. It shares no day.',
		),
		section(
			'Reader assumed',
			'A colleague who knows each adviser’s team, hours and leave, their own figures, and every earlier summary.',
		),
		section(
			'How it was proved',
			'Every cell was judged by itself. The table has no totals, so no cell can be worked out from others.',
		),
	]
}

/** What the app says of a team that is too small. */
function leftOut({ profile }: ReleaseSpec): NoticeView {
	const least = { internal: 6, partner: 8, public: 11 }[profile]
	return {
		message: `Quayside is left out: fewer than ${least} of its advisers have figures in these periods.`,
		hint: 'To summarise it, put it together with another team first; once a summary has gone out, its periods are closed.',
	}
}

function preview(spec: ReleaseSpec): ReleasePreviewView {
	const all = spec.grain === 'quarter' ? quarters : months.map(({ period }) => period)
	const said = spec.grain === 'quarter' ? quarterWords : months.map((month) => month.words)
	const kpis = allKpis.filter((kpi) => kpi.active && (spec.kpis.length === 0 || spec.kpis.includes(kpi.code)))
	const rows = all
		.map((period, at) => ({
			team: 'Harbour',
			period,
			period_words: said[at] ?? period,
			advisers: '5 to 9',
			cells: kpis.map((kpi) => cell(kpi.code, all.length - 1 - at)),
		}))
		.filter(({ period }) => period >= spec.from && period <= spec.to)
	if (rows.length === 0) throw refusal('rule_refused', 'The first period is after the last.', null, 'to')
	const cells = rows.flatMap((row) => row.cells)
	const hidden = cells.filter((one) => one.value === null).length
	const cost = hidden === 0 ? 'No figure is hidden' : `${hidden} of ${cells.length} figures are hidden`
	return {
		headline: cost,
		left_out: world.smallTeam ? leftOut(spec) : null,
		columns: kpis.map(({ code, name, unit_words }) => {
			const isCount = !figures[code]?.of && !figures[code]?.over
			return { name, unit: isCount ? '' : unit_words }
		}),
		rows,
		refusals: refusalsOf(spec),
		report: reportOf(spec, hidden),
		shown: cells.length - hidden,
		hidden,
	}
}

export const releases: HandlersOf<'releases'> = {
	releases_choices: () => ({
		months: world.empty ? [] : months.map(({ period }) => period),
		quarters: world.empty ? [] : quarters,
		kpis: allKpis
			.filter((kpi) => kpi.active)
			.map(({ code, name }) => ({ code, name, open: openMonths(code) })),
		register: world.empty ? [] : register,
	}),
	releases_preview: preview,
	releases_write: ({ spec, format }) => {
		const { refusals, shown, hidden } = preview(spec)
		const [refused] = refusals
		if (refused) throw refusal('release_refused', refused.message, refused.hint)
		const release = register.length + 1
		const words = `${spec.from} to ${spec.to}, ${spec.kpis.length || 'all'} KPIs`
		const entry = { release, day: '2026-12-03', profile: spec.profile, words, shown, hidden }
		register = [{ ...entry, hash: '31d0a6c47be98f02' }, ...register]
		const name = `plumbline-summary-${spec.to}`
		return format === 'csv'
			? { name: `${name}.csv`, beside: `${name}.report.txt` }
			: { name: `${name}.${format}` }
	},
}
