import type { KpiRowView, OverviewCellView, OverviewView, ScorecardView, StatusView } from '../bindings.ts'
import { chartPage } from './chart.ts'
import type { HandlersOf } from './handlers.ts'
import { allKpis } from './kpis.ts'
import { spark } from './spark.ts'
import { aliasOf, listAdvisers } from './team.ts'

const months = ['2026-10', '2026-11']
const monthWords: Record<string, string> = { '2026-10': 'October 2026', '2026-11': 'November 2026' }

function around(wanted: string | null) {
	const month = wanted ?? '2026-11'
	const at = months.indexOf(month)
	return {
		month,
		month_words: monthWords[month] ?? month,
		previous: months[at - 1] ?? null,
		next: months[at + 1] ?? null,
	}
}

function statusOf(alias: string, code: string): StatusView {
	if (alias === 'Farid') return 'too_few'
	if (alias === 'Esi' && code === 'K05') return 'no_figures'
	if (alias === 'Grace' && code === 'K09') return 'worse'
	if (alias === 'Chloe' && code === 'K09') return 'better'
	return 'no_clear_change'
}

const active = () => allKpis.filter((kpi) => kpi.active)

function overviewCell(alias: string, place: number, code: string): OverviewCellView {
	const status = statusOf(alias, code)
	const marked = status === 'better' || status === 'worse' ? 'no_clear_change' : status
	const value =
		status === 'no_figures' ? '' : code === 'K03' || code === 'K05' ? `${70 + place} %` : `${4 + place}`
	return {
		value,
		status: marked,
		spoken: value === '' ? 'no figures' : `${value}, within the usual range`,
		usual_range: '4.3 to 15.9',
		spark: spark(place + code.length, marked, 72, 26),
	}
}

function overview(month: string | null): OverviewView {
	const advisers = listAdvisers()
	return {
		...around(month),
		sentence:
			advisers.length > 0
				? 'One KPI has no November figures. Everything else is in.'
				: 'There is nothing to look at yet.',
		needs_you:
			advisers.length > 0
				? [
						{
							kind: 'no_figures',
							alias: 'Esi',
							fact: 'Plans on time has no November figures',
							due: '2026-12-08',
							period: '2026-11',
						},
					]
				: [],
		quiet: '33 of 42 KPI lines show no clear change.',
		columns: active().map(({ code, name, unit_words, block }) => ({
			kpi: code,
			name,
			under: unit_words,
			block,
		})),
		rows: advisers.map(({ id, alias, left }, place) => ({
			adviser: id,
			alias,
			left: left && 'Left 30 October 2026. Figures are kept until 30 April 2027, then deleted.',
			cells: left ? [] : active().map((kpi) => overviewCell(alias, place, kpi.code)),
		})),
	}
}

const changeWords: Record<StatusView, string> = {
	better: 'Better, 8 weeks',
	worse: 'Worse, 8 weeks',
	changed: 'Changed, 7 months',
	no_clear_change: 'No clear change',
	too_few: 'Too few to judge',
	no_figures: 'No figures',
}

function kpiRow(alias: string, place: number): (kpi: (typeof allKpis)[number]) => KpiRowView {
	return ({ code, name, unit_words }) => {
		const status = statusOf(alias, code)
		const sometimes = code === 'K09' || code === 'K15'
		return {
			kpi: code,
			name,
			unit_words,
			now: status === 'no_figures' ? '' : `${4 + place}`,
			period_words: 'November 2026',
			out_of: null,
			interval: null,
			arrow: status === 'worse' ? 'down' : status === 'better' ? 'up' : null,
			usual_range: status === 'too_few' ? 'no range yet' : '4.3 to 15.9',
			change: { mark: status, words: changeWords[status] },
			target: sometimes
				? { mark: 'sometimes_met', words: 'Sometimes met' }
				: { mark: 'no_target', words: 'No target' },
			spark: spark(place + code.length, status, 140, 24),
			age: status === 'no_figures' ? 'last figure is 2 months old' : null,
		}
	}
}

function card(id: string, month: string | null): ScorecardView {
	const alias = aliasOf(id)
	const rows = active().map((kpi) => ({ block: kpi.block, row: kpiRow(alias, Number(id))(kpi) }))
	const marked = rows.find(({ row }) => row.change.mark === 'worse' || row.change.mark === 'better')
	return {
		adviser: id,
		alias,
		subtitle: 'Adviser since 3 April 2023 · 1.0 full-time',
		...around(month),
		changed: marked
			? [`Employer conversations have moved away from ${alias}’s average since 5 October.`]
			: [],
		not_changed: 'Five KPIs are within their usual range. Job starts are one of them.',
		not_known: '9 job starts have reached 13 weeks. That is too few to judge how well they last.',
		changed_mark: marked?.row.change.mark ?? 'no_clear_change',
		blocks: (['leading', 'lagging', 'quality'] as const)
			.map((block) => ({ block, rows: rows.filter((one) => one.block === block).map(({ row }) => row) }))
			.filter((block) => block.rows.length > 0),
	}
}

const page = ({ adviser, kpi }: { adviser: string; kpi: string }) =>
	chartPage(adviser, aliasOf(adviser), allKpis.find((one) => one.code === kpi)?.name ?? kpi, kpi)

export const scorecard: HandlersOf<'scorecard'> = {
	scorecard_overview: ({ month }) => overview(month),
	scorecard_adviser: ({ adviser, month }) => card(adviser, month),
	scorecard_chart: page,
	scorecard_add_phase: (request) => ({
		...page(request),
		phases: [{ id: 1, from: request.from, from_words: request.from, reason: request.reason }],
	}),
	scorecard_remove_phase: page,
	scorecard_set_baseline: (request) => ({
		...page(request),
		baseline: request.points === null ? null : { points: request.points, reason: request.reason },
	}),
	scorecard_write: ({ format }) => ({ name: `plumbline-scorecard-2026-11.${format}` }),
}
