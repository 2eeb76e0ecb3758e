import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import { session } from '$lib/session'
import { refusal, resetWorld, world } from '$lib/ipc/fake/world.ts'
import { actions } from '$lib/shell'
import Teams from './Teams.svelte'

let leave: () => void
beforeEach(async () => {
	resetWorld({ phase: 'open' })
	const stop = session.start()
	await session.refresh()
	leave = render(Teams).unmount
	await screen.findByRole('table', { name: 'Teams' })
	return stop
})

const row = (name: string) => screen.getByRole('row', { name: new RegExp(`^${name} `) })

it('lists teams with their programme and bank holidays', () => {
	expect(row('Harbour').textContent).toContain('England and Wales')
	expect(row('Quayside').textContent).toContain('Scotland')
})

it('a team is amended in a dialog', async () => {
	await userEvent.click(screen.getByRole('button', { name: 'Amend, Quayside' }))
	const dialog = within(screen.getByRole('dialog', { name: 'Amend Quayside' }))
	await userEvent.clear(dialog.getByLabelText('Name'))
	await userEvent.type(dialog.getByLabelText('Name'), 'Old dock')
	await userEvent.selectOptions(dialog.getByLabelText('Bank holidays'), 'Northern Ireland')
	await userEvent.click(dialog.getByRole('button', { name: 'Save' }))
	await expect.poll(() => row('Old dock').textContent).toContain('Northern Ireland')
})

it('a new one begins with the programme of the others', async () => {
	actions.forKey('add')?.()
	const dialog = within(await screen.findByRole('dialog', { name: 'Add a team' }))
	expect(dialog.getByLabelText('Programme')).toHaveProperty('value', 'Into work')
	await userEvent.click(dialog.getByRole('button', { name: 'Add a team' }))
	expect(dialog.getAllByText('Type a name.')).toHaveLength(2)
	await userEvent.type(dialog.getByLabelText('Name'), 'Mill Lane')
	await userEvent.click(dialog.getByRole('button', { name: 'Add a team' }))
	await expect.poll(() => screen.queryByRole('row', { name: /^Mill Lane / })).not.toBeNull()
})

it('a refusal is said in the dialog, which stays open', async () => {
	world.failures.team_save_team = refusal('rule_refused', 'This name is taken.', null, 'name').error
	await userEvent.click(screen.getByRole('button', { name: 'Amend, Harbour' }))
	const dialog = within(screen.getByRole('dialog', { name: 'Amend Harbour' }))
	await userEvent.click(dialog.getByRole('button', { name: 'Save' }))
	expect(await dialog.findAllByText('This name is taken.')).toHaveLength(2)
})

it('half-typed, it outlives a lock: same dialog, same field, same caret', async () => {
	await userEvent.click(screen.getByRole('button', { name: 'Amend, Quayside' }))
	await userEvent.type(screen.getByLabelText('Site (optional)'), ' docks')
	await userEvent.keyboard('{ArrowLeft}{ArrowLeft}s')
	await session.lock()
	leave()
	world.phase = 'open'
	await session.refresh()
	render(Teams)
	const dialog = within(await screen.findByRole('dialog', { name: 'Amend Quayside' }))
	const field = dialog.getByLabelText<HTMLInputElement>('Site (optional)')
	await expect.poll(() => document.activeElement).toBe(field)
	expect([field.value, field.selectionStart]).toEqual(['South docsks', 10])
	await userEvent.click(dialog.getByRole('button', { name: 'Cancel' }))
	expect([...world.drafts.keys()], 'left by choice, it is given up').toEqual([])
})
