import type { ChartPathView, ChartTextView, ChartView, KpiView } from '../bindings.ts'
import { points } from './chart-points.ts'
import { range, said, type Made } from './harbour.ts'
import { periodBack } from './periods.ts'

const width = 684
const height = 410
const left = 44
const right = 564
const bottom = 366
const top = 24

export const tenth = (value: number) => Math.round(value * 10) / 10
const path = (...places: [number, number][]) => places.map((place) => place.map(tenth).join(',')).join(' ')

/** The frame of a made-up chart: where a value and a period stand. */
export type Frame = {
	kpi: KpiView
	figures: Made
	x: (at: number) => number
	y: (value: number) => number
	ticks: number[]
}

function frame(kpi: KpiView, figures: Made): Frame {
	const share = kpi.kind === 'proportion'
	const greatest = Math.max(...figures.values, range(figures).high)
	const step = share ? 0.25 : greatest > 12 ? 5 : 2
	const most = share ? 1 : Math.ceil(greatest * 1.12)
	const ticks = Array.from({ length: Math.floor(most / step) + 1 }, (_, at) => at * step)
	const count = Math.max(2, figures.values.length + (figures.open === null ? 0 : 1))
	const across = (right - left - 16) / (count - 1)
	return {
		kpi,
		figures,
		x: (at) => left + 8 + at * across,
		y: (value) => bottom - (value / most) * (bottom - top),
		ticks,
	}
}

function text(x: number, y: number, words: string, rest: Partial<ChartTextView> = {}): ChartTextView {
	return { x: tenth(x), y: tenth(y), text: words, anchor: 'start', tone: 'muted', strong: false, ...rest }
}

/** Phases as stretches: where each begins and ends across. */
function stretches({ figures, x }: Frame): { phase: number; from: number; to: number }[] {
	const edge = (x(figures.from - 1) + x(figures.from)) / 2
	if (figures.from === 0) return [{ phase: 0, from: left, to: right }]
	return [
		{ phase: 0, from: left, to: edge },
		{ phase: figures.from, from: edge, to: right },
	]
}

function limits(drawn: Frame): ChartPathView[] {
	return stretches(drawn).flatMap(({ phase, from, to }) => {
		const { centre, low, high } = range(drawn.figures, phase)
		const line = (value: number, what: ChartPathView['line']): ChartPathView => ({
			line: what,
			tone: 'muted',
			points: path([from, drawn.y(value)], [to, drawn.y(value)]),
		})
		return [line(high, 'limit'), line(low, 'limit'), line(centre, 'centre')]
	})
}

function extras(
	drawn: Frame,
	target: number | null,
	reason: string,
): { lines: ChartPathView[]; texts: ChartTextView[] } {
	const { figures, x, y, kpi } = drawn
	const lines: ChartPathView[] = []
	const texts: ChartTextView[] = []
	if (target !== null) {
		lines.push({ line: 'target', tone: 'neutral', points: path([left, y(target)], [right, y(target)]) })
		// The app moves labels apart that would touch.
		const below = y(range(figures).centre) - y(target)
		const aside = Math.max(0, 14 - Math.abs(below)) * (below < 0 ? -1 : 1)
		texts.push(text(right + 12, y(target) + 4 - aside, `${said(kpi, target)} target`, { tone: 'neutral' }))
	}
	if (figures.from > 0) {
		const edge = stretches(drawn)[1]?.from ?? left
		lines.push({ line: 'break', tone: 'neutral', points: path([edge, top - 20], [edge, bottom]) })
		texts.push(text(edge + 8, top - 10, reason))
		const [start, end] = [x(figures.from), x(figures.from + figures.fixed - 1)]
		const level = y(range(figures).high) + 12
		lines.push({
			line: 'bracket',
			tone: 'muted',
			points: path([start, level + 6], [start, level], [end, level], [end, level + 6]),
		})
		texts.push(
			text((start + end) / 2, level + 18, `Range fixed on these ${figures.fixed} weeks`, {
				anchor: 'middle',
			}),
		)
	}
	if (figures.run > 0) {
		const below = figures.status === 'worse'
		const words = `${figures.run} weeks ${below ? 'below' : 'above'}`
		const tone = below ? 'worse' : 'better'
		const level = y(range(figures).centre) + (below ? 30 : -12)
		texts.push(text(right - 2, level, words, { anchor: 'end', tone, strong: true }))
	}
	return { lines, texts }
}

function labels(drawn: Frame): ChartTextView[] {
	const { kpi, figures, x, y, ticks } = drawn
	const { centre, low, high } = range(figures)
	const count = figures.values.length
	const every = Math.max(1, Math.ceil(count / 6))
	const dates = figures.values.flatMap((_, at) =>
		(count - 1 - at) % every === 0
			? [text(x(at), bottom + 18, periodBack(kpi.grain, count - 1 - at).brief, { anchor: 'middle' })]
			: [],
	)
	const judged =
		count < 13
			? []
			: [
					text(right + 12, y(high) + 4, `${said(kpi, high)} upper limit`),
					text(right + 12, y(low) + 4, `${said(kpi, low)} lower limit`),
				]
	return [
		...ticks.map((tick) => text(left - 8, y(tick) + 4, said(kpi, tick), { anchor: 'end' })),
		...dates,
		...judged,
		text(right + 12, y(centre) + 4, `${said(kpi, centre)} ${count < 13 ? 'median' : 'average'}`, {
			tone: 'neutral',
			strong: true,
		}),
	]
}

/** A chart ready to be drawn, as the charts crate would make it. */
export function drawChart(
	kpi: KpiView,
	figures: Made,
	words: { title: string; sentence: string; caption: string; reason: string },
	target: number | null,
): ChartView {
	const drawn = frame(kpi, figures)
	const judged = figures.values.length >= 13
	const more = extras(drawn, target, words.reason)
	const marks = points(drawn)
	const grid = drawn.ticks.slice(1).map((tick): ChartPathView => ({
		line: 'grid',
		tone: 'muted',
		points: path([left, drawn.y(tick)], [right, drawn.y(tick)]),
	}))
	const bands = stretches(drawn).map(({ phase, from, to }) => {
		const { low, high } = range(figures, phase)
		return {
			points: path([from, drawn.y(high)], [to, drawn.y(high)], [to, drawn.y(low)], [from, drawn.y(low)]),
		}
	})
	const series = figures.values.map((value, at): [number, number] => [drawn.x(at), drawn.y(value)])
	return {
		width,
		height,
		title: words.title,
		sentence: words.sentence,
		bands: judged ? bands : [],
		lines: [
			...grid,
			{ line: 'axis', tone: 'muted', points: path([left, bottom], [right, bottom]) },
			...(judged ? limits(drawn) : []),
			...more.lines,
			...(judged ? [{ line: 'series' as const, tone: 'neutral' as const, points: path(...series) }] : []),
		],
		texts: [...labels(drawn), ...more.texts],
		points: marks,
		table: {
			caption: words.caption,
			columns: ['Period', 'Value', 'What it shows'],
			rows: marks.map(({ head, body }) => [...head.split(': '), body]),
		},
	}
}
