import { dropDraft, keepSoon, takeDraft } from '$lib/session'
import type { GrainView } from '$lib/ipc'
import type { Cursor } from './cursor.svelte.ts'
import type { Editing, Editor, Opened } from './editor.svelte.ts'
import type { Grid } from './grid.svelte.ts'
import type { PairKey, UnsavedPair } from './unsaved.svelte.ts'
import type { Part } from './places.ts'

const field = 'figures/grid'

/** The open cell as it is kept: by what it is about, since places on the screen may have changed. */
type KeptCell = PairKey & { part: Part; text: string; opened: Opened }
type Kept = { cell: KeptCell | null; unsaved: UnsavedPair[] }

function isKept(value: unknown): value is Kept {
	return typeof value === 'object' && value !== null && 'cell' in value && 'unsaved' in value
}

/** Keeps what is typed and not stored as one sealed draft, and brings it back: same cell, same text, same caret. */
export class Keeping {
	#grid: Grid
	#cursor: Cursor
	#editor: Editor
	#holds = false

	constructor(grid: Grid, cursor: Cursor, editor: Editor) {
		this.#grid = grid
		this.#cursor = cursor
		this.#editor = editor
	}

	/** Called when anything typed has changed. */
	follow(editing: Editing | undefined, unsaved: UnsavedPair[]): void {
		const cell = editing ? this.#cellOf(editing) : null
		if (cell || unsaved.length > 0) {
			this.#holds = true
			const text = JSON.stringify({ cell, unsaved } satisfies Kept)
			keepSoon(field, () => ({ text, caret: this.#editor.editing?.caret ?? editing?.caret ?? 0 }))
		} else if (this.#holds) {
			this.#holds = false
			void dropDraft(field)
		}
	}

	#cellOf({ spot, text, opened }: Editing): KeptCell | null {
		const key = this.#grid.keyOf(spot)
		const part = this.#grid.places[spot.column]?.part
		return key && part ? { ...key, part, text, opened } : null
	}

	/** What an earlier visit left half-typed; nothing when there was nothing. */
	async recall(): Promise<{ grain: GrainView; period: string; open: () => void } | undefined> {
		const draft = await takeDraft(field)
		const kept = draft && read(draft.text)
		if (!kept) return undefined
		this.#holds = true
		this.#grid.unsaved.change(kept.unsaved)
		const { cell } = kept
		const place = cell ?? kept.unsaved[0]
		if (!place) return undefined
		const open = () => {
			const spot = this.#grid.spotOf(place)
			if (!spot) return
			this.#cursor.go(spot)
			if (cell) this.#editor.editing = { spot, text: cell.text, caret: draft.caret, opened: cell.opened }
		}
		return { grain: place.grain, period: place.period, open }
	}
}

function read(text: string): Kept | undefined {
	try {
		const value: unknown = JSON.parse(text)
		return isKept(value) ? value : undefined
	} catch {
		return undefined
	}
}
