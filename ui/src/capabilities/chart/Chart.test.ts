import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { toasts } from '$lib/components'
import { adviserId } from '$lib/ipc/fake/team.ts'
import { refusal, resetWorld, world } from '$lib/ipc/fake/world.ts'
import { period } from '$lib/session'
import { actions } from '$lib/shell'
import Chart from './Chart.svelte'

const [farid, grace] = [5, 6].map(adviserId) as [string, string]
const finding = 'Employer conversations fell below Grace’s usual range'

async function open(show?: string): Promise<void> {
	resetWorld({ phase: 'open' })
	period.wanted = null
	render(Chart, { adviser: grace, kpi: 'K13', ...(show && { show }) })
	await screen.findByRole('heading', { level: 1, name: finding })
}

it('the heading is the finding and has the focus', async () => {
	await open()
	expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }))
	expect(document.title, 'the finding names somebody, the window does not').toBe('Chart · Plumbline')
	expect(screen.getByRole('link', { name: 'Grace' }).getAttribute('href')).toBe(`#/scorecard/${grace}`)
})

it('change and target stand apart, each with its word', async () => {
	await open()
	expect(screen.getByText('Worse, 8 weeks')).toBeDefined()
	expect(screen.getByText('Sometimes met')).toBeDefined()
})

it('drawing and table change by the switch and by T inside', async () => {
	await open()
	await userEvent.click(screen.getByRole('radio', { name: 'Table' }))
	expect(screen.getByRole('table', { name: 'Employer conversations, Grace' })).toBeDefined()
	await userEvent.click(screen.getByRole('radio', { name: 'Chart' }))
	screen.getByRole('figure', { name: finding }).focus()
	await userEvent.keyboard('t')
	expect(screen.getByRole('radio', { name: 'Table' })).toHaveProperty('checked', true)
})

it('follows the month chosen above, and keeps it when a phase is set', async () => {
	await open()
	expect(period.shown?.words).toBe('November 2026')
	period.choose('2026-10')
	await expect.poll(() => period.shown?.words).toBe('October 2026')
	await userEvent.click(screen.getByRole('button', { name: 'Fix the baseline…' }))
	await userEvent.type(screen.getByRole('textbox', { name: /Reason/ }), 'before the desk moved')
	await userEvent.click(screen.getByRole('button', { name: 'Fix it' }))
	expect(await screen.findByText('before the desk moved')).toBeDefined()
	expect(period.shown?.words).toBe('October 2026')
})

it('leads to the KPI where a change shows sooner', async () => {
	resetWorld({ phase: 'open' })
	render(Chart, { adviser: grace, kpi: 'K19' })
	const link = await screen.findByRole('link', { name: 'Open Employer conversations' })
	expect(link.getAttribute('href')).toBe(`#/scorecard/${grace}/K13`)
})

it('Ctrl+P writes the adviser’s scorecard', async () => {
	await open()
	world.freshPassphrase = true
	actions.forKey('print')?.()
	await expect.poll(() => toasts.list.at(-1)?.words).toBe('Saved as plumbline-scorecard-2026-11.pdf')
})

describe('how it was worked out', () => {
	const panel = () => within(screen.getByRole('complementary', { name: 'How this was worked out' }))

	it('gives the headline first and the rest on demand', async () => {
		await open()
		expect(panel().getAllByRole('term')).toHaveLength(4)
		await userEvent.click(panel().getByRole('button', { name: /^Show all/ }))
		expect(panel().getByText('MDC-2024/7, XmR')).toBeDefined()
	})

	it('can be put away', async () => {
		await open()
		await userEvent.click(panel().getByRole('button', { name: 'Hide How this was worked out' }))
		expect(panel().queryByRole('term')).toBeNull()
	})

	it('is whole and has the focus when one comes for it', async () => {
		await open('working')
		expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'How this was worked out' }))
		expect(panel().getAllByRole('term').length).toBeGreaterThan(4)
	})

	it('is copied as text', async () => {
		await open()
		await userEvent.setup().click(panel().getByText('Copy as text'))
		expect(await navigator.clipboard.readText()).toContain('Rule set: MDC-2024/7, XmR')
		expect(panel().getByRole('status').textContent).toBe('Copied.')
	})

	it('says beside the button when copying is refused', async () => {
		await open()
		toasts.list = []
		const keys = userEvent.setup()
		navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))
		await keys.click(panel().getByText('Copy as text'))
		expect(panel().getByRole('status').textContent).toContain('could not be copied')
		expect(toasts.list).toEqual([])
	})
})

