import type { ChartShapeView, ChartToneView, SparklineView, StatusView } from '../bindings.ts'

/** Twenty-four made-up values around 10, the same for the same seed. */
export function series(seed: number, count = 24): number[] {
	let state = seed * 7919 + 17
	return Array.from({ length: count }, () => {
		state = (state * 1103515245 + 12345) % 2147483648
		return 7 + (state / 2147483648) * 6
	})
}

type Look = { tone: ChartToneView; shape: ChartShapeView; drift: number }

const calm: Look = { tone: 'neutral', shape: 'circle', drift: 0 }
const looks: Partial<Record<StatusView, Look>> = {
	better: { tone: 'better', shape: 'square', drift: 4 },
	worse: { tone: 'worse', shape: 'diamond', drift: -4 },
	too_few: { tone: 'neutral', shape: 'hollow', drift: 0 },
}

export function spark(seed: number, status: StatusView, width: number, height: number): SparklineView {
	const { tone, shape, drift } = looks[status] ?? calm
	if (status === 'no_figures') return { width, height, band: '', lines: [], points: [], tone }
	const few = status === 'too_few'
	const values = series(seed, few ? 4 : 24).map((value, at) => (at > 15 ? value + drift : value))
	const step = (width - 6) / 23
	const start = width - 4 - step * (values.length - 1)
	const at = values.map((value, index) => ({
		x: Math.round((start + index * step) * 10) / 10,
		y: Math.round((height - 3 - ((value - 2) / 16) * (height - 6)) * 10) / 10,
	}))
	const points = (few ? at : at.slice(-1)).map((point) => ({ ...point, shape, tone }))
	if (few) return { width, height, band: '', lines: [], points, tone }
	const [top, bottom] = [height * 0.2, height * 0.8]
	const band = `0,${top} ${width},${top} ${width},${bottom} 0,${bottom}`
	return { width, height, band, lines: [at.map(({ x, y }) => `${x},${y}`).join(' ')], points, tone }
}
