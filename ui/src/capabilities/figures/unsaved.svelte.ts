import type { GrainView } from '$lib/ipc'
import type { Pair, Part } from './places.ts'

/** Which pair of which period. */
export type PairKey = { grain: GrainView; period: string; adviser: string; kpi: string }

/** A pair that was typed and is not stored: refused with a reason, or half of it still missing. */
export type UnsavedPair = PairKey & Pair & { part: Part; reason: string | null }

const keyOf = ({ grain, period, adviser, kpi }: PairKey) => [grain, period, adviser, kpi].join('/')

/**
 * Everything typed that is not stored, in any period; it outlives a lock as part of the draft. It changes as a
 * whole, since every cell on screen looks into it: a pasted block is one change, not thousands.
 */
export class Unsaved {
	#pairs = $state.raw<Record<string, UnsavedPair>>({})

	get(key: PairKey): UnsavedPair | undefined {
		return this.#pairs[keyOf(key)]
	}

	/** Keeps some pairs and forgets others. */
	change(kept: UnsavedPair[], dropped: PairKey[] = []): void {
		const gone: Record<string, boolean> = Object.fromEntries(dropped.map((key) => [keyOf(key), true]))
		const before = Object.entries(this.#pairs)
		const stay = before.filter(([key]) => !gone[key])
		if (kept.length === 0 && stay.length === before.length) return
		this.#pairs = Object.fromEntries([...stay, ...kept.map((pair) => [keyOf(pair), pair] as const)])
	}

	/** What is not stored in one period. */
	of(grain: GrainView, period: string): UnsavedPair[] {
		return this.all().filter((pair) => pair.grain === grain && pair.period === period)
	}

	all(): UnsavedPair[] {
		return Object.values(this.#pairs)
	}
}
