import type { BlockView, OverviewView } from '$lib/ipc'

/** Columns that stand in one table: their places in the rows, and the blocks they come from. */
export type Pack = { blocks: BlockView[]; places: number[] }

const order = ['leading', 'lagging', 'quality', 'context'] as const
/** So many KPIs still stand in one table, stacked where they must. */
const together = 8
/** With more of them each table has so many at most, so that value and sparkline stand side by side. */
export const side = 7

/** The tables of a team: one where all KPIs fit, else whole blocks together as far as they stand side by side. */
export function packsOf(columns: OverviewView['columns']): Pack[] {
	if (columns.length <= together) return [{ blocks: [], places: columns.map((_, at) => at) }]
	const packs: Pack[] = []
	for (const block of order) {
		const places = columns.flatMap((column, at) => (column.block === block ? [at] : []))
		const last = packs.at(-1)
		if (places.length === 0) continue
		if (last && last.places.length + places.length <= side) {
			last.blocks.push(block)
			last.places.push(...places)
		} else packs.push({ blocks: [block], places })
	}
	return packs
}
