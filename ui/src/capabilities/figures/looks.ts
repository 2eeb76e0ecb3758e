import type { FigureStatusView, GridCellView } from '$lib/ipc'
import type { UnsavedPair } from './unsaved.svelte.ts'

/** How a cell looks; every look but `plain` has words of its own for a screen reader. */
export type Look =
	Exclude<FigureStatusView, 'ok'> | 'plain' | 'closed' | 'half' | 'refused' | 'queried' | 'missing'

/** What is known about one number of a cell. */
export type Seen = {
	cell: GridCellView | undefined
	unsaved: UnsavedPair | undefined
	text: string
	/** Whether a mark of the pair stands at this number. */
	marked: boolean
	/** Whether the period is still running, so that nothing is late yet. */
	isNow: boolean
}

export function lookOf({ cell, unsaved, text, marked, isNow }: Seen): Look {
	if (!cell || cell.closed) return 'closed'
	if (unsaved) return lookOfUnsaved(unsaved, marked)
	if (cell.query !== null && marked) return 'queried'
	if (text === '') return isNow ? 'plain' : 'missing'
	return cell.status === 'ok' ? 'plain' : cell.status
}

function lookOfUnsaved({ reason }: UnsavedPair, marked: boolean): Look {
	if (reason === null) return 'half'
	return marked ? 'refused' : 'plain'
}
