import type { BlockView, GrainView, KindView, KpiView } from '../bindings.ts'
import type { HandlersOf } from './handlers.ts'
import { refusal } from './world.ts'

type Line = [
	code: string,
	name: string,
	unit: string,
	kind: KindView,
	block: BlockView,
	grain: GrainView,
	top: string,
	out: string,
]

const lines: Line[] = [
	[
		'K01',
		'Contacts',
		'per day',
		'rate',
		'leading',
		'month',
		'two-way contacts with clients',
		'full-time days',
	],
	[
		'K03',
		'Attendance',
		'of booked',
		'proportion',
		'leading',
		'month',
		'appointments attended',
		'appointments booked',
	],
	['K05', 'Plans on time', 'of due', 'proportion', 'leading', 'month', 'plans reviewed on time', 'plans due'],
	['K09', 'Employer conversations', 'a week', 'count', 'leading', 'week', 'conversations with employers', ''],
	['K15', 'Job starts', 'a month', 'count', 'lagging', 'month', 'clients who started a job', ''],
	[
		'K21',
		'In work at 13 weeks',
		'of starts',
		'proportion',
		'lagging',
		'month',
		'starts still in work',
		'job starts',
	],
]

function kpi([code, name, unit_words, kind, block, grain, numerator, denominator]: Line): KpiView {
	return {
		code,
		version: 1,
		valid_from: null,
		name,
		unit_words,
		numerator,
		denominator,
		excludes: ['voicemail', 'mass e-mail'],
		kind,
		direction: 'up',
		block,
		grain,
		exposure: kind === 'rate' ? 'fte_days' : 'none',
		lag_days: block === 'lagging' ? 180 : 7,
		minimum_denominator: 10,
		pair: null,
		feeders: [],
		tasks: ['Meets clients'],
		purpose: 'Shows whether clients are met often enough.',
		less_intrusive: 'A team total would hide who needs support.',
		local: false,
		active: true,
		has_figures: true,
		targets: [],
	}
}

export const allKpis: KpiView[] = [
	...lines.map(kpi),
	{
		...kpi([
			'K31',
			'File score',
			'of points',
			'score_share',
			'quality',
			'month',
			'points reached',
			'points possible',
		]),
		active: false,
		has_figures: false,
	},
]

function find(code: string): KpiView {
	const found = allKpis.find((candidate) => candidate.code === code)
	if (!found) throw refusal('not_found', 'There is no such KPI.')
	return found
}

const list = () => ({ kpis: allKpis })

export const kpis: HandlersOf<'kpis'> = {
	kpis_list: list,
	kpis_save: ({ code, ...given }) => {
		if (code) Object.assign(find(code), given)
		else {
			const line: Line = [
				`L${allKpis.length}`,
				given.name,
				given.unit_words,
				given.kind,
				given.block,
				given.grain,
				'',
				'',
			]
			allKpis.push({ ...kpi(line), ...given, local: true })
		}
		return list()
	},
	kpis_use: ({ code, active }) => {
		find(code).active = active
		return list()
	},
	kpis_set_target: ({ code, ...given }) => {
		const { targets } = find(code)
		targets.push({ ...given, id: Date.now() % 100_000, to: null })
		return list()
	},
	kpis_end_target: ({ id, to }) => {
		for (const target of allKpis.flatMap((held) => held.targets)) if (target.id === id) target.to = to
		return list()
	},
}
