import type { ChartPointView, ChartView } from '$lib/ipc'

const tooltipWidth = 216
const gap = 12

/** Which point of a chart is looked at, by key or pointer, and where its tooltip sits without covering a point. */
export class ChartReader {
	at = $state<number>()
	#chart: () => ChartView

	constructor(chart: () => ChartView) {
		this.#chart = chart
	}

	point: ChartPointView | undefined = $derived.by(() =>
		this.at === undefined ? undefined : this.#chart().points[this.at],
	)

	/** What a screen reader says of the point. */
	spoken = $derived(this.point ? `${this.point.head}. ${this.point.body}` : '')

	/** Left and top of the tooltip, in chart units. */
	place = $derived.by(() => {
		const { point } = this
		if (!point) return { x: 0, y: 0 }
		const { width } = this.#chart()
		const right = point.x + gap + tooltipWidth <= width
		return { x: right ? point.x + gap : point.x - gap - tooltipWidth, y: point.y + gap }
	})

	/** Moves for a key; answers whether the key was one of the chart's. */
	key(key: string): boolean {
		const last = this.#chart().points.length - 1
		if (last < 0) return false
		const here = this.at ?? last
		const moves: Record<string, number | undefined> = {
			ArrowLeft: Math.max(0, here - 1),
			ArrowRight: Math.min(last, here + 1),
			Home: 0,
			End: last,
		}
		if (key === 'Escape' && this.at !== undefined) this.at = undefined
		else if (moves[key] !== undefined)
			this.at = this.at === undefined && key === 'ArrowRight' ? last : moves[key]
		else return false
		return true
	}

	/** The point nearest to a place across the chart. */
	nearest(x: number): void {
		const { points } = this.#chart()
		let best: number | undefined
		for (const [index, point] of points.entries()) {
			const before = best === undefined ? undefined : points[best]
			if (!before || Math.abs(point.x - x) < Math.abs(before.x - x)) best = index
		}
		this.at = best
	}
}
