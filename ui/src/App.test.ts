import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { passphrase, resetWorld, world, type World } from '$lib/ipc/fake/world.ts'
import { router } from '$lib/router'
import { session } from '$lib/session'
import App from './App.svelte'

async function start(change: Partial<World>, address = '#/settings'): Promise<void> {
	resetWorld(change)
	window.history.replaceState(null, '', address)
	session.state = undefined
	render(App)
	await screen.findByRole('heading', { level: 1 })
}

it('a shut vault shows nothing of it, whatever the address says', async () => {
	await start({ phase: 'locked', lockedBy: 'asked' }, '#/settings')
	expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Unlock')
})

it('Ctrl+L locks, and the address leads nowhere back', async () => {
	await start({ phase: 'open' })
	await userEvent.keyboard('{Control>}l{/Control}')
	expect(await screen.findByRole('heading', { level: 1, name: 'Unlock' })).toBeDefined()
	expect(router.route.name).toBe('unlock')
})

it('Ctrl+L locks from a dialog too, which keeps all other keys', async () => {
	await start({ phase: 'open' }, '#/teams')
	await userEvent.click(await screen.findByRole('button', { name: 'Amend, Quayside' }))
	await userEvent.keyboard('{Control>}k{/Control}')
	expect(screen.queryByRole('dialog', { name: 'Search and commands' })).toBeNull()
	await userEvent.keyboard('{Control>}l{/Control}')
	expect(await screen.findByRole('heading', { level: 1, name: 'Unlock' })).toBeDefined()
})

it('unlocking leads back to where one was', async () => {
	await start({ phase: 'open' }, '#/help')
	router.go('settings')
	await userEvent.keyboard('{Control>}l{/Control}')
	await userEvent.type(await screen.findByLabelText('Passphrase'), `${passphrase}{Enter}`)
	expect(await screen.findByRole('heading', { level: 1, name: 'Settings' })).toBeDefined()
})

it('unlocking leads back into the dialog that was half-filled', async () => {
	await start({ phase: 'open' }, '#/teams')
	await userEvent.click(await screen.findByRole('button', { name: 'Amend, Quayside' }))
	await userEvent.type(screen.getByLabelText('Site (optional)'), ' dock')
	await session.lock()
	await userEvent.type(await screen.findByLabelText('Passphrase'), `${passphrase}{Enter}`)
	const dialog = within(await screen.findByRole('dialog', { name: 'Amend Quayside' }))
	const field = dialog.getByLabelText('Site (optional)')
	expect(field).toHaveProperty('value', 'South dock')
	await expect.poll(() => document.activeElement).toBe(field)
})

it('a command that finds the vault locked leads to unlocking', async () => {
	await start({ phase: 'open' })
	world.phase = 'locked'
	world.failures.settings_save = { code: 'vault_locked', message: 'Locked.', hint: null, field: null }
	await userEvent.click(await screen.findByRole('radio', { name: 'Dark' }))
	expect(await screen.findByRole('heading', { level: 1, name: 'Unlock' })).toBeDefined()
})

it('the sample is marked and goes by one command', async () => {
	await start({ phase: 'open', sample: true })
	expect(screen.getByText('SAMPLE:').parentElement?.textContent).toContain('Today is 3 December 2026')
	await userEvent.click(screen.getByRole('button', { name: 'Remove' }))
	const dialog = within(screen.getByRole('dialog', { name: 'Remove the sample team?' }))
	await userEvent.click(dialog.getByRole('button', { name: 'Remove' }))
	expect(await screen.findByRole('heading', { level: 1, name: 'Plumbline' })).toBeDefined()
})

it('the day of a sample moves forward, and the screen with it', async () => {
	await start({ phase: 'open', sample: true }, '#/overview')
	expect(await screen.findByText('Thursday 3 December 2026')).toBeDefined()
	await userEvent.click(screen.getByRole('button', { name: 'Move its day forward' }))
	const dialog = within(screen.getByRole('dialog', { name: 'Move the sample’s day forward' }))
	const type = async (day: string) => {
		await userEvent.clear(dialog.getByLabelText('New day'))
		await userEvent.type(dialog.getByLabelText('New day'), `${day}{Enter}`)
	}
	await type('soon')
	expect(await dialog.findAllByText('Type a day, such as 10/12/2026.')).toHaveLength(2)
	await type('1/12/2026')
	expect(await dialog.findAllByText('The sample’s day only moves forward.')).toHaveLength(2)
	world.calls = []
	await type('4/1/27')
	expect(await screen.findByText('Monday 4 January 2027')).toBeDefined()
	expect(world.calls).toContain('scorecard_overview')
	expect(screen.getByText('SAMPLE:').parentElement?.textContent).toContain('Today is 4 January 2027')
})

it('a vault of one’s own has the day it is', async () => {
	await start({ phase: 'open' }, '#/overview')
	expect(screen.queryByRole('button', { name: 'Move its day forward' })).toBeNull()
})

it('an unconfirmed recovery code is mentioned until it is confirmed', async () => {
	await start({ phase: 'open', recoveryConfirmed: false }, '#/help')
	await userEvent.click(screen.getByRole('button', { name: 'Make a new code' }))
	expect(await screen.findByRole('heading', { level: 1, name: 'Keep your recovery code' })).toBeDefined()
})

it('undo says what it did, and offers to do it again', async () => {
	await start({ phase: 'open', undo: ['12 figures pasted'] })
	await userEvent.keyboard('{Control>}z{/Control}')
	expect(await screen.findByText('Undone: 12 figures pasted')).toBeDefined()
	await userEvent.click(screen.getByRole('button', { name: 'Redo' }))
	expect(await screen.findByText('Done again: 12 figures pasted')).toBeDefined()
})

it('the menu bar opens with Alt and closes with Esc', async () => {
	await start({ phase: 'open' })
	await userEvent.keyboard('{Alt>}h{/Alt}')
	expect(document.activeElement?.textContent).toContain('Keys and help')
	await userEvent.keyboard('{ArrowDown}')
	expect(document.activeElement?.textContent).toContain('About Plumbline')
	await userEvent.keyboard('{Escape}')
	expect(screen.queryByRole('menu')).toBeNull()
})
