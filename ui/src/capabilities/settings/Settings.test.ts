import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { groups, passphrase, refusal, resetWorld, world } from '$lib/ipc/fake/world.ts'
import { keysOf } from '$lib/keys'
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

it('is narrowed to what is looked for', async () => {
	await userEvent.type(screen.getByLabelText('Find a setting'), 'lock after')
	expect(screen.getByRole('heading', { name: 'Vault' })).toBeDefined()
	expect(screen.queryByRole('heading', { name: 'Appearance' })).toBeNull()
	await userEvent.type(screen.getByLabelText('Find a setting'), ' the flood')
	expect(screen.getByText('No setting speaks of that, so all are shown.')).toBeDefined()
	expect(screen.getByRole('heading', { name: 'Appearance' })).toBeDefined()
	await userEvent.clear(screen.getByLabelText('Find a setting'))
	expect(screen.getByRole('heading', { name: 'Appearance' })).toBeDefined()
})

it('text size changes the whole page', async () => {
	await userEvent.selectOptions(screen.getByLabelText('Text size'), '150')
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

describe('how long figures are kept', () => {
	const months = () => screen.getByLabelText<HTMLInputElement>('Keep figures for (months)')
	const reason = () => screen.queryByLabelText<HTMLInputElement>('Why longer than 25 months')

	it('is shortened without a word', async () => {
		expect(months().value).toBe('25')
		await userEvent.clear(months())
		await userEvent.type(months(), '18{Enter}')
		await expect.poll(() => world.settings.figures_kept_months).toBe(18)
		expect(reason()).toBeNull()
	})

	it('is made longer only with a written reason', async () => {
		await userEvent.clear(months())
		await userEvent.type(months(), '61')
		await userEvent.tab()
		expect(document.activeElement).toBe(reason())
		expect(world.calls).not.toContain('settings_save')
		await userEvent.tab()
		expect(await screen.findByText(/needs a written reason/)).toBeDefined()
		await userEvent.type(reason() ?? months(), 'A benchmark of five years{Enter}')
		await expect.poll(() => world.settings.figures_kept_months).toBe(61)
		expect(world.settings.figures_kept_reason).toBe('A benchmark of five years')
		expect(world.drafts.size, 'nothing is half-typed any more').toBe(0)
	})

	it('is between 13 and 61 months, and a word is no number', async () => {
		for (const typed of ['62', 'ever']) {
			await userEvent.clear(months())
			await userEvent.type(months(), `${typed}{Enter}`)
			expect(await screen.findByText(/between 13 and 61/)).toBeDefined()
		}
		expect(world.settings.figures_kept_months).toBe(25)
	})
})

it('half-typed handling text outlives a lock', async () => {
	await userEvent.type(screen.getByLabelText('Handling text'), 'Offic')
	await session.lock()
	expect(world.drafts.get('settings/handling')?.text).toContain('Offic')
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

it('a recovery code is checked against the sheet, and nothing changes', async () => {
	await userEvent.click(screen.getByRole('button', { name: 'Check your code' }))
	world.recoveryConfirmed = false
	const dialog = within(screen.getByRole('dialog', { name: 'Check your recovery code' }))
	const field = dialog.getByLabelText('Recovery code')
	await userEvent.type(field, 'AAAA BBBB{Enter}')
	expect(await dialog.findByText(/does not open this vault/)).toBeDefined()
	await userEvent.clear(field)
	await userEvent.type(field, `${groups.join(' ')}{Enter}`)
	await expect.poll(() => screen.queryByRole('dialog')).toBeNull()
	expect(world.recoveryConfirmed).toBe(true)
})

describe('keys', () => {
	const change = () => screen.getByRole('button', { name: 'Change the keys for: Lock now' })
	const waits = () => screen.queryByRole('button', { name: 'Press the new keys, or Esc' })

	it('are chosen by pressing them, and put back', async () => {
		await userEvent.click(change())
		await userEvent.keyboard('{Control>}j{/Control}')
		await expect.poll(() => world.settings.keys).toEqual([{ act: 'lock', chord: 'Mod+J' }])
		expect(keysOf('lock')).toBe('Ctrl J')
		expect(screen.getByText('Lock now: Ctrl J')).toBeDefined()
		await userEvent.click(screen.getByRole('button', { name: 'Put back the keys for: Lock now' }))
		await expect.poll(() => world.settings.keys).toEqual([])
		expect(keysOf('lock')).toBe('Ctrl L')
	})

	it('stand for one thing only, and never for a letter alone', async () => {
		await userEvent.click(change())
		for (const [keys, words] of [
			['j', /a letter alone/],
			['{Control>}k{/Control}', 'These keys already stand for: Search or run a command.'],
			['{Control>}c{/Control}', /belong to the system/],
		] as const) {
			await userEvent.keyboard(keys)
			expect(screen.getByRole('alert').textContent).toMatch(words)
		}
		await userEvent.keyboard('{Escape}')
		expect(waits()).toBeNull()
		expect(world.settings.keys).toEqual([])
	})

	it('of the sections are chosen together, with any digit', async () => {
		const sections = 'Change the keys for: Sections, in their order'
		await userEvent.click(screen.getByRole('button', { name: sections }))
		for (const keys of ['1', '{F2}', '{Control>}j{/Control}']) {
			await userEvent.keyboard(keys)
			expect(screen.getByRole('alert').textContent).toMatch(/with a digit, such as Alt with 1/)
		}
		await userEvent.keyboard('{Alt>}3{/Alt}')
		await expect.poll(() => world.settings.keys).toEqual([{ act: 'section', chord: 'Alt+1' }])
		expect(keysOf('section', 4)).toBe('Alt 5')
		expect(screen.getByText('Sections, in their order: Alt 1 to Alt 5')).toBeDefined()
	})

	it('are not put back while they stand for something else', async () => {
		for (const [act, keys] of [
			['Lock now', '{Control>}j{/Control}'],
			['Export', '{Control>}l{/Control}'],
		] as const) {
			await userEvent.click(screen.getByRole('button', { name: `Change the keys for: ${act}` }))
			await userEvent.keyboard(keys)
			await screen.findByRole('button', { name: `Put back the keys for: ${act}` })
		}
		await userEvent.click(screen.getByRole('button', { name: 'Put back the keys for: Lock now' }))
		expect(screen.getByRole('alert').textContent).toBe('These keys already stand for: Export.')
		expect(world.settings.keys).toHaveLength(2)
	})
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
