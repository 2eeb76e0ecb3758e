import type { Spot } from '$lib/grid'
import type { Figures } from './figures.svelte.ts'

/** Which cells need a word with the person: one that was refused and one that is asked about, the nearest first. */
export class Questions {
	#figures: Figures

	constructor(figures: Figures) {
		this.#figures = figures
	}

	/** Cells whose typing was refused, in the order of typing. */
	refused = $derived.by(() => this.#figures.grid.unsavedHere.filter((pair) => pair.reason !== null))

	refusedSpot: Spot | undefined = $derived.by(() => {
		const { grid, cursor } = this.#figures
		if (grid.unsavedAt(cursor.at)?.reason) return cursor.at
		const [first] = this.refused
		return first && grid.spotOf(first)
	})

	queriedSpot: Spot | undefined = $derived.by(() => {
		const { grid, cursor } = this.#figures
		if (!grid.view?.to_confirm) return undefined
		if (this.#isAsked(cursor.at)) return cursor.at
		for (let row = 0; row < grid.size.rows; row += 1)
			for (let column = 0; column < grid.size.columns; column += 1)
				if (grid.places[column]?.part === 'numerator' && this.#isAsked({ row, column }))
					return { row, column }
		return undefined
	})

	#isAsked(spot: Spot): boolean {
		const { grid, later } = this.#figures
		return Boolean(grid.storedAt(spot)?.query) && !grid.unsavedAt(spot) && !later.includes(this.nameOf(spot))
	}

	nameOf(spot: Spot): string {
		const key = this.#figures.grid.keyOf(spot)
		return key ? `${key.period}/${key.adviser}/${key.kpi}` : ''
	}

	/** In which of twelve tracks each card begins: under its cell, and side by side when there are two. */
	tracks = $derived.by(() => {
		const refused = this.refusedSpot && this.#trackOf(this.refusedSpot)
		const queried = this.queriedSpot && this.#trackOf(this.queriedSpot)
		if (refused === undefined || queried === undefined)
			return { refused: refused ?? 1, queried: queried ?? 1 }
		const left = Math.min(refused, queried, 3)
		const right = Math.max(refused, queried, left + 5)
		return refused <= queried ? { refused: left, queried: right } : { refused: right, queried: left }
	})

	/** A card is five tracks wide. */
	#trackOf(spot: Spot): number {
		const share = (spot.column + 1) / (this.#figures.grid.size.columns + 1)
		return Math.min(8, Math.max(1, Math.round(share * 12)))
	}
}
