import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import { groups, resetWorld, world } from '$lib/ipc/fake/world.ts'
import { session } from '$lib/session'
import Recover from './Recover.svelte'

const next = 'seven quiet herons at dawn'

beforeEach(async () => {
	resetWorld({ phase: 'locked', lockedBy: 'asked' })
	const stop = session.start()
	await session.refresh()
	render(Recover)
	return stop
})

async function fill(code: string): Promise<void> {
	await userEvent.type(screen.getByLabelText('Recovery code'), code)
	await userEvent.type(screen.getByLabelText('Passphrase'), next)
	await userEvent.type(screen.getByLabelText('Passphrase again'), next)
	await userEvent.click(screen.getByRole('button', { name: 'Open and set passphrase' }))
}

it('the code opens the vault and sets a new passphrase', async () => {
	await fill(groups.join('-').toLowerCase())
	expect(session.phase).toBe('open')
	expect(world.passphrase).toBe(next)
})

it('a short code is named at the top and at its field', async () => {
	await fill('7K3M')
	const words = 'A recovery code has seven groups of four.'
	expect(screen.getByRole('heading', { name: 'There is a problem' })).toBeDefined()
	await userEvent.click(screen.getByRole('link', { name: words }))
	expect(document.activeElement).toBe(screen.getByLabelText('Recovery code'))
	expect(world.calls).not.toContain('vault_recover')
})

it('a wrong code is refused and nothing changes', async () => {
	await fill('A'.repeat(28))
	expect((await screen.findByRole('alert')).textContent).toContain('does not open this vault')
	expect(session.phase).toBe('locked')
})
