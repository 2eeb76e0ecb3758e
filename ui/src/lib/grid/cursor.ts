/** A cell by its row and column, both from 0. */
export type Spot = { row: number; column: number }
/** How many rows and columns there are. */
export type Size = { rows: number; columns: number }

/** Rows that Page Up and Page Down pass. */
const page = 10

type Step = (from: Spot, size: Size) => Spot

/** The keys of the APG grid pattern that move (ux.md 8); `Ctrl+` stands for Cmd on macOS as well. */
const steps: Record<string, Step> = {
	ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
	ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
	ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
	ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
	Home: ({ row }) => ({ row, column: 0 }),
	End: ({ row }, { columns }) => ({ row, column: columns - 1 }),
	PageUp: ({ row, column }) => ({ row: row - page, column }),
	PageDown: ({ row, column }) => ({ row: row + page, column }),
	'Ctrl+Home': () => ({ row: 0, column: 0 }),
	'Ctrl+End': (_, { rows, columns }) => ({ row: rows - 1, column: columns - 1 }),
}

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** Where a key leads from a cell; nothing when it does not move. The edge stops, it never wraps. */
export function moved(event: Key, from: Spot, size: Size): Spot | undefined {
	if (event.altKey) return undefined
	const step = steps[event.ctrlKey || event.metaKey ? `Ctrl+${event.key}` : event.key]
	return step && within(step(from, size), size)
}

/** The nearest cell that exists. */
export function within({ row, column }: Spot, { rows, columns }: Size): Spot {
	return { row: clamp(row, rows), column: clamp(column, columns) }
}

function clamp(value: number, count: number): number {
	return Math.max(0, Math.min(value, count - 1))
}

/** The next cell in reading order, or the one before; from the last cell of a row to the first of the next. */
export function beside(from: Spot, step: 1 | -1, { rows, columns }: Size): Spot {
	const at = from.row * columns + from.column + step
	const last = rows * columns - 1
	const place = Math.max(0, Math.min(at, last))
	return { row: Math.floor(place / columns), column: place % columns }
}

/** A block of cells, its edges included. */
export type Block = { top: number; bottom: number; left: number; right: number }

export function blockOf(one: Spot, other: Spot): Block {
	return {
		top: Math.min(one.row, other.row),
		bottom: Math.max(one.row, other.row),
		left: Math.min(one.column, other.column),
		right: Math.max(one.column, other.column),
	}
}

export function holds({ top, bottom, left, right }: Block, { row, column }: Spot): boolean {
	return row >= top && row <= bottom && column >= left && column <= right
}

/** Every cell of a block, row by row. */
export function spotsOf({ top, bottom, left, right }: Block): Spot[][] {
	return Array.from({ length: bottom - top + 1 }, (_, down) =>
		Array.from({ length: right - left + 1 }, (__, across) => ({ row: top + down, column: left + across })),
	)
}
