import type { KpiView, StatusView } from '../bindings.ts'

/** What the made-up team did in one KPI, oldest first. */
export type Made = {
	values: number[]
	/** What each share is out of; empty for counts. */
	of: number[]
	/** Where the present phase begins, and how many periods fixed its range. */
	from: number
	fixed: number
	/** So many periods at the end are one signal. */
	run: number
	status: StatusView
	/** What the open period shows so far. */
	open: number | null
}

/** What November, or its last week, showed: Amara, Ben, Chloe, Dev, Esi, Farid, Grace. */
const november: Record<string, number[]> = {
	K08: [5.1, 6, 6.5, 5.7, 5.4, 5.9, 5.8],
	K09: [0.8, 0.8, 0.76, 0.69, 0.81, 0.75, 0.74],
	K05: [0.6, 0.72, 0.75, 0.83, 0.8, 0.78, 0.84],
	K13: [8, 9, 14, 12, 11, 7, 4],
	K19: [3, 7, 5, 2, 10, 5, 8],
	K23: [0.7, 0.6, 0.75, 0.5, 0.8, 0.5, 6 / 9],
	K30: [11 / 12, 10 / 12, 1, 11 / 12, 10 / 12, 1, 11 / 12],
	K29: [0.88, 0.8, 0.86, 0.75, 0.9, 0.8, 0.84],
	K17: [0.33, 0.27, 0.36, 0.14, 0.3, 0.28, 0.25],
	K22: [0.1, 0.2, 0.1, 0.3, 0.2, 0.1, 0.2],
	K28: [60, 61, 59, 64, 61, 40, 62],
	K31: [0.74, 0.79, 0.74, 0.76, 0.77, 0.7, 0.75],
}

/** Usual level, spread either way, and what a share is out of. */
const usual: Record<string, [level: number, spread: number, of: number]> = {
	K08: [5.9, 1, 0],
	K09: [0.78, 0.08, 50],
	K05: [0.76, 0.14, 25],
	K13: [9.6, 3, 0],
	K19: [5.6, 3.4, 0],
	K23: [0.66, 0.2, 9],
	K30: [0.9, 0.09, 12],
	K29: [0.84, 0.08, 25],
	K17: [0.3, 0.12, 18],
	K22: [0.15, 0.1, 10],
	K28: [61, 3, 0],
	K31: [0.76, 0.06, 100],
}

/** Grace's weeks since December 2025; the employer desk opened on 20 April. */
const grace = [
	6, 7, 5, 8, 6, 9, 7, 5, 6, 8, 7, 6, 9, 7, 8, 5, 7, 8, 6, 7, 9, 11, 10, 8, 12, 9, 10, 13, 9, 10, 12, 10, 8,
	11, 10, 9, 12, 10, 8, 9, 11, 10, 9, 11, 7, 6, 7, 5, 6, 5, 5, 4,
]
const order = ['Amara', 'Ben', 'Chloe', 'Dev', 'Esi', 'Farid', 'Grace']

/** Numbers between −1 and 1 that look like chance and are the same for the same seed. */
function chance(seed: number, count: number): number[] {
	let state = (seed * 7919 + 17) % 2147483648
	return Array.from({ length: count }, () => {
		state = (state * 1103515245 + 12345) % 2147483648
		return (state / 2147483648) * 2 - 1
	})
}

const round = (value: number, code: string) =>
	code === 'K08' ? Math.round(value * 10) / 10 : Math.round(value)

function series(code: string, place: number, count: number): number[] {
	const [level = 0, spread = 0, of = 0] = usual[code] ?? []
	const seed = place * 31 + Number(code.slice(1)) * 7 + 3
	return chance(seed, count).map((step) => {
		const value = level + step * spread
		return of > 0 ? Math.min(of, Math.round(value * of)) / of : Math.max(0, round(value, code))
	})
}

function count(alias: string, code: string): number {
	if (code === 'K23') return 5
	if (alias === 'Farid') return code === 'K13' ? 17 : 4
	return code === 'K13' ? 52 : 24
}

function statusOf(alias: string, code: string): StatusView {
	if (code === 'K23' || (alias === 'Farid' && code !== 'K13')) return 'too_few'
	if (alias === 'Esi' && code === 'K05') return 'no_figures'
	if (code === 'K13' && alias === 'Grace') return 'worse'
	if (code === 'K13' && alias === 'Chloe') return 'better'
	return 'no_clear_change'
}

const none: Made = { values: [], of: [], from: 0, fixed: 0, run: 0, status: 'no_figures', open: null }

/** The last eight weeks lie above the rest, and the last value is November's; a late one is missing. */
function ending(values: number[], last: number, status: StatusView): number[] {
	const run = status === 'better' ? 8 : 1
	const end = Array.from({ length: run - 1 }, (_, at) => 13 + (at % 3))
	const whole = [...values.slice(0, values.length - run), ...end, last]
	return status === 'no_figures' ? whole.slice(0, -1) : whole
}

/** Whose figures somebody has: in a large made-up team one of the seven, else nobody's. */
function placeOf(alias: string): number {
	const [number] = /\d+$/.exec(alias) ?? []
	return number === undefined ? order.indexOf(alias) : Number(number) % order.length
}

/** The made-up figures of one cell; anybody outside the sample has none. */
export function made(alias: string, kpi: KpiView): Made {
	const { code } = kpi
	const place = placeOf(alias)
	const last = november[code]?.[place]
	if (last === undefined) return none
	const status = statusOf(alias, code)
	if (status === 'worse') return { values: grace, of: [], from: 20, fixed: 24, run: 8, status, open: 3 }
	const values = ending(series(code, place, count(alias, code)), last, status)
	const [, , out = 0] = usual[code] ?? []
	const of = out > 0 ? values.map(() => out) : []
	const run = status === 'better' ? 8 : 0
	const open = code === 'K13' ? Math.round(last * 0.6) : null
	return { values, of, from: 0, fixed: Math.min(24, values.length - run), run, status, open }
}

/** Centre and limits of an XmR chart over the periods that fix the range. */
export function range(
	{ values, from, fixed, of }: Made,
	phase = from,
): { centre: number; low: number; high: number } {
	const base = phase < from ? values.slice(phase, from) : values.slice(from, from + fixed)
	const centre = base.reduce((sum, value) => sum + value, 0) / Math.max(1, base.length)
	const moves = base.slice(1).map((value, at) => Math.abs(value - (base[at] ?? value)))
	const reach = 2.66 * (moves.reduce((sum, move) => sum + move, 0) / Math.max(1, moves.length))
	const most = of.length > 0 ? 1 : Infinity
	return { centre, low: Math.max(0, centre - reach), high: Math.min(most, centre + reach) }
}

/** A value as the app says it: "74 %", "5.8", "4". */
export function said(kpi: KpiView, value: number): string {
	if (kpi.kind === 'proportion') return `${Math.round(value * 100)}\u00a0%`
	return kpi.kind === 'rate' ? value.toFixed(1) : `${Math.round(value * 10) / 10}`
}

/** A usual range in words. */
export function rangeWords(kpi: KpiView, figures: Made): string {
	if (figures.status === 'too_few' || figures.values.length < 13) return 'no range yet'
	const { low, high } = range(figures)
	const share = kpi.kind === 'proportion'
	return `${share ? Math.round(low * 100) : low.toFixed(1)} to ${share ? said(kpi, high) : high.toFixed(1)}`
}
