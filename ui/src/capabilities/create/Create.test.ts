import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import { handlers } from '$lib/ipc/fake/handlers.ts'
import { world } from '$lib/ipc/fake/world.ts'
import { session } from '$lib/session'
import Create from './Create.svelte'

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
const own = 'seven quiet herons at dawn'

beforeEach(() => session.start())

async function atPassphrase(): Promise<void> {
	render(Create)
	await press('Choose a place…')
	await press('Continue')
}

it('goes no further without a place, and says so', async () => {
	render(Create)
	expect(screen.getByText('Choose a place first')).toBeDefined()
	await press('Continue')
	expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Where should the vault lie?')
})

it('the risks of a place are read before it is taken', async () => {
	const choose = handlers.vault_choose_new
	handlers.vault_choose_new = () => ({
		place: 'x',
		name: 'Team',
		folder: 'OneDrive',
		risks: [{ message: 'This folder is synchronised.', hint: 'Copies may clash.' }],
	})
	render(Create)
	await press('Choose a place…')
	handlers.vault_choose_new = choose
	expect(screen.getByText('This folder is synchronised.')).toBeDefined()
	await press('Continue')
	expect(screen.queryByLabelText('Passphrase')).toBeNull()
	await userEvent.click(screen.getByRole('checkbox'))
	await press('Continue')
	expect(screen.getByLabelText('Passphrase')).toBeDefined()
})

it('suggested words are typed once more before they count', async () => {
	await atPassphrase()
	await press('Use these words')
	await press('Continue')
	expect(screen.getAllByText('The two passphrases differ.')).toHaveLength(2)
	expect(world.calls).not.toContain('vault_begin')
	await userEvent.type(screen.getByLabelText('Passphrase again'), 'lantern gravel otter midnight')
	await press('Continue')
	expect(world.phase).toBe('creating')
	expect(session.recovery?.asked).toEqual([2, 5])
})

it('the strength of an own passphrase is said in words', async () => {
	await atPassphrase()
	await userEvent.type(screen.getByLabelText('Passphrase'), 'short')
	expect(await screen.findByText('Too short: 15 characters are the least.')).toBeDefined()
	await userEvent.clear(screen.getByLabelText('Passphrase'))
	await userEvent.type(screen.getByLabelText('Passphrase'), own)
	expect(await screen.findByText('Would take centuries to guess.')).toBeDefined()
})

it('pasting is fine', async () => {
	await atPassphrase()
	for (const label of ['Passphrase', 'Passphrase again']) {
		await userEvent.click(screen.getByLabelText(label))
		await userEvent.paste(own)
	}
	await press('Continue')
	expect(world.passphrase).toBe(own)
})

it('going back keeps no passphrase', async () => {
	await atPassphrase()
	await userEvent.type(screen.getByLabelText('Passphrase'), own)
	await press('Back')
	await press('Continue')
	expect(screen.getByLabelText('Passphrase')).toHaveProperty('value', '')
})

it('a weak passphrase is named at the top and at its field, at each try', async () => {
	await atPassphrase()
	for (const label of ['Passphrase', 'Passphrase again'])
		await userEvent.type(screen.getByLabelText(label), 'short')
	for (let tries = 0; tries < 2; tries += 1) {
		await press('Continue')
		const summary = screen.getByRole('alert', { name: 'There is a problem' })
		expect(summary.textContent).toContain('Too short')
		expect(document.activeElement).toBe(summary)
	}
	await userEvent.click(screen.getByRole('link', { name: /^Too short/ }))
	expect(document.activeElement).toBe(screen.getByLabelText('Passphrase'))
	expect(screen.getByLabelText('Passphrase')).toHaveProperty('ariaInvalid', 'true')
	expect(world.calls).not.toContain('vault_begin')
})
