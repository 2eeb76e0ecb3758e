import type { KpiRowView, KpiView, ScorecardView } from '../bindings.ts'
import { addPhase, changeOf, page, removePhase, setBaseline, targetOf } from './chart.ts'
import { dayWords } from '$lib/format'
import type { HandlersOf } from './handlers.ts'
import { made, rangeWords, said } from './harbour.ts'
import { active, overview } from './overview.ts'
import { around, periodBack } from './periods.ts'
import { spark } from './spark.ts'
import { listAdvisers } from './team.ts'
import { refusal, world } from './world.ts'

/** A Wilson interval, roughly, for a made-up share. */
function interval(share: number, of: number): string {
	const reach = 1.96 * Math.sqrt((share * (1 - share) + 0.25 / of) / of)
	const [low, high] = [Math.max(0, share - reach), Math.min(1, share + reach)]
	return `${Math.round(low * 100)} to ${Math.round(high * 100)}\u00a0%`
}

function row(alias: string, kpi: KpiView): KpiRowView {
	const figures = made(alias, kpi)
	const late = figures.status === 'no_figures'
	const last = late ? undefined : figures.values.at(-1)
	const of = figures.of.at(-1)
	const words = periodBack(kpi.grain, 0).words
	return {
		kpi: kpi.code,
		name: kpi.name,
		unit_words: kpi.unit_words,
		now: last === undefined ? '' : said(kpi, last),
		period_words: words,
		out_of: of && last !== undefined ? `${Math.round(last * of)} of ${of}` : null,
		interval: of && last !== undefined ? interval(last, of) : null,
		arrow: figures.status === 'worse' ? 'down' : figures.status === 'better' ? 'up' : null,
		usual_range: rangeWords(kpi, figures),
		change: changeOf(figures.status),
		target: targetOf(kpi, figures),
		spark: spark(figures, figures.status, 140, 24),
		age: late ? 'Last figure is for October 2026' : null,
	}
}

function card(id: string, month: string | null): ScorecardView {
	const found = listAdvisers().find((adviser) => adviser.id === id)
	if (!found) throw refusal('not_found', 'There is no such adviser.', 'Go back to the list of advisers.')
	const { alias } = found
	const rows = active().map((kpi) => ({ block: kpi.block, row: row(alias, kpi) }))
	const mark = rows
		.map(({ row: { change } }) => change.mark)
		.find((one) => one === 'worse' || one === 'better')
	const quiet = rows.filter(({ row: { change } }) => change.mark === 'no_clear_change').length
	const side = mark === 'better' ? 'above' : 'below'
	return {
		adviser: id,
		alias,
		subtitle: `Adviser since ${dayWords(found.started ?? '2023-04-03')} · ${(found.share / 1000).toFixed(1)} full-time`,
		...around(month),
		changed: mark
			? [
					`Employer conversations have been ${side} ${alias}’s average since 5 October. This is unlikely to be chance.`,
				]
			: [],
		not_changed: quiet > 0 ? `${quiet} ${quiet === 1 ? 'KPI is' : 'KPIs are'} within the usual range.` : '',
		not_known: '9 job starts have reached 13 weeks. That is too few to judge how well they last.',
		changed_mark: mark ?? 'no_clear_change',
		blocks: (['leading', 'lagging', 'quality', 'context'] as const)
			.map((block) => ({ block, rows: rows.filter((one) => one.block === block).map((one) => one.row) }))
			.filter((block) => block.rows.length > 0),
	}
}

export const scorecard: HandlersOf<'scorecard'> = {
	scorecard_overview: ({ month }) => overview(month),
	scorecard_adviser: ({ adviser, month }) => card(adviser, month),
	scorecard_chart: page,
	scorecard_add_phase: addPhase,
	scorecard_remove_phase: removePhase,
	scorecard_set_baseline: setBaseline,
	scorecard_write: ({ adviser, format }) => {
		if (!world.freshPassphrase)
			throw refusal('out_of_date', 'Your passphrase was last typed more than five minutes ago.')
		return { name: `plumbline-${adviser ? 'scorecard' : 'report'}-2026-11.${format}` }
	},
}
