import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { toasts } from '$lib/components'
import { allKpis } from '$lib/ipc/fake/kpis.ts'
import { adviserId } from '$lib/ipc/fake/team.ts'
import { passphrase, refusal, resetWorld, world } from '$lib/ipc/fake/world.ts'
import { router } from '$lib/router'
import { period } from '$lib/session'
import { actions } from '$lib/shell'
import Scorecard from './Scorecard.svelte'

const [esi, farid, grace] = [4, 5, 6].map(adviserId) as [string, string, string]

beforeEach(() => {
	resetWorld({ phase: 'open' })
	period.wanted = null
})

async function open(adviser: string, alias: string): Promise<void> {
	render(Scorecard, { adviser })
	await screen.findByRole('heading', { level: 1, name: alias })
}

const row = (name: string) => within(screen.getByRole('row', { name: new RegExp(`^${name} `) }))

it('says what has changed, what has not and what is not known before any number', async () => {
	await open(grace, 'Grace')
	expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }))
	expect(document.title, 'every program can read a window’s name').toBe('Scorecard · Plumbline')
	const terms = screen.getAllByRole('term').map((term) => term.textContent)
	const ends = [/Changed\s*: Worse\s*$/, /Not changed$/, /Not known$/]
	for (const [at, end] of ends.entries()) expect(terms[at]).toMatch(end)
	expect(screen.getByText(/^Employer conversations have been below Grace’s average/)).toBeDefined()
})

it('every block has the same columns, and quality says what the share could be', async () => {
	await open(grace, 'Grace')
	const heads = (name: string) =>
		within(screen.getByRole('table', { name }))
			.getAllByRole('columnheader')
			.map((head) => head.textContent.trim())
	expect(heads('Leading')).toEqual(heads('Lagging'))
	expect(heads('Quality and voice')[2]).toBe('Could be')
})

it('change and target are two facts, each with its word', async () => {
	await open(grace, 'Grace')
	const cells = row('Employer conversations')
	expect(cells.getByText('Worse, 8 weeks')).toBeDefined()
	expect(cells.getByText('Sometimes met')).toBeDefined()
	expect(cells.getByText('down')).toBeDefined()
	expect(cells.getByText('Week of 23 November 2026')).toBeDefined()
})

it('a share shows what it is out of and what it could be', async () => {
	await open(grace, 'Grace')
	expect(row('Attendance').getByText('37 of 50')).toBeDefined()
	expect(row('Attendance').getByText(/^could be 62 to 86/)).toBeDefined()
})

it('each KPI leads to its chart and to how it was worked out', async () => {
	await open(grace, 'Grace')
	const cells = row('Attendance')
	expect(cells.getByRole('link', { name: 'Chart, Attendance' }).getAttribute('href')).toBe(
		`#/scorecard/${grace}/K09`,
	)
	expect(
		cells.getByRole('link', { name: 'Working, how Attendance was worked out' }).getAttribute('href'),
	).toBe(`#/scorecard/${grace}/K09?show=working`)
})

it('a late figure says how old the last one is', async () => {
	await open(esi, 'Esi')
	expect(row('Plans on time').getByText('Last figure is for October 2026')).toBeDefined()
	expect(row('Plans on time').getAllByText('No figures')).toHaveLength(2)
})

it('with few figures it judges nothing', async () => {
	await open(farid, 'Farid')
	expect(screen.getByText('Nothing has changed clearly.')).toBeDefined()
	expect(row('Attendance').getByText('no range yet')).toBeDefined()
})

describe('as a file', () => {
	beforeEach(() => open(grace, 'Grace'))

	it('asks for the passphrase when it is too old, and then writes', async () => {
		await userEvent.click(screen.getByRole('button', { name: 'Scorecard PDF' }))
		const dialog = within(await screen.findByRole('dialog', { name: 'Your passphrase again' }))
		const field = dialog.getByLabelText('Passphrase')
		expect(document.activeElement).toBe(field)
		await userEvent.type(field, `wrong{Enter}`)
		expect(await dialog.findByText(/does not open this vault/)).toBeDefined()
		await userEvent.type(field, `${passphrase}{Enter}`)
		await expect.poll(() => toasts.list.at(-1)?.words).toBe('Saved as plumbline-scorecard-2026-11.pdf')
		expect(world.calls.filter((call) => call === 'scorecard_write')).toHaveLength(2)
	})

	it('is not written when the passphrase is not given', async () => {
		await userEvent.click(screen.getByRole('button', { name: 'Scorecard PDF' }))
		await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }))
		expect(world.calls.filter((call) => call === 'scorecard_write')).toHaveLength(1)
		expect(screen.queryByRole('alert')).toBeNull()
	})

	it('may be a spreadsheet', async () => {
		world.freshPassphrase = true
		await userEvent.click(screen.getByRole('button', { name: 'Other files' }))
		await userEvent.click(screen.getByRole('menuitem', { name: 'Spreadsheet (XLSX)' }))
		await expect.poll(() => toasts.list.at(-1)?.words).toBe('Saved as plumbline-scorecard-2026-11.xlsx')
	})

	it('is chosen from the menu that Ctrl+E opens', async () => {
		actions.forKey('export')?.()
		const file = await screen.findByRole('menuitem', { name: 'Spreadsheet (XLSX)' })
		expect(document.activeElement).toBe(file)
	})

	it('says why it could not be written', async () => {
		world.failures.scorecard_write = refusal('disk_full', 'The disk is full.', 'Free some space.').error
		await userEvent.click(screen.getByRole('button', { name: 'Scorecard PDF' }))
		expect((await screen.findByRole('alert')).textContent).toContain('The disk is full.')
	})

	it('answers to Ctrl+P and stands in the palette', () => {
		expect(actions.forKey('print')).toBeDefined()
		expect(actions.commands().map(({ label }) => label)).toContain('Scorecard PDF for Grace')
	})
})

it('the top bar moves it to another month', async () => {
	await open(grace, 'Grace')
	period.previous()
	await expect.poll(() => period.shown?.words).toBe('October 2026')
})

it('in little room each KPI is a card with the same facts', async () => {
	Object.defineProperty(window, 'innerWidth', { value: 320, configurable: true })
	await open(grace, 'Grace')
	expect(screen.queryByRole('table')).toBeNull()
	const card = within(
		screen.getByRole('heading', { level: 3, name: /^Employer conversations/ }).closest('li') ?? document.body,
	)
	expect(card.getByText('Worse, 8 weeks')).toBeDefined()
	expect(card.getByText('Sometimes met')).toBeDefined()
	expect(card.getByRole('link', { name: 'Chart, Employer conversations' })).toBeDefined()
	Object.defineProperty(window, 'innerWidth', { value: 1280, configurable: true })
})

it('without a KPI in use it says what it needs', async () => {
	for (const kpi of allKpis) kpi.active = false
	await open(grace, 'Grace')
	await userEvent.click(screen.getByRole('button', { name: 'Enter figures' }))
	expect(router.route.name).toBe('figures')
})

it('of nobody says so', async () => {
	render(Scorecard, { adviser: 'nobody' })
	expect((await screen.findByRole('alert')).textContent).toContain('There is no such adviser.')
	expect(screen.getByRole('heading', { level: 1, name: 'Scorecard' })).toBeDefined()
})
