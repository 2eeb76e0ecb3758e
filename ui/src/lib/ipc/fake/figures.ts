import type { GrainView, GridCellView, GridView, RefusedCellView, WriteCells } from '../bindings.ts'
import type { HandlersOf } from './handlers.ts'
import { allKpis } from './kpis.ts'
import { listAdvisers } from './team.ts'
import { world } from './world.ts'

const typed = new Map<string, GridCellView>()
const keyOf = (period: string, adviser: string, kpi: string) => `${period}/${adviser}/${kpi}`

function cell(
	period: string,
	adviser: string,
	kpi: string,
	hasDenominator: boolean,
	place: number,
): GridCellView {
	const held = typed.get(keyOf(period, adviser, kpi))
	if (held) return held
	const empty = place % 7 === 4
	return {
		numerator: empty ? '' : `${20 + ((place * 13) % 17)}`,
		denominator: empty || !hasDenominator ? '' : `${40 + ((place * 7) % 11)}`,
		status: period === '2026-12' ? 'provisional' : 'ok',
		query: null,
		closed: false,
	}
}

function grid(grain: GrainView, period: string): GridView {
	const columns = allKpis
		.filter((kpi) => kpi.active && kpi.grain === grain)
		.map(({ code, name, numerator, denominator, kind }) => ({
			kpi: code,
			name,
			numerator,
			denominator: denominator || null,
			kind,
		}))
	const rows = listAdvisers()
		.filter((adviser) => adviser.left === null)
		.map(({ id, alias }, row) => ({
			adviser: id,
			alias,
			cells: columns.map((column, at) =>
				cell(period, id, column.kpi, column.denominator !== null, row * 3 + at),
			),
		}))
	const cells = rows.flatMap((row) => row.cells)
	return {
		grain,
		period,
		period_words: period === '2026-12' ? 'December 2026' : period === '2026-11' ? 'November 2026' : period,
		previous: period === '2026-12' ? '2026-11' : null,
		next: period === '2026-11' ? '2026-12' : null,
		columns,
		rows,
		cells: cells.length,
		empty: cells.filter((one) => one.numerator === '').length,
		to_confirm: cells.filter((one) => one.query !== null).length,
		saved_at: '14:02:11',
	}
}

function write({ grain, period, cells }: WriteCells) {
	const refused: RefusedCellView[] = []
	for (const { adviser, kpi, numerator, denominator } of cells) {
		if (denominator !== '' && Number(numerator) > Number(denominator)) {
			refused.push({
				adviser,
				kpi,
				reason: `${numerator} of ${denominator} cannot be: the first number is larger.`,
			})
			continue
		}
		const query = Number(numerator) > 90 ? `${numerator} is far above the usual range.` : null
		typed.set(keyOf(period, adviser, kpi), { numerator, denominator, status: 'ok', query, closed: false })
	}
	world.undo.push(cells.length === 1 ? 'one figure' : `${cells.length} figures pasted`)
	return { grid: grid(grain, period), refused }
}

export const figures: HandlersOf<'figures'> = {
	figures_grid: ({ grain, period }) => grid(grain, period ?? (grain === 'week' ? '2026-W48' : '2026-11')),
	figures_write: write,
	figures_mark: ({ adviser, kpi, grain, period, act }) => {
		const held = typed.get(keyOf(period, adviser, kpi))
		if (held && act === 'confirm') held.query = null
		if (held && act === 'dispute') held.status = 'disputed'
		if (held && act === 'settle') held.status = 'ok'
		return grid(grain, period)
	},
}
