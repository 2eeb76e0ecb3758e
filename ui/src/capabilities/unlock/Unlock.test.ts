import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import { passphrase, resetWorld, world, type World } from '$lib/ipc/fake/world.ts'
import { session } from '$lib/session'
import Unlock from './Unlock.svelte'

async function lockedWith(change: Partial<World> = {}): Promise<void> {
	resetWorld({ phase: 'locked', lockedBy: 'idle', ...change })
	await session.refresh()
	render(Unlock)
}

beforeEach(() => session.start())

const field = () => screen.getByLabelText('Passphrase')

it('says why it locked and puts the focus into the passphrase', async () => {
	await lockedWith()
	expect(screen.getByText('Locked at 13:41 after 10 minutes without a key or pointer.')).toBeDefined()
	expect(document.activeElement).toBe(field())
})

it('says that typing is kept', async () => {
	await lockedWith({ drafts: new Map([['a', { field: 'a', text: 'b', caret: 1 }]]) })
	expect(screen.getByText(/What you were typing is kept/)).toBeDefined()
})

it('the right passphrase opens the vault', async () => {
	await lockedWith()
	await userEvent.type(field(), `${passphrase}{Enter}`)
	expect(session.phase).toBe('open')
})

it('a wrong one is said at the field, which is emptied', async () => {
	await lockedWith()
	await userEvent.type(field(), 'not this one{Enter}')
	expect(await screen.findByText(/does not open this vault/)).toBeDefined()
	expect(field()).toHaveProperty('value', '')
	expect(field().getAttribute('aria-invalid')).toBe('true')
	expect(document.activeElement).toBe(field())
})

it('after the fifth wrong one there is a wait, and no way round it', async () => {
	await lockedWith({ wrongTries: 4 })
	await userEvent.type(field(), 'wrong{Enter}')
	expect(await screen.findByText('After several wrong tries, wait 2 seconds.')).toBeDefined()
	world.calls = []
	await userEvent.type(field(), `${passphrase}{Enter}`)
	expect(world.calls).not.toContain('vault_open')
})

it('the passphrase can be shown and hidden', async () => {
	await lockedWith()
	await userEvent.click(screen.getByRole('button', { name: 'Show Passphrase' }))
	expect(field()).toHaveProperty('type', 'text')
	await userEvent.click(screen.getByRole('button', { name: 'Hide Passphrase' }))
	expect(field()).toHaveProperty('type', 'password')
})

it('Caps Lock is noticed', async () => {
	await lockedWith()
	await userEvent.keyboard('{CapsLock}a')
	expect(await screen.findByText('Caps Lock is on')).toBeDefined()
})

it('another vault of the last five can be chosen', async () => {
	await lockedWith()
	await userEvent.selectOptions(screen.getByLabelText('Vault'), 'Quayside pilot (Backup)')
	expect(screen.getByText('The vault is shut. Your passphrase opens it.')).toBeDefined()
})
