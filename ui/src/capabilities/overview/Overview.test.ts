import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { toasts } from '$lib/components'
import { allKpis } from '$lib/ipc/fake/kpis.ts'
import { passphrase, refusal, resetWorld, world, type World } from '$lib/ipc/fake/world.ts'
import { router } from '$lib/router'
import { period, session } from '$lib/session'
import Overview from './Overview.svelte'

beforeEach(() => session.start())

async function open(change: Partial<World> = {}): Promise<void> {
	resetWorld({ phase: 'open', ...change })
	await session.refresh()
	period.wanted = null
	render(Overview)
	await screen.findByRole('heading', { name: 'Team' })
}

const row = (alias: string) =>
	within(screen.getByRole('link', { name: alias, hidden: true }).closest('tr') ?? document.body)

it('begins with the month in a sentence, and the focus is on the heading', async () => {
	await open()
	expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Overview' }))
	expect(screen.getByText(/^Two KPI lines have a signal/)).toBeDefined()
	expect(screen.getByText('Thursday 3 December 2026')).toBeDefined()
})

it('each line that needs the manager has one act, named with its fact', async () => {
	await open()
	await userEvent.click(
		screen.getByRole('button', { name: 'Enter: Esi, Plans on time has no November figures' }),
	)
	expect(router.route).toEqual({ name: 'figures', params: { period: '2026-11' } })
})

it('marks nobody: no better, no worse, and advisers by alias', async () => {
	await open()
	const table = within(screen.getByRole('table', { name: 'Team' }))
	expect(table.queryByText(/better|worse/i)).toBeNull()
	const aliases = table
		.getAllByRole('rowheader')
		.map((head) => head.textContent.trim())
		.filter((alias) => alias !== 'Hugo')
	expect(aliases).toEqual([...aliases].sort())
})

it('many KPIs stand in tables by block, and a leaver has one row', async () => {
	await open({ advisers: 9 })
	const named = screen.getAllByRole('table').map((table) => table.querySelector('caption')?.textContent)
	expect(named).toEqual(['Leading', 'Lagging · Quality and voice · Context'])
	expect(screen.getAllByText(/^Left 30 October 2026/)).toHaveLength(1)
	expect(screen.getAllByRole('link', { name: 'Grace' })).toHaveLength(2)
})

it('a column head is no link, since there is no comparison yet', async () => {
	await open()
	for (const head of screen.getAllByRole('columnheader')) expect(within(head).queryByRole('link')).toBeNull()
})

it('an alias leads to the scorecard, a cell to its chart', async () => {
	await open()
	expect(row('Grace').getByRole('link', { name: 'Grace' }).getAttribute('href')).toMatch(
		/^#\/scorecard\/0+6$/,
	)
	const cell = row('Grace').getByRole('link', { name: /^Grace, Employer conversations: 4, usual range/ })
	expect(cell.getAttribute('href')).toMatch(/^#\/scorecard\/0+6\/K13$/)
})

it('a missing figure is said, hatched and never 0', async () => {
	await open()
	const cell = row('Esi').getByRole('link', { name: 'Esi, Plans on time: no figures' })
	expect(within(cell).getByText('No figures')).toBeDefined()
	expect(cell.querySelector('pattern')).not.toBeNull()
})

it('a leaver has a sentence instead of figures', async () => {
	await open()
	expect(screen.getByText(/^Left 30 October 2026/)).toBeDefined()
	expect(screen.getByRole('link', { name: 'See what is held' }).getAttribute('href')).toBe('#/privacy')
})

it('the usual range of the cell in focus is said above the table', async () => {
	await open()
	row('Ben')
		.getByRole('link', { name: /^Ben, Attendance/ })
		.focus()
	expect(await screen.findByText(/^Ben, Attendance. Usual range: \d+ to \d+/)).toBeDefined()
})

it('small charts show the same in the same order', async () => {
	await open()
	await userEvent.click(screen.getByRole('radio', { name: 'Small charts' }))
	const list = within(screen.getByRole('list', { name: 'Attendance of booked' }))
	expect(list.getAllByRole('link')).toHaveLength(7)
	await userEvent.click(screen.getByRole('radio', { name: 'Table' }))
	expect(screen.getByRole('table', { name: 'Team' })).toBeDefined()
})

it('the team report asks for the passphrase and is written', async () => {
	await open()
	await userEvent.click(screen.getByRole('button', { name: 'Team report' }))
	await userEvent.click(screen.getByRole('menuitem', { name: 'PDF' }))
	const dialog = within(await screen.findByRole('dialog', { name: 'Your passphrase again' }))
	await userEvent.type(dialog.getByLabelText('Passphrase'), `${passphrase}{Enter}`)
	await expect.poll(() => toasts.list.at(-1)?.words).toBe('Saved as plumbline-report-2026-11.pdf')
})

it('the top bar moves it to another month', async () => {
	await open()
	expect(period.shown?.words).toBe('November 2026')
	period.previous()
	await expect.poll(() => period.shown?.words).toBe('October 2026')
	const far = period.choices.at(-1)
	if (far) period.choose(far.period)
	await expect.poll(() => period.shown?.words).toBe(far?.words)
	expect(period.shown?.previous, 'there is nothing before the first').toBeNull()
})

describe('in little room', () => {
	beforeEach(() => {
		Object.defineProperty(window, 'innerWidth', { value: 640, configurable: true })
		return () => {
			Object.defineProperty(window, 'innerWidth', { value: 1280, configurable: true })
		}
	})

	it('each adviser is a card, what stands out first', async () => {
		await open()
		expect(screen.queryByRole('table')).toBeNull()
		const card = within(screen.getByRole('link', { name: 'Esi' }).closest('li') ?? document.body)
		const lines = card.getAllByRole('link').map((link) => link.textContent)
		expect(lines.slice(1, 3)).toEqual(['Plans on time', 'In work at 13 weeks'])
		expect(card.getByText('6 KPIs: no clear change')).toBeDefined()
	})
})

describe('with nothing to show', () => {
	const start = async (change: Partial<World>) => {
		resetWorld({ phase: 'open', ...change })
		await session.refresh()
		render(Overview)
	}

	it('says what will be here, with one act', async () => {
		await start({ empty: true })
		await userEvent.click(await screen.findByRole('button', { name: 'Add your team' }))
		expect(router.route).toEqual({ name: 'adviser', params: { adviser: 'new' } })
		expect(screen.getByText('When it starts to judge')).toBeDefined()
	})

	it('without a KPI in use it leads to the library', async () => {
		resetWorld({ phase: 'open' })
		for (const kpi of allKpis) kpi.active = false
		render(Overview)
		await userEvent.click(await screen.findByRole('button', { name: 'Choose KPIs' }))
		expect(router.route.name).toBe('kpis')
	})

	it('what went wrong is said, and can be tried again', async () => {
		await start({ failures: { scorecard_overview: refusal('not_found', 'That month is gone.').error } })
		expect((await screen.findByRole('alert')).textContent).toContain('That month is gone.')
		world.failures = {}
		await userEvent.click(screen.getByRole('button', { name: 'Load again' }))
		expect(await screen.findByRole('table', { name: 'Team' })).toBeDefined()
	})
})
