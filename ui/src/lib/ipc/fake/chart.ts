import type { ChartPageView, ChartPathView, ChartTextView, ChartView } from '../bindings.ts'
import { series } from './spark.ts'

const width = 684
const height = 410
const left = 44
const right = 564
const bottom = 366
const top = 20
const greatest = 18
const y = (value: number) => Math.round((bottom - (value / greatest) * (bottom - top)) * 10) / 10
const across = (value: number) => `${left},${y(value)} ${right},${y(value)}`

function label(value: number, text: string, strong = false): ChartTextView {
	return { x: right + 12, y: y(value) + 4, text, anchor: 'start', tone: strong ? 'neutral' : 'muted', strong }
}

const fixed: ChartPathView[] = [
	...[5, 10, 15].map((value): ChartPathView => ({ line: 'grid', tone: 'muted', points: across(value) })),
	{ line: 'axis', tone: 'muted', points: across(0) },
	{ line: 'limit', tone: 'muted', points: across(15.9) },
	{ line: 'limit', tone: 'muted', points: across(4.3) },
	{ line: 'centre', tone: 'muted', points: across(10.1) },
	{ line: 'target', tone: 'neutral', points: across(8) },
]

function chart(alias: string, name: string): ChartView {
	const values = series(alias.length + name.length).map((value, at) => (at >= 16 ? value - 4 : value))
	const step = (right - left - 20) / (values.length - 1)
	const points = values.map((value, at) => {
		const signal = at >= 16
		return {
			x: Math.round((left + 10 + at * step) * 10) / 10,
			y: y(value),
			shape: signal ? ('diamond' as const) : ('circle' as const),
			tone: signal ? ('worse' as const) : ('neutral' as const),
			head: `Week ${at + 25} of 2026: ${value.toFixed(1)}`,
			body: signal ? 'Part of a run below the average of 10.1.' : 'Within the usual range of 4.3 to 15.9.',
		}
	})
	return {
		width,
		height,
		title: `${name} fell below ${alias}’s usual range`,
		sentence: `Each of the last 8 weeks is below ${alias}’s average of 10.1. This is unlikely to be chance.`,
		bands: [{ points: `${across(15.9)} ${right},${y(4.3)} ${left},${y(4.3)}` }],
		lines: [
			...fixed,
			{ line: 'series', tone: 'neutral', points: points.map((point) => `${point.x},${point.y}`).join(' ') },
		],
		texts: [
			label(15.9, '15.9 upper limit'),
			label(10.1, '10.1 average', true),
			label(8, '8 target'),
			label(4.3, '4.3 lower limit'),
			...[0, 5, 10, 15].map((value): ChartTextView => ({
				x: left - 8,
				y: y(value) + 4,
				text: String(value),
				anchor: 'end',
				tone: 'muted',
				strong: false,
			})),
		],
		points,
		table: {
			caption: `${name}, ${alias}`,
			columns: ['Period', 'Figure'],
			rows: values.map((value, at) => [`Week ${at + 25} of 2026`, value.toFixed(1)]),
		},
	}
}

/** The chart page of one cell. */
export function chartPage(adviser: string, alias: string, name: string, kpi: string): ChartPageView {
	const drawn = chart(alias, name)
	return {
		adviser,
		alias,
		kpi,
		name,
		finding: drawn.title,
		sentence: drawn.sentence,
		unit_line: 'Per week · 5.0 days throughout',
		change: { mark: 'worse', words: 'Worse, 8 weeks' },
		target: { mark: 'sometimes_met', words: 'Sometimes met' },
		chart: drawn,
		legend: 'Grey circle: usual variation. Diamond: part of a signal. Hollow: week still open, not judged.',
		worked_out: [
			{ term: 'Counted', detail: 'two-way contacts with an employer about a real or likely role' },
			{ term: 'Weeks', detail: '52 closed, 0 missing, 1 open' },
			{
				term: 'Range now',
				detail: 'average 10.08; mean moving range 2.17; 2.66 × 2.17 = 5.78; so 4.30 to 15.87',
			},
			{ term: 'Rule set', detail: 'MDC-2024/7, XmR' },
		],
		worked_out_text: 'Counted: two-way contacts …',
		phases: [],
		baseline: null,
		periods: [
			{ period: '2026-W40', words: 'week of 28 September 2026' },
			{ period: '2026-W48', words: 'week of 23 November 2026' },
		],
	}
}
