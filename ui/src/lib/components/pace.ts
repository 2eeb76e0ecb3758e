/** Milliseconds of work after which it is said how long the rest takes (ux.md 7). */
const SAID_AFTER = 10_000

/** How far a stretch of work was at a moment of `performance.now()`. */
type Reached = { at: number; done: number; total: number | null }

/** How fast a stretch of work goes, for saying how long the rest takes. */
export class Pace {
	#first: Reached | undefined

	/** Seconds that are left at the pace so far; nothing at first, and where nobody knows how much there is. */
	left(now: Reached): number | undefined {
		const first = this.#first
		if (first?.total !== now.total || now.done < first.done) {
			this.#first = now
			return undefined
		}
		const [spent, done] = [now.at - first.at, now.done - first.done]
		if (spent < SAID_AFTER || done === 0 || now.total === null) return undefined
		return Math.ceil(((now.total - now.done) * spent) / done / 1000)
	}
}
