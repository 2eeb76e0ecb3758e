import type { ChartShapeView, ChartToneView, SparklineView, StatusView } from '../bindings.ts'
import { range, type Made } from './harbour.ts'

type Look = { tone: ChartToneView; shape: ChartShapeView }

const calm: Look = { tone: 'neutral', shape: 'circle' }
const looks: Partial<Record<StatusView, Look>> = {
	better: { tone: 'better', shape: 'square' },
	worse: { tone: 'worse', shape: 'diamond' },
	too_few: { tone: 'neutral', shape: 'hollow' },
}

const tenth = (value: number) => Math.round(value * 10) / 10

/** The last 24 periods as a chart the size of a word. */
export function spark(figures: Made, status: StatusView, width: number, height: number): SparklineView {
	const { tone, shape } = looks[status] ?? calm
	const nothing: SparklineView = { width, height, band: '', lines: [], points: [], tone }
	const values = figures.values.slice(-24)
	if (values.length === 0) return nothing
	const { low, high } = range(figures)
	const [least, most] = [Math.min(low, ...values), Math.max(high, ...values)]
	const y = (value: number) => tenth(height - 3 - ((value - least) / (most - least || 1)) * (height - 6))
	const step = (width - 8) / 23
	const start = width - 4 - step * (values.length - 1)
	const at = values.map((value, index) => ({ x: tenth(start + index * step), y: y(value) }))
	const few = status === 'too_few'
	const points = (few ? at : at.slice(-1)).map((point) => ({ ...point, shape, tone }))
	if (few) return { ...nothing, points }
	const left = tenth(Math.max(0, start - 4))
	const band = `${left},${y(high)} ${width},${y(high)} ${width},${y(low)} ${left},${y(low)}`
	const line = at.map((point) => `${point.x},${point.y}`).join(' ')
	return { ...nothing, band, lines: [line], points: status === 'no_figures' ? [] : points }
}
