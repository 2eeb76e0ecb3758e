import type { CellText, GrainView, GridCellView, GridView, KpiView, WriteCells } from '../bindings.ts'
import type { HandlersOf } from './handlers.ts'
import { made } from './harbour.ts'
import { allKpis } from './kpis.ts'
import { periodBack } from './periods.ts'
import { listAdvisers } from './team.ts'
import { atBeginning, refusal, world } from './world.ts'

const typed = new Map<string, GridCellView>()
atBeginning(() => {
	typed.clear()
})
const keyOf = (period: string, adviser: string, kpi: string) => `${period}/${adviser}/${kpi}`

const closed: GridCellView = {
	numerator: '',
	denominator: '',
	status: 'ok',
	query: null,
	closed: true,
	was: null,
	note: null,
}
const blank: GridCellView = { ...closed, closed: false }

/** What was reported so many periods back from the last closed one. */
function reported(alias: string, kpi: KpiView, back: number): GridCellView {
	const { values, of, status } = made(alias, kpi)
	const at = values.length - 1 - back + (status === 'no_figures' ? 1 : 0)
	const value = back < 0 ? undefined : values[at]
	if (value === undefined) return back > 3 && alias === 'Farid' ? closed : blank
	const whole = kpi.kind === 'rate' ? 20 : of[at]
	const numerator = `${Math.round(value * (whole ?? 1))}`
	return {
		...blank,
		numerator,
		denominator: whole === undefined ? '' : `${whole}`,
		query: ask(alias, kpi, back),
		...putRight(alias, kpi, back),
	}
}

/** One October figure was put right and has a note, so that there is something kept with it. */
function putRight(alias: string, kpi: KpiView, back: number): Partial<GridCellView> {
	return back === 1 && alias === 'Ben' && kpi.code === 'K19'
		? { status: 'corrected', was: ['4', ''], note: 'short month' }
		: {}
}

/** One November figure is unusual, so that there is something to ask about. */
function ask(alias: string, kpi: KpiView, back: number): string | null {
	return back === 0 && alias === 'Esi' && kpi.code === 'K19' ? '10 is far above Esi’s usual 2 to 8.' : null
}

function cell(alias: string, adviser: string, kpi: KpiView, back: number, period: string): GridCellView {
	return typed.get(keyOf(period, adviser, kpi.code)) ?? reported(alias, kpi, back)
}

const hasDenominator = (kpi: KpiView) => kpi.denominator !== ''

function grid(grain: GrainView, wanted: string | null): GridView {
	const periods = Array.from({ length: 25 }, (_, back) => periodBack(grain, back - 1))
	const at = wanted === null ? 0 : periods.findIndex(({ period }) => period === wanted)
	const shown = periods[at]
	if (!shown) throw refusal('rule_refused', 'No figures can be kept for that period.')
	const kpis = allKpis.filter((kpi) => kpi.active && kpi.grain === grain)
	const rows = listAdvisers()
		.filter((adviser) => adviser.left === null)
		.map(({ id, alias }) => ({
			adviser: id,
			alias,
			cells: kpis.map((kpi) => cell(alias, id, kpi, at - 1, shown.period)),
		}))
	const cells = rows.flatMap((row) => row.cells)
	/** Numbers to be typed: two where a second one stands beside the first. */
	const numbersOf = (at: number) => (kpis[at]?.denominator === '' ? 1 : 2)
	const count = (isMeant: (cell: GridCellView) => boolean) =>
		rows
			.flatMap((row) => row.cells.map((one, at) => (isMeant(one) ? numbersOf(at) : 0)))
			.reduce<number>((sum, numbers) => sum + numbers, 0)
	return {
		grain,
		period: shown.period,
		period_words: shown.words,
		previous: periods[at + 1]?.period ?? null,
		next: periods[at - 1]?.period ?? null,
		periods: periods.map(({ period, words }) => ({ period, words })),
		columns: kpis.map((kpi) => ({
			kpi: kpi.code,
			name: kpi.name,
			numerator: kpi.numerator,
			denominator: hasDenominator(kpi) ? kpi.denominator : null,
			kind: kpi.kind,
			early: false,
		})),
		rows,
		cells: count((one) => !one.closed),
		empty: count((one) => !one.closed && one.numerator === ''),
		to_confirm: cells.filter((one) => one.query !== null).length,
		saved_at: '14:02:11',
	}
}

/** Why a cell cannot be true, as Rust would word it. */
function fault({ kpi, numerator, denominator }: CellText): string | undefined {
	const texts = [numerator, denominator].filter((text) => text !== '')
	if (texts.some((text) => !/^\d+(\.\d+)?$/.test(text))) return 'Only numbers can be entered here.'
	const share = allKpis.find(({ code }) => code === kpi)?.kind === 'proportion'
	return share && Number(numerator) > Number(denominator)
		? `${numerator} is more than ${denominator}.`
		: undefined
}

const aliasOf = (adviser: string) => listAdvisers().find(({ id }) => id === adviser)?.alias ?? ''

function write({ grain, period, cells }: WriteCells) {
	const refused = cells.flatMap((one) => {
		const reason = fault(one)
		return reason === undefined ? [] : [{ adviser: one.adviser, kpi: one.kpi, reason }]
	})
	for (const { adviser, kpi, numerator, denominator } of cells) {
		if (refused.some((one) => one.adviser === adviser && one.kpi === kpi)) continue
		const far = Number(numerator) > 90 && denominator === ''
		const query = far ? `${numerator} is far above ${aliasOf(adviser)}’s usual range.` : null
		typed.set(keyOf(period, adviser, kpi), { ...blank, numerator, denominator, query })
	}
	const written = cells.length - refused.length
	if (written > 0) world.undo.push(written === 1 ? 'one figure' : `${written} figures pasted`)
	return { grid: grid(grain, period), refused }
}

export const figures: HandlersOf<'figures'> = {
	figures_grid: ({ grain, period }) => grid(grain, period),
	figures_write: write,
	figures_mark: ({ adviser, kpi, grain, period, act }) => {
		const now = grid(grain, period)
		const column = now.columns.findIndex((one) => one.kpi === kpi)
		const held = now.rows.find((row) => row.adviser === adviser)?.cells[column]
		if (!held) throw refusal('not_found', 'There is no such figure.')
		if (act === 'confirm') held.query = null
		else held.status = act === 'dispute' ? 'disputed' : 'ok'
		typed.set(keyOf(period, adviser, kpi), held)
		return grid(grain, period)
	},
}
