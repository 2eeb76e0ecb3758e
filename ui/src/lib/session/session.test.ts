import { beforeEach, expect, it } from 'vitest'
import { toasts } from '$lib/components/toasts.svelte.ts'
import { resetWorld, world } from '$lib/ipc/fake/world.ts'
import { keepSoon } from './drafts.ts'
import { session } from './session.svelte.ts'
import { settings } from './settings.svelte.ts'

beforeEach(async () => {
	resetWorld({ phase: 'open' })
	toasts.list = []
	const stop = session.start()
	await session.refresh()
	return () => {
		stop()
		session.leaving = false
	}
})

it('a lock locks', async () => {
	await session.lock()
	expect(world.phase).toBe('locked')
})

it('a throwaway sample goes only when that is confirmed', async () => {
	world.sample = true
	await session.refresh()
	await session.lock()
	expect(world.phase).toBe('open')
	expect(session.leaving).toBe(true)
})

it('what can be done again is offered, and what cannot is not', async () => {
	world.undo = ['Figure changed']
	await session.undo()
	expect(toasts.list.at(-1)?.act?.label).toBe('Redo')
	world.undo = ['24 figures imported']
	world.redo = Object.assign([], { push: () => 0 })
	await session.undo()
	expect(toasts.list.at(-1)?.act).toBeUndefined()
})

it('the text can be made larger before a vault is open', async () => {
	world.phase = 'closed'
	await settings.load()
	await settings.resize(1)
	expect(world.settings.text_size).toBe(110)
	expect(world.calls).not.toContain('settings_save')
})

it('a window that is about to close takes what is half-typed with it', async () => {
	keepSoon('figures/grid', () => ({ text: '7', caret: 1 }))
	window.dispatchEvent(new Event('plumbline-leaving'))
	await expect.poll(() => world.calls.at(-1)).toBe('vault_quit')
	expect(world.drafts.get('figures/grid')?.text).toBe('7')
})
