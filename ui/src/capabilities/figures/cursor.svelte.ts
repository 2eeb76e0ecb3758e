import { blockOf, moved, within, type Block, type Spot } from '$lib/grid'
import type { Grid } from './grid.svelte.ts'

/** Where the keys are, and the block from there to where Shift began. */
export class Cursor {
	at = $state<Spot>({ row: 0, column: 0 })
	/** Counts the times the focus is to follow; the table then puts it into the cell. */
	pulls = $state(0)
	#anchor = $state<Spot>()
	#grid: Grid

	constructor(grid: Grid) {
		this.#grid = grid
	}

	block: Block = $derived(blockOf(this.#anchor ?? this.at, this.at))
	/** Whether more than one cell is chosen. */
	wide: boolean = $derived(this.block.top !== this.block.bottom || this.block.left !== this.block.right)

	isAt(spot: Spot): boolean {
		return this.at.row === spot.row && this.at.column === spot.column
	}

	/** Which columns of a row are chosen; none when the cursor stands alone. */
	chosenIn(row: number): Pick<Block, 'left' | 'right'> | undefined {
		const { top, bottom } = this.block
		return this.wide && top <= row && row <= bottom ? this.block : undefined
	}

	/** Goes to a cell; `extend` keeps the other end of the block where it is. */
	go(spot: Spot, how: 'alone' | 'extend' = 'alone'): void {
		this.#anchor = how === 'extend' ? (this.#anchor ?? this.at) : undefined
		this.at = within(spot, this.#grid.size)
		this.pulls += 1
	}

	/** The focus came to a cell by itself: by Tab, by a click, by a screen reader. */
	came(spot: Spot): void {
		if (this.isAt(spot)) return
		this.#anchor = undefined
		this.at = spot
	}

	/** Moves by a key of the grid; answers whether it was one. */
	key(event: KeyboardEvent): boolean {
		const spot = moved(event, this.at, this.#grid.size)
		if (!spot) return false
		this.go(spot, event.shiftKey ? 'extend' : 'alone')
		return true
	}

	chooseAll(): void {
		const { rows, columns } = this.#grid.size
		this.#anchor = { row: 0, column: 0 }
		this.at = { row: rows - 1, column: columns - 1 }
		this.pulls += 1
	}

	alone(): void {
		this.#anchor = undefined
	}
}
