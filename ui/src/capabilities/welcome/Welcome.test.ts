import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import { world } from '$lib/ipc/fake/world.ts'
import { refusal } from '$lib/ipc/fake/world.ts'
import { router } from '$lib/router'
import { session } from '$lib/session'
import Welcome from './Welcome.svelte'

beforeEach(async () => {
	const stop = session.start()
	await session.refresh()
	return stop
})

it('offers three ways in, and Create has the focus', () => {
	render(Welcome)
	expect(screen.getByRole('heading', { level: 1, name: 'Plumbline' })).toBeDefined()
	expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Create' }))
	expect(screen.getByRole('button', { name: 'Open…' })).toBeDefined()
	expect(screen.getByRole('button', { name: 'Try' })).toBeDefined()
})

it('one click opens the sample team', async () => {
	render(Welcome)
	await userEvent.click(screen.getByRole('button', { name: 'Try' }))
	expect(session.phase).toBe('open')
	expect(session.vault?.sample).toBe(true)
})

it('a vault opened lately leads to its lock', async () => {
	render(Welcome)
	await userEvent.click(screen.getByRole('button', { name: /^Quayside pilot/ }))
	expect(router.route).toEqual({ name: 'unlock', params: { place: 'b2' } })
})

it('says what went wrong and stays', async () => {
	world.failures.vault_sample = refusal('disk_full', 'The disk is full.', 'Free some space.').error
	render(Welcome)
	await userEvent.click(screen.getByRole('button', { name: 'Try' }))
	expect((await screen.findByRole('alert')).textContent).toContain('The disk is full.')
	expect(session.phase).toBe('closed')
})
