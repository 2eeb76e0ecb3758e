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
	expect(world.calls).not.toContain('vault_keep_drafts')
})

it('a half-filled one is kept and comes back', async () => {
	typed = { alias: 'Am' }
	form.follow()
	await vi.advanceTimersByTimeAsync(1000)
	expect(await new FormDraft('team/adviser/new', () => typed).recall()).toEqual({ alias: 'Am' })
})

it('typed back to what is stored, there is nothing to keep', async () => {
	typed = { alias: 'Am' }
	form.follow()
	typed = { alias: '' }
	form.follow()
	await vi.advanceTimersByTimeAsync(1000)
	expect(world.drafts.has('team/adviser/new')).toBe(false)
})

it('comes back to the same field with the same caret', async () => {
	const shown = document.body.appendChild(document.createElement('form'))
	const [, two] = ['Amara', 'Am'].map((value) =>
		Object.assign(shown.appendChild(document.createElement('input')), { value }),
	)
	form.form(shown)
	two?.focus()
	two?.setSelectionRange(1, 1)
	typed = { alias: 'Am' }
	form.follow()
	await vi.advanceTimersByTimeAsync(1000)
	two?.blur()
	const again = new FormDraft('team/adviser/new', () => typed)
	await again.recall()
	again.form(shown)
	await vi.advanceTimersByTimeAsync(0)
	expect(document.activeElement).toBe(two)
	expect(two?.selectionStart).toBe(1)
	shown.remove()
})

it('leaving it by choice forgets it, locking does not', async () => {
	typed = { alias: 'Am' }
	form.follow()
	await vi.advanceTimersByTimeAsync(1000)
	await session.lock()
	form.forget()
	expect(world.drafts.has('team/adviser/new')).toBe(true)
	world.phase = 'open'
	const again = new FormDraft('team/adviser/new', () => typed)
	await again.recall()
	again.forget()
	expect(world.drafts.has('team/adviser/new')).toBe(false)
})

it('what cannot be read is no draft', async () => {
	for (const text of ['{', '[]', '{"alias":"Am"}']) {
		world.drafts.set('team/adviser/new', { field: 'team/adviser/new', text, caret: 0 })
		expect(await form.recall()).toBeUndefined()
	}
})
