import type { ChartPointView, ChartView } from '$lib/ipc'

/** Sizes in chart units; a letter is counted generously, since fonts are the reader's business. */
const tooltip = { width: 216, padding: 24, line: 18, letter: 6.4 }
const gap = 14
const reach = 6

type Box = { x: number; y: number; width: number; height: number }

/** Which point of a chart is looked at, by key or pointer, and where its tooltip sits without covering a point. */
export class ChartReader {
	at = $state<number>()
	/** What a screen reader says: the point a key has moved to, not the one the chart begins with. */
	spoken = $state('')
	/** Whether the pointer brought it. */
	hovered = $state(false)
	/** The point the focus is on, which the pointer gives back when it leaves. */
	#kept: number | undefined
	#chart: () => ChartView

	constructor(chart: () => ChartView) {
		this.#chart = chart
	}

	point: ChartPointView | undefined = $derived.by(() =>
		this.at === undefined ? undefined : this.#chart().points[this.at],
	)

	/** Where the tooltip is: beside the point, inside the drawing, over as few points as can be. */
	place: Box = $derived.by(() => {
		const { point } = this
		return point ? this.#place(point) : { x: 0, y: 0, width: 0, height: 0 }
	})

	#place(point: ChartPointView): Box {
		const { width, height, points } = this.#chart()
		const size = { width: tooltip.width, height: heightOf(point) }
		const across = [point.x + gap, point.x - gap - size.width, point.x - size.width / 2]
		const down = [point.y + gap, point.y - gap - size.height, height - size.height, 0]
		const boxes = down.flatMap((y) => across.map((x): Box => ({ x, y, ...size })))
		const cost = (box: Box) => points.filter((other) => isOver(box, other)).length
		const inside = ({ x, y }: Box) => x >= 0 && x + size.width <= width && y >= 0 && y + size.height <= height
		// The first of the cheapest: beside the point before the far edges of the drawing.
		const [best] = boxes.filter(inside).sort((one, other) => cost(one) - cost(other))
		return best ?? { x: clamp(point.x + gap, width - size.width), y: 0, ...size }
	}

	/** The focus has come: begins at the latest point, unless one is looked at already. */
	arrive(): void {
		const last = this.#chart().points.length - 1
		if (last < 0) return
		this.at ??= last
		this.#kept = this.at
	}

	/** Takes the point away, whoever brought it. */
	leave(): void {
		this.at = undefined
		this.#kept = undefined
		this.hovered = false
		this.spoken = ''
	}

	/** The focus has gone; the point under the pointer stays. */
	blur(): void {
		const { at, hovered } = this
		this.leave()
		if (hovered) this.at = at
		this.hovered = hovered
	}

	/** The pointer has gone. */
	away(): void {
		this.hovered = false
		this.at = this.#kept
	}

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
		if (key === 'Escape' && this.at !== undefined) this.leave()
		else if (moves[key] === undefined) return false
		else {
			this.at = moves[key]
			this.#kept = this.at
			this.hovered = false
			this.spoken = this.point ? `${this.point.head}. ${this.point.body}` : ''
		}
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
		this.hovered = best !== undefined
	}
}

const clamp = (value: number, most: number) => Math.max(0, Math.min(value, most))

function heightOf(point: ChartPointView): number {
	const across = Math.floor((tooltip.width - tooltip.padding) / tooltip.letter)
	const lines = Math.ceil(point.head.length / across) + Math.ceil(point.body.length / across)
	return lines * tooltip.line + tooltip.padding
}

function isOver(box: Box, point: ChartPointView): boolean {
	const across = point.x > box.x - reach && point.x < box.x + box.width + reach
	return across && point.y > box.y - reach && point.y < box.y + box.height + reach
}
