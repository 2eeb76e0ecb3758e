import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { resetWorld, world } from '$lib/ipc/fake/world.ts'
import { FormDraft } from './form-draft.svelte.ts'
import { session } from './session.svelte.ts'

let typed = { alias: '' }
let form: FormDraft<typeof typed>

beforeEach(async () => {
	vi.useFakeTimers()
	resetWorld({ phase: 'open' })
	const stop = session.start()
	await session.refresh()
	typed = { alias: '' }
	form = new FormDraft('team/adviser/new', () => typed)
	form.begin()
	return stop
})
afterEach(() => {
	vi.useRealTimers()
})

it('an untouched form leaves nothing behind', async () => {
	form.follow()
	await vi.advanceTimersByTimeAsync(1000)
	expect(world.calls).not.toContain('vault_keep_draft')
})

it('a half-filled one is kept and comes back', async () => {
	typed = { alias: 'Am' }
	form.follow()
	await vi.advanceTimersByTimeAsync(1000)
	expect(await new FormDraft('team/adviser/new', () => typed).recall()).toEqual({ alias: 'Am' })
})

it('leaving it by choice forgets it, locking does not', async () => {
	typed = { alias: 'Am' }
	form.follow()
	await vi.advanceTimersByTimeAsync(1000)
	await session.lock()
	form.forget()
	expect(world.drafts.has('team/adviser/new')).toBe(true)
	world.phase = 'open'
	await session.refresh()
	form.forget()
	expect(world.drafts.has('team/adviser/new')).toBe(false)
})

it('what cannot be read is no draft', async () => {
	world.drafts.set('team/adviser/new', { field: 'team/adviser/new', text: '{', caret: 0 })
	expect(await form.recall()).toEqual({})
})
