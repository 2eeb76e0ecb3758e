import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import { passphrase, refusal, resetWorld, world } from '$lib/ipc/fake/world.ts'
import { session } from '$lib/session'
import Settings from './Settings.svelte'

beforeEach(async () => {
	resetWorld({ phase: 'open' })
	const stop = session.start()
	await session.refresh()
	render(Settings)
	await screen.findByRole('heading', { name: 'Appearance' })
	return stop
})

it('a choice counts at once', async () => {
	await userEvent.click(screen.getByRole('radio', { name: 'Dark' }))
	expect(world.settings.theme).toBe('dark')
	expect(document.documentElement.dataset['theme']).toBe('dark')
})

it('text size changes the whole page', async () => {
	await userEvent.selectOptions(screen.getByLabelText('Text size'), '150 %')
	expect(document.documentElement.style.fontSize).toBe('150%')
})

it('a refused setting says why', async () => {
	world.failures.settings_save = refusal(
		'rule_refused',
		'Choose 1 to 60 minutes.',
		null,
		'idle_minutes',
	).error
	await userEvent.selectOptions(screen.getByLabelText('Lock after'), '60 minutes')
	expect(await screen.findByText('Choose 1 to 60 minutes.')).toBeDefined()
})

it('the passphrase is changed with the old one', async () => {
	await userEvent.click(screen.getByRole('button', { name: 'Change passphrase' }))
	const dialog = within(screen.getByRole('dialog', { name: 'Passphrase' }))
	await userEvent.type(dialog.getByLabelText('Passphrase now'), passphrase)
	await userEvent.type(dialog.getByLabelText('Passphrase'), 'seven quiet herons at dawn')
	await userEvent.type(dialog.getByLabelText('Passphrase again'), 'seven quiet herons at dawn')
	await userEvent.click(dialog.getByRole('button', { name: 'Change passphrase' }))
	expect(world.passphrase).toBe('seven quiet herons at dawn')
	expect(screen.queryByLabelText('Passphrase now')).toBeNull()
})

it('every setting says its effect', () => {
	for (const control of screen.getAllByRole('combobox'))
		expect(control.getAttribute('aria-describedby')).not.toBeNull()
})

it('team, teams and KPIs are one step away', () => {
	for (const [name, address] of [
		['Advisers', '#/advisers'],
		['Teams', '#/teams'],
		['KPIs and targets', '#/kpis'],
	] as const)
		expect(screen.getByRole('link', { name }).getAttribute('href')).toBe(address)
})
