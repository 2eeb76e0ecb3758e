import type { FigureStatusView, GridCellView, GridRowView } from '$lib/ipc'
import { cellAt, type Place } from './places.ts'
import type { UnsavedPair } from './unsaved.svelte.ts'

/** How a cell looks; every look but `plain` has words of its own for a screen reader. */
export type Look =
	Exclude<FigureStatusView, 'ok'> | 'plain' | 'closed' | 'half' | 'refused' | 'queried' | 'missing'

/** One number of a row as it is shown. */
export type Shown = { look: Look; text: string }

/** What a row shows: what was typed, else what is stored, with a mark at the number that was typed last. */
export function seenIn(
	row: GridRowView,
	places: Place[],
	typed: Record<string, UnsavedPair> | undefined,
	isNow: boolean,
): Shown[] {
	return places.map((place) => {
		const cell = cellAt(row, place)
		const unsaved = typed?.[place.kpi]
		const text = (unsaved ?? cell)?.[place.part] ?? ''
		const marked = unsaved ? unsaved.part === place.part : place.part === 'numerator'
		const look = lookOf({ cell, unsaved, text, marked, isNow })
		return { look, text: look === 'closed' ? '' : text }
	})
}

/** What is known about one number of a cell. */
type Seen = {
	cell: GridCellView | undefined
	unsaved: UnsavedPair | undefined
	text: string
	/** Whether a mark of the pair stands at this number. */
	marked: boolean
	/** Whether the period is still running, so that nothing is late yet. */
	isNow: boolean
}

function lookOf({ cell, unsaved, text, marked, isNow }: Seen): Look {
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
