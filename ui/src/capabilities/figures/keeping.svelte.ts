import { dropDraft, keepSoon, takeDraft } from '$lib/session'
import type { GrainView } from '$lib/ipc'
import type { Cursor } from './cursor.svelte.ts'
import type { Editing, Editor, Opened } from './editor.svelte.ts'
import type { Grid } from './grid.svelte.ts'
import type { PairKey, UnsavedPair } from './unsaved.svelte.ts'
import type { Part } from './places.ts'

const field = 'figures/grid'
/** So many advisers are kept; what a paste of more left unsaved is still in its spreadsheet. */
const most = 40

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
	#held: string[] = []

	constructor(grid: Grid, cursor: Cursor, editor: Editor) {
		this.#grid = grid
		this.#cursor = cursor
		this.#editor = editor
	}

	/** Called when anything typed has changed. */
	follow(editing: Editing | undefined, unsaved: UnsavedPair[]): void {
		const cell = editing ? this.#cellOf(editing) : null
		const all = [cell?.adviser, ...unsaved.map((pair) => pair.adviser)].filter((one) => one !== undefined)
		const advisers = all.filter((one, at) => all.indexOf(one) === at).slice(0, most)
		for (const adviser of advisers) {
			const own = cell?.adviser === adviser ? cell : null
			const pairs = unsaved.filter((pair) => pair.adviser === adviser)
			this.#keep(fieldOf(adviser), { cell: own, unsaved: pairs } satisfies Kept)
		}
		for (const adviser of this.#held) if (!advisers.includes(adviser)) void dropDraft(fieldOf(adviser))
		if (advisers.length > 0) this.#keep(field, advisers)
		else if (this.#held.length > 0) void dropDraft(field)
		this.#held = advisers
	}

	#keep(place: string, kept: Kept | string[]): void {
		const text = JSON.stringify(kept)
		keepSoon(place, () => ({ text, caret: this.#editor.editing?.caret ?? 0 }))
	}

	#cellOf({ spot, text, opened }: Editing): KeptCell | null {
		const key = this.#grid.keyOf(spot)
		const part = this.#grid.places[spot.column]?.part
		return key && part ? { ...key, part, text, opened } : null
	}

	/** Brings back what was left half-typed; nothing when there was nothing. */
	async recall(): Promise<Recalled | undefined> {
		const index = await takeDraft(field)
		this.#held = index ? (parsed(index.text, isList) ?? []) : []
		const drafts = await Promise.all(this.#held.map((adviser) => takeDraft(fieldOf(adviser))))
		const kept = drafts.flatMap((draft) => {
			const own = draft && parsed(draft.text, isKept)
			return own ? [{ ...own, caret: draft.caret }] : []
		})
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

const isList = (value: unknown): value is string[] => Array.isArray(value)

function isKept(value: unknown): value is Kept {
	return typeof value === 'object' && value !== null && 'cell' in value && 'unsaved' in value
}

/** What a draft of an earlier version may hold is not trusted. */
function parsed<T>(text: string, is: (value: unknown) => value is T): T | undefined {
	try {
		const value: unknown = JSON.parse(text)
		return is(value) ? value : undefined
	} catch {
		return undefined
	}
}
