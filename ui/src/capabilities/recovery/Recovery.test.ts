import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { asked, groups, passphrase, resetWorld, world } from '$lib/ipc/fake/world.ts'
import { session } from '$lib/session'
import { plainGroup } from './recovery.svelte.ts'
import Recovery from './Recovery.svelte'

const group = (number: number) => screen.getByLabelText(`Group ${number}`)
const sheet = () => within(screen.getByRole('list', { name: 'Recovery code' }))

beforeEach(() => session.start())

async function creating(): Promise<void> {
	resetWorld({ phase: 'creating', recoveryConfirmed: false })
	session.recovery = { groups, asked }
	await session.refresh()
	render(Recovery)
}

it('all groups can be read until one is typed; then the asked ones are covered', async () => {
	await creating()
	expect(sheet().getByText('QX9D')).toBeDefined()
	await userEvent.click(group(2))
	expect(sheet().queryByText('QX9D')).toBeNull()
	expect(sheet().queryByText('N6VB')).toBeNull()
	expect(sheet().getByText('7K3M')).toBeDefined()
	await userEvent.click(screen.getByRole('button', { name: 'Show all again' }))
	expect(sheet().getByText('QX9D')).toBeDefined()
})

it('a match is said at once, a wrong group is named', async () => {
	await creating()
	await userEvent.type(group(2), 'qx9d')
	expect(screen.getByText('Matches')).toBeDefined()
	await userEvent.type(group(5), 'N6V')
	expect(screen.queryByText(/does not match/)).toBeNull()
	await userEvent.type(group(5), '8')
	expect(screen.getByText('Group 5 does not match. Check it against your sheet.')).toBeDefined()
})

it('Continue is off until both match, and says why', async () => {
	await creating()
	const next = screen.getByRole('button', { name: 'Continue' })
	expect(next.getAttribute('aria-disabled')).toBe('true')
	expect(screen.getByText('The vault is made when both groups match')).toBeDefined()
	await userEvent.click(next)
	expect(world.calls).not.toContain('vault_confirm_recovery')
	await userEvent.type(group(2), 'QX9D')
	await userEvent.type(group(5), 'N6VB')
	await userEvent.click(next)
	expect(session.phase).toBe('open')
	expect(session.recovery, 'the code is shown once').toBeUndefined()
})

it('a file needs a second confirmation', async () => {
	await creating()
	await userEvent.click(screen.getByRole('button', { name: 'Save as a file…' }))
	expect(world.calls).not.toContain('vault_save_sheet')
	const dialog = within(screen.getByRole('dialog', { name: 'Save the code as a file?' }))
	await userEvent.click(dialog.getByRole('button', { name: 'Save as a file…' }))
	expect(world.calls).toContain('vault_save_sheet')
	expect(await screen.findByText(/^Saved as plumbline-recovery.pdf/)).toBeDefined()
})

it('of an open vault is shown only for the passphrase', async () => {
	resetWorld({ phase: 'open' })
	session.recovery = undefined
	await session.refresh()
	render(Recovery)
	expect(screen.queryByRole('list', { name: 'Recovery code' })).toBeNull()
	await userEvent.type(screen.getByLabelText('Passphrase'), `${passphrase}{Enter}`)
	expect(await screen.findByRole('list', { name: 'Recovery code' })).toBeDefined()
})

it('a code that was shown and is gone is not asked for again', async () => {
	resetWorld({ phase: 'creating' })
	session.recovery = undefined
	await session.refresh()
	render(Recovery)
	await userEvent.click(screen.getByRole('button', { name: 'Begin again' }))
	expect(session.phase).toBe('closed')
})

describe('a group typed from a sheet', () => {
	const check = (typed: string, expected: string) => {
		expect(plainGroup(typed)).toBe(expected)
	}

	it('may be in small letters', () => {
		check('qx9d', 'QX9D')
	})
	it('may have O for 0, and I or L for 1', () => {
		check('Oil1', '0111')
	})
	it('may have spaces and dashes', () => {
		check(' q-x 9d', 'QX9D')
	})
})
