import { beside, readSheet, spotsOf, writeSheet, type Spot } from '$lib/grid'
import { toasts } from '$lib/components'
import { t } from '$lib/i18n'
import type { Cursor } from './cursor.svelte.ts'
import type { Change, Grid } from './grid.svelte.ts'

/** How a cell was opened: arrows leave it after typing over, and move the caret after Enter or F2. */
export type Opened = 'over' | 'inside'
export type Editing = { spot: Spot; text: string; caret: number; opened: Opened }

/** What the keys of the grid do besides moving: editing, clearing, copying and pasting (ux.md 8). */
export class Editor {
	editing = $state<Editing>()
	readonly grid: Grid
	readonly cursor: Cursor

	constructor(grid: Grid, cursor: Cursor) {
		this.grid = grid
		this.cursor = cursor
	}

	/** Opens a cell for typing; with `text` it is typed over, without it is changed where it stands. */
	begin(spot: Spot = this.cursor.at, text?: string): void {
		if (this.grid.isClosed(spot)) return
		const shown = text ?? this.grid.textAt(spot)
		const opened = text === undefined ? 'inside' : 'over'
		this.cursor.go(spot)
		this.editing = { spot, text: shown, caret: shown.length, opened }
	}

	/** Stores what was typed; with `next` the cursor goes on to that cell. */
	async commit(next?: Spot): Promise<void> {
		const done = this.editing
		this.editing = undefined
		if (next) this.cursor.go(next)
		if (done) await this.grid.enter([{ spot: done.spot, text: done.text.trim() }])
	}

	cancel(): void {
		this.editing = undefined
		this.cursor.go(this.cursor.at)
	}

	/** A key on a cell that is not open. */
	key(event: KeyboardEvent): void {
		const plain = !event.ctrlKey && !event.metaKey && !event.altKey
		const acts: Record<string, () => void> = {
			Enter: () => {
				this.begin()
			},
			F2: () => {
				this.begin()
			},
			Delete: () => void this.clear(),
			Backspace: () => void this.clear(),
			Escape: () => {
				this.grid.putBack(this.cursor.at)
				this.cursor.alone()
			},
		}
		const act = plain ? acts[event.key] : undefined
		if (act) act()
		else if (plain && event.key.length === 1 && event.key !== ' ') this.begin(this.cursor.at, event.key)
		else if (isAll(event)) this.cursor.chooseAll()
		else if (!this.cursor.key(event)) return
		event.preventDefault()
	}

	/** A key in the open cell. */
	typing(event: KeyboardEvent): void {
		const next = this.#after(event)
		if (event.key === 'Escape') this.cancel()
		else if (next) void this.commit(next)
		else return
		event.preventDefault()
		event.stopPropagation()
	}

	/** Where a key leads out of the open cell. */
	#after({ key, shiftKey }: KeyboardEvent): Spot | undefined {
		const { row, column } = this.cursor.at
		const step = shiftKey ? -1 : 1
		if (key === 'Tab') return beside(this.cursor.at, step, this.grid.size)
		const steps: Record<string, Spot> = {
			Enter: { row: row + step, column },
			ArrowUp: { row: row - 1, column },
			ArrowDown: { row: row + 1, column },
			...(this.editing?.opened === 'over' && {
				ArrowLeft: { row, column: column - 1 },
				ArrowRight: { row, column: column + 1 },
			}),
		}
		return steps[key]
	}

	clear(): Promise<void> {
		return this.grid.enter(
			spotsOf(this.cursor.block).flatMap((row) => row.map((spot) => ({ spot, text: '' }))),
		)
	}

	/** The chosen cells as a block for a spreadsheet. */
	copied(): string {
		return writeSheet(spotsOf(this.cursor.block).map((row) => row.map((spot) => this.grid.textAt(spot))))
	}

	/** Puts a block in from the top left of what is chosen; one number alone fills the whole of it. */
	async paste(text: string): Promise<void> {
		const sheet = readSheet(text)
		const { top, left } = this.cursor.block
		const alone = sheet.length === 1 && sheet[0]?.length === 1 ? sheet[0][0] : undefined
		const changes: Change[] =
			alone === undefined
				? sheet.flatMap((row, down) =>
						row.map((cell, across) => ({ spot: { row: top + down, column: left + across }, text: cell })),
					)
				: spotsOf(this.cursor.block).flatMap((row) => row.map((spot) => ({ spot, text: alone })))
		const fit = changes.filter(({ spot }) => !this.grid.isClosed(spot))
		await this.grid.enter(fit)
		if (changes.length === 1) return
		toasts.say(t('figures-pasted', { count: fit.length, out: changes.length - fit.length }))
	}
}

function isAll(event: KeyboardEvent): boolean {
	return (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a'
}
