import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { world } from '$lib/ipc/fake/world.ts'
import { draft, dropDraft, flushDrafts, takeScreen } from './drafts.ts'

let field: HTMLInputElement
beforeEach(() => {
	vi.useFakeTimers()
	field = document.body.appendChild(document.createElement('input'))
})
afterEach(() => {
	field.remove()
	vi.useRealTimers()
})

function type(text: string): void {
	field.value = text
	field.dispatchEvent(new Event('input'))
}

it('what is half-typed is kept a moment after the last key', async () => {
	const stop = draft('figures/grid')(field)
	type('1')
	type('12')
	await vi.advanceTimersByTimeAsync(500)
	expect(world.drafts.get('figures/grid')).toEqual({ field: 'figures/grid', text: '12', caret: 2 })
	expect(world.calls.filter((call) => call === 'vault_keep_draft')).toHaveLength(1)
	if (stop) stop()
})

it('locking keeps what is still on its way', async () => {
	const stop = draft('figures/grid')(field)
	type('7')
	await flushDrafts()
	expect(world.drafts.get('figures/grid')?.text).toBe('7')
	if (stop) stop()
})

it('the text comes back with its caret', async () => {
	world.drafts.set('figures/grid', { field: 'figures/grid', text: '34 of', caret: 2 })
	const stop = draft('figures/grid')(field)
	await vi.advanceTimersByTimeAsync(0)
	expect(field.value).toBe('34 of')
	expect(field.selectionStart).toBe(2)
	expect(document.activeElement).toBe(field)
	if (stop) stop()
})

it('a stored text leaves no draft', async () => {
	world.drafts.set('figures/grid', { field: 'figures/grid', text: '34', caret: 2 })
	await dropDraft('figures/grid')
	expect(world.drafts.size).toBe(0)
})

it('the screen of a half-typed text is found again once, by another window', async () => {
	location.hash = '#/figures'
	const stop = draft('figures/grid')(field)
	type('7')
	await flushDrafts()
	expect(await takeScreen()).toBe('#/figures')
	expect(await takeScreen()).toBeUndefined()
	if (stop) stop()
	await dropDraft('figures/grid')
	await flushDrafts()
	expect(await takeScreen(), 'nothing is half-typed any more').toBeUndefined()
})