describe('a new phase', () => {
	const dialog = () => within(screen.getByRole('dialog', { name: 'Start a new phase' }))
	beforeEach(async () => {
		await open()
		await userEvent.click(screen.getByRole('button', { name: 'New phase…' }))
	})

	it('needs all three to hold, and a reason', async () => {
		await userEvent.click(dialog().getByRole('button', { name: 'Start the phase' }))
		const summary = within(dialog().getByRole('alert'))
		expect(summary.getAllByRole('link')).toHaveLength(2)
		expect(world.calls).not.toContain('scorecard_add_phase')
	})

	it('leaves the focus alone while one puts it right', async () => {
		await userEvent.click(dialog().getByRole('button', { name: 'Start the phase' }))
		expect(document.activeElement).toBe(dialog().getByRole('alert'))
		await userEvent.type(dialog().getByLabelText('Reason'), 'New territory')
		expect(dialog().getByLabelText('Reason')).toHaveProperty('value', 'New territory')
		await userEvent.click(dialog().getByRole('button', { name: 'Start the phase' }))
		expect(document.activeElement).toBe(dialog().getByRole('alert'))
	})

	it('is started with its reason and stands in the list', async () => {
		await userEvent.selectOptions(dialog().getByLabelText('It begins with'), 'Week of 5 October 2026')
		for (const box of dialog().getAllByRole('checkbox')) await userEvent.click(box)
		await userEvent.type(dialog().getByLabelText('Reason'), 'New territory{Enter}')
		expect(await screen.findByText('New phase from Week of 5 October 2026')).toBeDefined()
		expect(screen.getByText('New territory')).toBeDefined()
		expect(screen.queryByLabelText('It begins with')).toBeNull()
	})

	it('that is refused says why beside its field', async () => {
		const why = 'That period has no figure.'
		world.failures.scorecard_add_phase = refusal('rule_refused', why, null, 'from').error
		for (const box of dialog().getAllByRole('checkbox')) await userEvent.click(box)
		await userEvent.type(dialog().getByLabelText('Reason'), 'New territory{Enter}')
		expect(await dialog().findAllByText(why)).toHaveLength(2)
		expect(dialog().getByLabelText('It begins with').getAttribute('aria-invalid')).toBe('true')
	})

	it('begins empty each time', async () => {
		await userEvent.type(dialog().getByLabelText('Reason'), 'half')
		await userEvent.click(dialog().getByRole('button', { name: 'Cancel' }))
		await userEvent.click(screen.getByRole('button', { name: 'New phase…' }))
		expect(dialog().getByLabelText('Reason')).toHaveProperty('value', '')
	})
})

it('what a lock left half-typed in a phase or a baseline comes back', async () => {
	const left = (name: string, typed: object) => {
		const field = `scorecard/${name}/${grace}/K13`
		world.drafts.set(field, { field, text: JSON.stringify({ at: -1, typed }), caret: 0 })
	}
	resetWorld({ phase: 'open' })
	left('phase', { from: '2026-W41', known: true, lasts: false, fresh: false, reason: 'New terr' })
	const { unmount } = render(Chart, { adviser: grace, kpi: 'K13' })
	const phase = within(await screen.findByRole('dialog', { name: 'Start a new phase' }))
	expect(phase.getByLabelText('Reason')).toHaveProperty('value', 'New terr')
	expect(phase.getByLabelText(/^The cause is known/)).toHaveProperty('checked', true)
	unmount()
	left('baseline', { points: '14', reason: 'Steady' })
	render(Chart, { adviser: grace, kpi: 'K13' })
	const baseline = within(await screen.findByRole('dialog', { name: /baseline/ }))
	expect(baseline.getByLabelText('Reason')).toHaveProperty('value', 'Steady')
})

it('a phase can be taken away', async () => {
	await open()
	await userEvent.click(screen.getByRole('button', { name: 'Remove, the phase from week of 20 April 2026' }))
	expect(await screen.findByText('Phases and baseline follow the rule.')).toBeDefined()
})

describe('a baseline by hand', () => {
	const dialog = () => within(screen.getByRole('dialog', { name: 'Fix the baseline' }))
	beforeEach(async () => {
		await open()
		await userEvent.click(screen.getByRole('button', { name: 'Fix the baseline…' }))
	})
	const fix = async (points: string) => {
		await userEvent.clear(dialog().getByLabelText('Points'))
		await userEvent.type(dialog().getByLabelText('Points'), points)
		await userEvent.type(dialog().getByLabelText('Reason'), 'Before the desk opened')
		await userEvent.click(dialog().getByRole('button', { name: 'Fix it' }))
	}

	it('needs 12 points', async () => {
		await fix('11')
		expect(dialog().getAllByText('Type a whole number, 12 or more.')).toHaveLength(2)
		expect(world.calls).not.toContain('scorecard_set_baseline')
	})

	it('is kept with its reason, and can go back to the rule', async () => {
		await fix('14')
		expect(await screen.findByText('Range fixed on the first 14 points of the latest phase')).toBeDefined()
		await userEvent.click(screen.getByRole('button', { name: 'Back to the rule' }))
		await expect.poll(() => screen.queryByText('Before the desk opened')).toBeNull()
	})
})

it('with few figures it says so and draws them alone', async () => {
	resetWorld({ phase: 'open' })
	render(Chart, { adviser: farid, kpi: 'K09' })
	const head = 'Too few figures to judge attendance yet'
	expect(await screen.findByRole('heading', { level: 1, name: head })).toBeDefined()
	expect(screen.getByRole('figure').querySelector('.limit, .band')).toBeNull()
})

it('without a figure it offers to enter one', async () => {
	resetWorld({ phase: 'open' })
	render(Chart, { adviser: adviserId(7), kpi: 'K09' })
	expect(await screen.findByRole('button', { name: 'Enter figures' })).toBeDefined()
	expect(screen.queryByRole('figure')).toBeNull()
})

it('of no KPI says so', async () => {
	resetWorld({ phase: 'open' })
	render(Chart, { adviser: grace, kpi: 'K99' })
	expect((await screen.findByRole('alert')).textContent).toContain('There is no such KPI.')
})
