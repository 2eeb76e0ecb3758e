import type { BaselineView, ChartPageView, KpiView, MarkView, PhaseView, StatusView } from '../bindings.ts'
import { drawChart } from './chart-frame.ts'
import { made, range, rangeWords, said, type Made } from './harbour.ts'
import { around, periodBack } from './periods.ts'
import { allKpis } from './kpis.ts'
import { aliasOf } from './team.ts'
import { atBeginning, refusal, world } from './world.ts'

const phases = new Map<string, PhaseView[]>()
const baselines = new Map<string, BaselineView>()
atBeginning(() => {
	phases.clear()
	baselines.clear()
})

type Cell = { adviser: string; kpi: string; month?: string | null }
const keyOf = ({ adviser, kpi }: Cell) => `${adviser}/${kpi}`

const words: Record<StatusView, string> = {
	better: 'Better, 8 weeks',
	worse: 'Worse, 8 weeks',
	changed: 'Changed, 7 months',
	no_clear_change: 'No clear change',
	too_few: 'Too few to judge',
	no_figures: 'No figures',
}

export const changeOf = (status: StatusView): MarkView<StatusView> => ({ mark: status, words: words[status] })

export function targetOf(kpi: KpiView, figures: Made): ChartPageView['target'] {
	if (kpi.targets.every((target) => target.to !== null)) return { mark: 'no_target', words: 'No target' }
	return figures.values.length < 13
		? { mark: 'too_few', words: 'Too few to judge' }
		: { mark: 'sometimes_met', words: 'Sometimes met' }
}

function finding(alias: string, name: string, status: StatusView): string {
	if (status === 'worse') return `${name} fell below ${alias}’s usual range`
	if (status === 'better') return `${name} stayed above ${alias}’s average for 8 weeks`
	const inner = name.charAt(0).toLowerCase() + name.slice(1)
	if (status === 'too_few') return `Too few figures to judge ${inner} yet`
	if (status === 'no_figures') return `No figures for ${inner} in November 2026`
	return `${name} stayed within ${alias}’s usual range`
}

function sentence(alias: string, kpi: KpiView, figures: Made): string {
	const last = figures.values.at(-1)
	if (last === undefined) return 'Nothing is recorded yet.'
	const now = `${kpi.name} stood at ${said(kpi, last)} in ${periodBack(kpi.grain, 0).inside}.`
	if (figures.run > 0) {
		const side = figures.status === 'worse' ? 'below' : 'above'
		const run = `Each of the last 8 weeks is ${side} ${alias}’s average of ${said(kpi, range(figures).centre)}.`
		return `${now} ${run} This is unlikely to be chance.`
	}
	if (figures.status === 'too_few')
		return `${now} There are ${figures.values.length} of the 13 periods that a usual range needs.`
	if (figures.status === 'no_figures')
		return `The figure is not here yet. The last one was ${said(kpi, last)}.`
	return `${now} That is within ${alias}’s usual range of ${rangeWords(kpi, figures)}.`
}

function working(kpi: KpiView, figures: Made): ChartPageView['worked_out'] {
	const { centre, low, high } = range(figures)
	const unit = kpi.grain === 'week' ? 'weeks' : 'months'
	const numbers = `average ${centre.toFixed(2)}; ${low.toFixed(2)} to ${high.toFixed(2)}`
	const target = kpi.targets.find((one) => one.to === null)
	const rows = [
		{ term: 'Counted', detail: kpi.numerator },
		...(kpi.denominator ? [{ term: 'Out of', detail: kpi.denominator }] : []),
		...(kpi.excludes.length > 0 ? [{ term: 'Left out', detail: kpi.excludes.join(', ') }] : []),
		{
			term: kpi.grain === 'week' ? 'Weeks' : 'Months',
			detail: `${figures.values.length} closed, ${figures.open === null ? 0 : 1} open`,
		},
		{ term: 'Range now', detail: figures.values.length < 13 ? 'none yet: 13 periods are needed' : numbers },
		{ term: 'Fixed on', detail: `${figures.fixed} ${unit}; later ones are judged, not absorbed` },
		{
			term: 'Signals',
			detail: figures.run > 0 ? `run of 7 or more: ${figures.run} ${unit}; trend: none` : 'none',
		},
		...(target
			? [
					{
						term: 'Target',
						detail: `expect ${target.value} or more in about 10 of 12 ${unit}, had nothing changed`,
					},
				]
			: []),
		...(kpi.code === 'K19' ? [sooner] : []),
		{ term: 'Rule set', detail: 'MDC-2024/7, XmR' },
		{ term: 'Last figure', detail: 'typed by you, 30 November 2026, 16:40' },
	]
	return rows.map((row) => ({ opens: [], ...row }))
}

