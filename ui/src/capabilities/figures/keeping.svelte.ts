import { dropDrafts, keepSoon, takeDrafts } from '$lib/session'
import type { GrainView } from '$lib/ipc'
import type { Cursor } from './cursor.svelte.ts'
import type { Editing, Editor, Opened } from './editor.svelte.ts'
import type { Grid } from './grid.svelte.ts'
import type { PairKey, UnsavedPair } from './unsaved.svelte.ts'
import type { Part } from './places.ts'

const field = 'figures/grid'

/** The open cell as it is kept: by what it is about, since places on the screen may have changed. */
type KeptCell = PairKey & { part: Part; text: string; opened: Opened }
/** What is kept about one adviser, sealed under that adviser's own key since the field names them. */
type Kept = { cell: KeptCell | null; unsaved: UnsavedPair[] }
/** What an earlier visit left half-typed. */
export type Recalled = { grain: GrainView; period: string; open: () => void }

const fieldOf = (adviser: string) => `${field}/${adviser}`

/** Keeps what is typed and not stored as sealed drafts, and brings it back: same cell, same text, same caret. */
export class Keeping {
	#grid: Grid
	#cursor: Cursor
	#editor: Editor
	/** What is kept already, by adviser: only what has changed goes into the vault again. */
	#held: Record<string, string> = {}

	constructor(grid: Grid, cursor: Cursor, editor: Editor) {
		this.#grid = grid
		this.#cursor = cursor
		this.#editor = editor
	}

	/** Called when anything typed has changed. */
	follow(editing: Editing | undefined, unsaved: UnsavedPair[]): void {
		const before = this.#held
		this.#held = {}
		for (const [adviser, kept] of Object.entries(this.#byAdviser(editing, unsaved))) {
			const text = JSON.stringify(kept)
			this.#held[adviser] = text
			if (text === before[adviser]) continue
			keepSoon(fieldOf(adviser), () => ({ text, caret: this.#editor.editing?.caret ?? 0 }))
		}
		const gone = Object.keys(before).filter((adviser) => !(adviser in this.#held))
		if (gone.length > 0) void dropDrafts(gone.map(fieldOf))
	}

	#byAdviser(editing: Editing | undefined, unsaved: UnsavedPair[]): Record<string, Kept> {
		const cell = editing ? this.#cellOf(editing) : null
		const kept: Record<string, Kept> = cell ? { [cell.adviser]: { cell, unsaved: [] } } : {}
		for (const pair of unsaved) (kept[pair.adviser] ??= { cell: null, unsaved: [] }).unsaved.push(pair)
		return kept
	}

	#cellOf({ spot, text, opened }: Editing): KeptCell | null {
		const key = this.#grid.keyOf(spot)
		const part = this.#grid.places[spot.column]?.part
		return key && part ? { ...key, part, text, opened } : null
	}

	/** Brings back what was left half-typed; nothing when there was nothing. */
	async recall(): Promise<Recalled | undefined> {
		const kept = (await takeDrafts(field)).flatMap((draft) => {
			const own = parsed(draft.text)
			return own ? [{ ...own, caret: draft.caret, draft }] : []
		})
		const adviserOf = (place: string) => place.slice(field.length + 1)
		this.#held = Object.fromEntries(kept.map(({ draft }) => [adviserOf(draft.field), draft.text]))
		const unsaved = kept.flatMap((one) => one.unsaved)
		this.#grid.unsaved.change(unsaved)
		const open = kept.find((one) => one.cell)
		const place = open?.cell ?? unsaved[0]
		if (!place) return undefined
		return {
			grain: place.grain,
			period: place.period,
			open: () => {
				this.#open(place, open?.cell ?? null, open?.caret ?? 0)
			},
		}
	}

	#open(place: KeptCell | UnsavedPair, cell: KeptCell | null, caret: number): void {
		const spot = this.#grid.spotOf(place)
		if (!spot) return
		this.#cursor.go(spot)
		if (cell) this.#editor.editing = { spot, text: cell.text, caret, opened: cell.opened }
	}
}

/** What a draft of an earlier version may hold is not trusted. */
function parsed(text: string): Kept | undefined {
	try {
		const value: unknown = JSON.parse(text)
		const whole = typeof value === 'object' && value !== null && 'cell' in value && 'unsaved' in value
		return whole ? (value as Kept) : undefined
	} catch {
		return undefined
	}
}
