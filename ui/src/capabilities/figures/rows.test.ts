import { expect, it } from 'vitest'
import { backend, type GridView } from '$lib/ipc'
import { resetWorld } from '$lib/ipc/fake/world.ts'
import { keepingRows } from './rows.ts'

async function grid(): Promise<GridView> {
	const result = await backend.call('figures_grid', { grain: 'month', period: '2026-11' })
	if (!result.ok) throw new Error(result.error.message)
	return result.value
}

it('only a row that has changed is another one', async () => {
	resetWorld({ phase: 'open' })
	const before = await grid()
	const cells = [{ adviser: before.rows[1]?.adviser ?? '', kpi: 'K19', numerator: '9', denominator: '' }]
	await backend.call('figures_write', { grain: 'month', period: '2026-11', cells })
	const after = keepingRows(before, await grid())
	expect(after.rows.map((row, at) => row === before.rows[at])).toEqual([
		true,
		false,
		true,
		true,
		true,
		true,
		true,
	])
	expect(after.rows[1]?.cells.at(3)?.numerator).toBe('9')
})
