import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { world } from '$lib/ipc/fake/world.ts'
import { dropDrafts, flushDrafts, keepSoon, takeDraft, takeDrafts, takeScreen } from './drafts.ts'

beforeEach(() => {
	vi.useFakeTimers()
	world.phase = 'open'
})
afterEach(async () => {
	await dropDrafts([...world.drafts.keys()])
	vi.useRealTimers()
})

const type = (text: string, field = 'figures/grid') => {
	keepSoon(field, () => ({ text, caret: text.length }))
}

it('what is half-typed is kept a moment after the last key', async () => {
	type('1')
	type('12')
	await vi.advanceTimersByTimeAsync(500)
	expect(world.drafts.get('figures/grid')).toEqual({ field: 'figures/grid', text: '12', caret: 2 })
	expect(world.calls.filter((call) => call === 'vault_keep_drafts')).toHaveLength(1)
})

it('whoever never stops typing loses two seconds at most', async () => {
	for (let letter = 1; letter <= 25; letter += 1) {
		type('x'.repeat(letter))
		await vi.advanceTimersByTimeAsync(100)
	}
	expect(world.drafts.get('figures/grid')?.text.length).toBeGreaterThanOrEqual(20)
})

it('locking keeps what is still on its way', async () => {
	type('7')
	await flushDrafts()
	expect(world.drafts.get('figures/grid')?.text).toBe('7')
})

it('it is found by its field, or with all below it', async () => {
	type('7')
	type('8', 'figures/grid/amara')
	type('9', 'figures/grids')
	await flushDrafts()
	expect((await takeDraft('figures/grid'))?.text).toBe('7')
	expect((await takeDrafts('figures/grid')).map(({ text }) => text)).toEqual(['7', '8'])
})

it('a stored text leaves no draft', async () => {
	type('34')
	await flushDrafts()
	await dropDrafts(['figures/grid'])
	expect(world.drafts.size).toBe(0)
})

it('many texts go into the vault as few questions', async () => {
	for (let at = 0; at < 300; at += 1) type('x'.repeat(2000), `figures/grid/${at}`)
	await flushDrafts()
	expect(await takeDrafts('figures/grid')).toHaveLength(300)
	expect(world.calls.filter((call) => call === 'vault_keep_drafts')).toHaveLength(3)
})

it('a text longer than any field is not kept', async () => {
	type('x'.repeat(20_001))
	await flushDrafts()
	expect(world.drafts.size).toBe(0)
})

it('the screen of a half-typed text is found again once, by another window', async () => {
	location.hash = '#/figures'
	type('7')
	await flushDrafts()
	expect(await takeScreen()).toBe('#/figures')
	expect(await takeScreen()).toBeUndefined()
})

it('with nothing half-typed any more there is no screen to go back to', async () => {
	location.hash = '#/figures'
	type('7')
	await flushDrafts()
	await dropDrafts(['figures/grid'])
	expect(await takeScreen()).toBeUndefined()
})

it('what came back counts as half-typed, so that a second lock leads back to it as well', async () => {
	location.hash = '#/teams'
	world.drafts.set('team/team', { field: 'team/team', text: '{}', caret: 0 })
	await takeDraft('team/team')
	await flushDrafts()
	expect(await takeScreen()).toBe('#/teams')
})
