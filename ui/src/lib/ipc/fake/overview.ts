import type { KpiView, OverviewCellView, OverviewView } from '../bindings.ts'
import { made, rangeWords, said } from './harbour.ts'
import { allKpis } from './kpis.ts'
import { around } from './periods.ts'
import { spark } from './spark.ts'
import { listAdvisers } from './team.ts'

export const active = () => allKpis.filter((kpi) => kpi.active)

function cell(alias: string, kpi: KpiView): OverviewCellView {
	const figures = made(alias, kpi)
	const late = figures.status === 'no_figures'
	const status = late || figures.status === 'too_few' ? figures.status : 'no_clear_change'
	const last = figures.values.at(-1)
	const value = late || last === undefined ? '' : said(kpi, last)
	const range = rangeWords(kpi, figures)
	const judged = status === 'too_few' ? 'too few to judge' : `usual range ${range}`
	return {
		value,
		status,
		spoken: value === '' ? 'no figures' : `${value}, ${judged}`,
		usual_range: range,
		spark: spark({ ...figures, status }, status, 72, 26),
	}
}

const under: Record<string, string> = { K13: 'last week', K19: 'in month' }

export function overview(month: string | null): OverviewView {
	const rows = listAdvisers()
	const columns = active()
	return {
		...around(month),
		sentence:
			rows.length > 0
				? 'Two KPI lines have a signal at the end of November 2026. Everything else that is in is usual variation, or too early to tell. One figure is late or missing.'
				: 'There is nothing to look at yet. Add your team first; the figures can come in any order after that.',
		needs_you:
			rows.length > 0
				? [
						{
							kind: 'no_figures',
							alias: 'Esi',
							fact: 'Plans on time has no November figures',
							due: '2026-12-08',
							period: '2026-11',
						},
						{
							kind: 'no_figures',
							alias: null,
							fact: 'Files, no critical fail: 2 advisers have no December sample yet',
							due: '2026-12-18',
							period: '2026-12',
						},
					]
				: [],
		quiet: '33 of 42 KPI lines show no clear change.',
		columns: columns.map(({ code, name, unit_words, block }) => ({
			kpi: code,
			name,
			under: under[code] ?? unit_words,
			block,
		})),
		rows: rows.map(({ id, alias, left }) => ({
			adviser: id,
			alias,
			left: left && 'Left 30 October 2026. Figures are due for deletion by 30 April 2027.',
			cells: left ? [] : columns.map((kpi) => cell(alias, kpi)),
		})),
	}
}
