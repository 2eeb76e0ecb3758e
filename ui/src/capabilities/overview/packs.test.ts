import { expect, it } from 'vitest'
import type { BlockView } from '$lib/ipc'
import { packsOf } from './packs.ts'

/** So many KPIs of each block, in the order of the blocks. */
function check(counts: Record<BlockView, number>, expected: string[]) {
	const columns = Object.entries(counts).flatMap(([block, count]) =>
		Array.from({ length: count }, () => ({ kpi: '', name: '', under: '', block: block as BlockView })),
	)
	const said = packsOf(columns).map(({ blocks, places }) => `${blocks.join('+')}: ${places.join(' ')}`)
	expect(said).toEqual(expected)
}

it('a few KPIs stand in one table', () => {
	check({ leading: 4, lagging: 2, quality: 2, context: 0 }, [': 0 1 2 3 4 5 6 7'])
})

it('more of them are set by block, blocks together as far as they stand side by side', () => {
	check({ leading: 5, lagging: 3, quality: 3, context: 1 }, [
		'leading: 0 1 2 3 4',
		'lagging+quality+context: 5 6 7 8 9 10 11',
	])
})

it('a block with many stays whole', () => {
	check({ leading: 9, lagging: 0, quality: 1, context: 0 }, ['leading: 0 1 2 3 4 5 6 7 8', 'quality: 9'])
})
