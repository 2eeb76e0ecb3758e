import type { ChartPointView, KpiView } from '../bindings.ts'
import { tenth, type Frame } from './chart-frame.ts'
import { range, said, type Made } from './harbour.ts'
import { periodBack } from './periods.ts'

function judged(kpi: KpiView, figures: Made, value: number, signal: boolean): string {
	const { centre, low, high } = range(figures)
	if (figures.values.length < 13) return 'Too few to judge.'
	if (!signal) return `Within the usual range of ${said(kpi, low)} to ${said(kpi, high)}.`
	const outside = value < low ? `Below the lower limit of ${said(kpi, low)}. ` : ''
	const side = figures.status === 'worse' ? 'below' : 'above'
	return `${outside}Part of a run ${side} the average of ${said(kpi, centre)}.`
}

function look({ status, values }: Made, signal: boolean): Pick<ChartPointView, 'shape' | 'tone'> {
	if (values.length < 13) return { shape: 'hollow', tone: 'neutral' }
	if (!signal || (status !== 'worse' && status !== 'better')) return { shape: 'circle', tone: 'neutral' }
	return { shape: status === 'worse' ? 'diamond' : 'square', tone: status }
}

/** The points of a made-up chart; the open period comes last and is not judged. */
export function points({ kpi, figures, x, y }: Frame): ChartPointView[] {
	const { values, of, run, open } = figures
	const drawn = values.map((value, at): ChartPointView => {
		const signal = at >= values.length - run
		const head = `${periodBack(kpi.grain, values.length - 1 - at).words}: ${said(kpi, value)}`
		const out = of[at] ? `${Math.round(value * of[at])} of ${of[at]}. ` : ''
		const body = out + judged(kpi, figures, value, signal)
		return { x: tenth(x(at)), y: tenth(y(value)), ...look(figures, signal), head, body }
	})
	if (open === null) return drawn
	const head = `${periodBack(kpi.grain, -1).words}: ${said(kpi, open)}`
	const place = { x: tenth(x(values.length)), y: tenth(y(open)) }
	return [...drawn, { ...place, shape: 'hollow', tone: 'neutral', head, body: 'Still open, not judged.' }]
}