const sooner = {
	term: 'Look sooner',
	detail: 'A change may show sooner in employer conversations.',
	opens: [{ kpi: 'K13', name: 'Employer conversations' }],
}

/** Where the chart ends, and where it could. */
function monthsOf(cell: Cell): Pick<ChartPageView, 'month' | 'months'> {
	const { month, months } = around(cell.month ?? null)
	return { month, months }
}

/** The page of a made-up chart. */
export function chartOf(alias: string, kpi: KpiView, cell: Cell): ChartPageView {
	const figures = world.empty ? made('', kpi) : made(alias, kpi)
	const title = finding(alias, kpi.name, figures.status)
	const says = sentence(alias, kpi, figures)
	const target = kpi.targets.find((one) => one.to === null)?.value ?? null
	const level = target === null ? null : parseFloat(target) / (target.includes('%') ? 100 : 1)
	const worked = working(kpi, figures)
	const count = figures.values.length
	const reason = 'New range from 20 April: employer desk opened'
	const drawn = { title, sentence: says, caption: `${kpi.name}, ${alias}`, reason }
	const own = phases.get(keyOf(cell))
	const born: PhaseView[] =
		figures.from > 0
			? [{ id: 1, from: '2026-W17', from_words: 'week of 20 April 2026', reason: 'Employer desk opened' }]
			: []
	return {
		...cell,
		...monthsOf(cell),
		alias,
		name: kpi.name,
		finding: title,
		sentence: says,
		unit_line: `${kpi.grain === 'week' ? 'Per week' : 'Per month'} · 5.0 days throughout`,
		change: changeOf(figures.status),
		target: targetOf(kpi, figures),
		chart: drawChart(kpi, figures, drawn, level),
		legend:
			'Circle: usual variation. Diamond: part of a signal for the worse. Hollow: not judged, still open.',
		worked_out: worked,
		worked_out_text: worked.map(({ term, detail }) => `${term}: ${detail}`).join('\n'),
		phases: own ?? born,
		baseline: baselines.get(keyOf(cell)) ?? null,
		periods: figures.values
			.map((_, at) => periodBack(kpi.grain, count - 1 - at))
			.map(({ period, words: inWords }) => ({ period, words: inWords })),
	}
}

export function page(cell: Cell): ChartPageView {
	const kpi = allKpis.find((one) => one.code === cell.kpi)
	if (!kpi) throw refusal('not_found', 'There is no such KPI.')
	return chartOf(aliasOf(cell.adviser), kpi, cell)
}

export function addPhase(request: Cell & { from: string; reason: string }): ChartPageView {
	if (request.reason.trim() === '') throw refusal('rule_refused', 'Say what changed.', null, 'reason')
	const before = page(request)
	const from_words = before.periods.find(({ period }) => period === request.from)?.words ?? request.from
	const added = { id: before.phases.length + 1, from: request.from, from_words, reason: request.reason }
	phases.set(keyOf(request), [...before.phases, added])
	world.undo.push('a new phase')
	return page(request)
}

export function removePhase(request: Cell & { id: number }): ChartPageView {
	phases.set(
		keyOf(request),
		page(request).phases.filter(({ id }) => id !== request.id),
	)
	return page(request)
}

export function setBaseline(request: Cell & { points: number | null; reason: string }): ChartPageView {
	const { points, reason } = request
	if (points === null) baselines.delete(keyOf(request))
	else if (points > page(request).periods.length)
		throw refusal('rule_refused', 'The phase has fewer points than that.', null, 'points')
	else baselines.set(keyOf(request), { points, reason })
	return page(request)
}
