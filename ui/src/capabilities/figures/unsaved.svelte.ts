import { SvelteMap } from 'svelte/reactivity'
import type { GrainView } from '$lib/ipc'
import type { Pair, Part } from './places.ts'

/** Which pair of which period. */
export type PairKey = { grain: GrainView; period: string; adviser: string; kpi: string }

/** A pair that was typed and is not stored: refused with a reason, or half of it still missing. */
export type UnsavedPair = PairKey & Pair & { part: Part; reason: string | null }

const keyOf = ({ grain, period, adviser, kpi }: PairKey) => [grain, period, adviser, kpi].join('/')

/** Everything typed that is not stored, in any period; it outlives a lock as part of the draft. */
export class Unsaved {
	#pairs = new SvelteMap<string, UnsavedPair>()

	get(key: PairKey): UnsavedPair | undefined {
		return this.#pairs.get(keyOf(key))
	}

	keep(pair: UnsavedPair): void {
		this.#pairs.set(keyOf(pair), pair)
	}

	drop(key: PairKey): void {
		this.#pairs.delete(keyOf(key))
	}

	/** What is not stored in one period. */
	of(grain: GrainView, period: string): UnsavedPair[] {
		return this.all().filter((pair) => pair.grain === grain && pair.period === period)
	}

	all(): UnsavedPair[] {
		return [...this.#pairs.values()]
	}
}
