import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { refusal, world } from '$lib/ipc/fake/world.ts'
import { router } from '$lib/router'
import { toasts } from '$lib/components'
import Summary from './Summary.svelte'

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name })

async function ask(): Promise<void> {
	render(Summary)
	await screen.findByRole('button', { name: 'Show what would go out' })
}

async function look(): Promise<void> {
	await ask()
	await press('Show what would go out')
	await screen.findByRole('grid')
}

describe('a summary is asked for', () => {
	it('with the last three months and all KPIs that are final there', async () => {
		await ask()
		expect(screen.getByLabelText('From')).toHaveProperty('value', '2026-09')
		expect(screen.getByLabelText('To')).toHaveProperty('value', '2026-11')
		expect(screen.getAllByRole('checkbox', { checked: true })).toHaveLength(7)
		const open = screen.getByLabelText('Plans on time')
		expect(open).toHaveProperty('disabled', true)
		expect(screen.getByText('November 2026 is not final before 29 December 2026.')).toBeDefined()
		await userEvent.selectOptions(screen.getByLabelText('To'), '2026-10')
		expect(open).toHaveProperty('disabled', false)
	})

	it('by month or by quarter', async () => {
		await ask()
		await userEvent.click(screen.getByRole('radio', { name: 'Quarter' }))
		expect(screen.getByLabelText('To')).toHaveProperty('value', '2026-Q3')
		expect(screen.getByRole('option', { name: 'July to September 2026', selected: true })).toBeDefined()
	})

	it('never backwards: the other end comes along', async () => {
		await ask()
		await userEvent.selectOptions(screen.getByLabelText('To'), '2026-08')
		expect(screen.getByLabelText('From')).toHaveProperty('value', '2026-08')
	})

	it('with one KPI at least', async () => {
		await ask()
		for (const box of screen.getAllByRole('checkbox')) await userEvent.click(box)
		expect(screen.getByText('Choose at least one KPI.')).toBeDefined()
		await press('Show what would go out')
		expect(world.calls).not.toContain('releases_preview')
	})

	it('for somebody, whose protection is said in numbers', async () => {
		await ask()
		expect(screen.getByText(/At least 7 advisers besides the reader and 8 clients/)).toBeDefined()
	})
})

describe('the preview', () => {
	it('states the cost as its heading and takes the focus there', async () => {
		await look()
		expect(document.activeElement).toBe(await heading('3 of 21 figures are hidden'))
	})

	it('names a team that is left out below the heading', async () => {
		world.smallTeam = true
		await look()
		expect(document.activeElement).toBe(await heading('3 of 21 figures are hidden'))
		expect(screen.getByText(/^Quayside is left out: fewer than 6/)).toBeDefined()
		expect(screen.getByText(/^To summarise it, put it together/)).toBeDefined()
	})

	it('hides cells alike and says the reason of the one with the focus', async () => {
		await look()
		expect(screen.getAllByText('hidden')).toHaveLength(3)
		const status = screen.getByRole('status')
		expect(status.textContent).toContain('Harbour, September 2026, In work at 13 weeks:')
		expect(status.textContent).toContain('It is out of fewer than 10.')
	})

	it('is walked by arrows, with one stop', async () => {
		await look()
		const cells = within(screen.getByRole('grid')).getAllByRole('gridcell')
		const stops = cells.filter((cell) => cell.tabIndex === 0)
		expect(stops).toHaveLength(1)
		stops[0]?.focus()
		await userEvent.keyboard('{ArrowRight}')
		expect(screen.getByRole('status').textContent).toContain('none or all')
		await userEvent.keyboard('{Control>}{Home}{/Control}')
		expect(screen.getByRole('status').textContent).toContain(
			'Client contacts: 5.5 (811 over 147.0), as it would go out.',
		)
	})

	it('says what was tested, and the rest on demand', async () => {
		await look()
		const report = within(screen.getByRole('complementary', { name: 'What was tested' }))
		expect(report.getByText('Not tested')).toBeDefined()
		await userEvent.click(report.getByText('3 more points'))
		expect(report.getByText('Reader assumed')).toBeDefined()
	})

	it('can be changed, with what was asked still there', async () => {
		await ask()
		await userEvent.click(screen.getByRole('radio', { name: /^Partner/ }))
		await press('Show what would go out')
		await press('Change what is shown')
		expect(screen.getByRole('radio', { name: /^Partner/ })).toHaveProperty('checked', true)
	})
})

describe('a refusal', () => {
	it('is a normal answer with what is offered instead', async () => {
		await ask()
		await userEvent.click(screen.getByRole('radio', { name: /^Everybody/ }))
		await press('Show what would go out')
		expect(await heading('This summary cannot go out')).toBeDefined()
		expect(screen.getByText('No team has 11 advisers or more in these periods.')).toBeDefined()
		expect(screen.getByText('Choose more periods, or wait until the team is larger.')).toBeDefined()
		expect(screen.queryByRole('button', { name: 'Write the summary…' })).toBeNull()
	})

	it('names an earlier summary of the same days', async () => {
		await ask()
		await userEvent.selectOptions(screen.getByLabelText('From'), '2026-07')
		await press('Show what would go out')
		expect(await screen.findByText(/July 2026 went out before, in summary 1/)).toBeDefined()
	})

	it('that comes as an error stays on the form', async () => {
		world.failures.releases_preview = refusal('too_small_to_release', 'Fewer than 5 advisers.').error
		await ask()
		await press('Show what would go out')
		expect((await screen.findByRole('alert')).textContent).toContain('Fewer than 5 advisers.')
		expect(await heading('New summary')).toBeDefined()
	})
})

describe('writing', () => {
	it('enters the summary in the register', async () => {
		await look()
		await userEvent.click(screen.getByRole('radio', { name: 'XLSX' }))
		await press('Write the summary…')
		await waitFor(() => {
			expect(router.route.name).toBe('releases')
		})
		expect(toasts.list.at(-1)?.words).toContain('plumbline-summary-2026-11.xlsx')
	})

	it('as CSV names both files', async () => {
		await look()
		await userEvent.click(screen.getByRole('radio', { name: 'CSV' }))
		await press('Write the summary…')
		await waitFor(() => {
			expect(toasts.list.at(-1)?.words).toContain('plumbline-summary-2026-11.report.txt')
		})
	})

	it('that is refused says so and stays', async () => {
		await look()
		world.failures.releases_write = refusal('disk_full', 'The disk is full.').error
		await press('Write the summary…')
		expect((await screen.findByRole('alert')).textContent).toContain('The disk is full.')
	})
})
