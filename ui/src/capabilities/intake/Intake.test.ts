import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, onTestFinished } from 'vitest'
import { handlers } from '$lib/ipc/fake/handlers.ts'
import { ageFile, holdImport, releaseImport } from '$lib/ipc/fake/intake.ts'
import { scorecardPlan } from '$lib/ipc/fake/spreadsheet.ts'
import { refusal, world } from '$lib/ipc/fake/world.ts'
import type { IntakeChoices } from '$lib/ipc'
import { router } from '$lib/router'
import { toasts } from '$lib/components'
import Intake from './Intake.svelte'
import { letterOf, meaningOf, codeOf } from './meanings.ts'

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name })

async function chooseFile(): Promise<void> {
	render(Intake)
	await press('Choose a file…')
	await screen.findByText('XLSX')
}

async function toPeople(): Promise<void> {
	await chooseFile()
	await press('Go on')
	await heading('What each column means')
	await press('Go on')
	await heading('Which way round are the dates?')
}

async function toRefused(): Promise<void> {
	await toPeople()
	await userEvent.click(screen.getByRole('radio', { name: /^Day first/ }))
	await press('Go on')
	await heading('Three columns will not be read')
}

async function toCheck(): Promise<void> {
	await toRefused()
	await press('Go on without these columns')
	await heading('198 of 202 rows can be read')
}

/** What the last call of a command asked for. */
function choicesOf(command: 'intake_plan' | 'intake_run'): IntakeChoices[] {
	const asked: IntakeChoices[] = []
	const before = handlers[command]
	onTestFinished(() => {
		Object.assign(handlers, { [command]: before })
	})
	handlers[command] = (request: { file: string; choices: IntakeChoices }, secrets: string[]) => {
		asked.push(request.choices)
		return before(request, secrets) as never
	}
	return asked
}

describe('the file', () => {
	it('is asked for first, and nothing else is possible', () => {
		render(Intake)
		expect(screen.getByRole('button', { name: 'Choose a file…' })).toBeDefined()
		expect(screen.queryByRole('button', { name: 'Go on' })).toBeNull()
		expect(screen.getByText('Nothing has been stored yet')).toBeDefined()
	})

	it('may be cancelled in the system’s dialog', async () => {
		const choose = handlers.intake_choose_file
		handlers.intake_choose_file = () => null
		render(Intake)
		await press('Choose a file…')
		handlers.intake_choose_file = choose
		expect(screen.queryByRole('alert')).toBeNull()
	})

	it('may be dropped on the window, again and again', async () => {
		render(Intake)
		world.dropped = 'March.csv'
		expect(await screen.findByText('March.csv')).toBeDefined()
		expect(await screen.findByText(/202 rows, 14 columns/)).toBeDefined()
		world.dropped = 'April.csv'
		await expect.poll(() => screen.queryByText('April.csv')).not.toBeNull()
	})

	it('that cannot be read says so', async () => {
		world.failures.intake_plan = refusal('intake_refused', 'This workbook is encrypted.').error
		render(Intake)
		await press('Choose a file…')
		expect((await screen.findByRole('alert')).textContent).toContain('This workbook is encrypted.')
		expect(screen.queryByRole('button', { name: 'Go on' })).toBeNull()
	})

	it('may be another sheet, or the roster', async () => {
		const asked = choicesOf('intake_plan')
		await chooseFile()
		await userEvent.selectOptions(screen.getByLabelText('Sheet'), 'Notes for the team')
		expect(asked.at(-1)?.sheet).toBe('Notes for the team')
		await userEvent.click(screen.getByRole('radio', { name: 'The roster' }))
		expect(asked.at(-1)?.kind).toBe('roster')
		expect(await screen.findByText(/8 rows, 5 columns/)).toBeDefined()
	})

	it('has a template', async () => {
		render(Intake)
		await press('Save a template for figures…')
		await waitFor(() => {
			expect(toasts.list.at(-1)?.words).toBe('Saved as plumbline-figures.xlsx.')
		})
	})
})

describe('columns', () => {
	it('show a guess and samples, and the person has the last word', async () => {
		const asked = choicesOf('intake_plan')
		await chooseFile()
		await press('Go on')
		expect(screen.getByText('01/10/2026')).toBeDefined()
		const attended = screen.getByLabelText('Meaning of Attended')
		expect(attended).toHaveProperty('value', 'kpi_numerator:K09')
		await userEvent.selectOptions(attended, 'Leave out')
		await press('Go on')
		expect(asked.at(-1)?.meanings[6]).toBe('leave_out')
	})

	it('one that is left out may be a KPI of its own', async () => {
		const asked = choicesOf('intake_plan')
		await chooseFile()
		await press('Go on')
		const meaning = screen.getByLabelText('Meaning of Remarks')
		await userEvent.selectOptions(meaning, within(meaning).getByRole('option', { name: /Remarks/ }))
		await press('Go on')
		expect(asked.at(-1)?.meanings).toContainEqual({ kpi_numerator: 'Remarks' })
	})

	it('refused at the door have neither samples nor a choice', async () => {
		await chooseFile()
		await press('Go on')
		expect(screen.queryByLabelText('Meaning of NI number')).toBeNull()
		expect(screen.getAllByText('Its values are not shown.')).toHaveLength(3)
	})
})

describe('dates and people', () => {
	it('the order of dates is asked with three examples in words', async () => {
		await toPeople()
		expect(screen.getByText('02/11/2026 is 2 November 2026')).toBeDefined()
		expect(screen.getByText('02/11/2026 is 11 February 2026')).toBeDefined()
	})

	it('no answer goes no further, and says so at the top and at the question', async () => {
		await toPeople()
		await press('Go on')
		const summary = await screen.findByRole('alert')
		expect(document.activeElement).toBe(summary)
		await userEvent.click(within(summary).getByRole('link', { name: 'Say which way round the dates are.' }))
		expect(document.activeElement).toBe(screen.getByRole('radio', { name: /^Day first/ }))
	})

	it('what a date stands for is shown and can be said', async () => {
		const asked = choicesOf('intake_plan')
		await toPeople()
		const grain = screen.getByLabelText('Each date stands for')
		expect(grain).toHaveProperty('value', 'month')
		await userEvent.selectOptions(grain, 'its week')
		await userEvent.click(screen.getByRole('radio', { name: /^Day first/ }))
		await press('Go on')
		expect(asked.at(-1)?.grain).toBe('week')
	})

	it('new advisers are named and confirmed', async () => {
		const asked = choicesOf('intake_plan')
		await toPeople()
		expect(screen.getByText('Ines')).toBeDefined()
		await userEvent.click(screen.getByRole('checkbox', { name: 'Add this adviser to the roster' }))
		await userEvent.click(screen.getByRole('radio', { name: /^Day first/ }))
		await press('Go on')
		await press('Go on without these columns')
		expect(asked.at(-1)?.create_advisers).toBe(false)
		expect(await heading('196 of 202 rows can be read')).toBeDefined()
	})

	it('a name may be that of somebody on the roster', async () => {
		const asked = choicesOf('intake_plan')
		await toPeople()
		await userEvent.selectOptions(screen.getByLabelText('Ines is'), 'Ben')
		expect(screen.queryByRole('checkbox', { name: 'Add this adviser to the roster' })).toBeNull()
		await userEvent.click(screen.getByRole('checkbox', { name: /^Put these names on the roster/ }))
		await userEvent.click(screen.getByRole('radio', { name: /^Day first/ }))
		await press('Go on')
		expect(asked.at(-1)?.known_advisers).toEqual([{ name: 'Ines', alias: 'Ben' }])
		expect(asked.at(-1)?.keep_names).toBe(true)
		await press('Back')
		expect(screen.getByLabelText('Ines is')).toHaveProperty('value', 'Ben')
	})

	it('a new KPI may be one that is known', async () => {
		const asked = choicesOf('intake_plan')
		await toPeople()
		expect(screen.getByLabelText('Contacts is').textContent).toContain('Client contacts of the library')
		await userEvent.selectOptions(screen.getByLabelText('Walk-ins is'), 'the same as Job starts')
		expect(screen.queryByRole('checkbox', { name: 'Add the new KPIs' })).toBeNull()
		await userEvent.click(screen.getByRole('radio', { name: /^Day first/ }))
		await press('Go on')
		expect(asked.at(-1)?.known_kpis).toEqual([{ name: 'Walk-ins', code: 'K19' }])
		await press('Back')
		expect(screen.getByLabelText('Walk-ins is')).toHaveProperty('value', 'K19')
	})
})

describe('refused at the door', () => {
	it('shows headings, counts and patterns, never a value', async () => {
		await toRefused()
		const row = screen.getByRole('row', { name: /NI number/ })
		expect(row.textContent).toContain('200 of 200')
		expect(row.textContent).toContain('AA 99 99 99 A')
		expect(within(row).queryByRole('checkbox')).toBeNull()
		expect(row.textContent).toContain('Never read. This cannot be changed.')
	})

	it('a column that may be read is read only when the person says so', async () => {
		const asked = choicesOf('intake_plan')
		await toRefused()
		await userEvent.click(screen.getByRole('checkbox', { name: 'Read it all the same' }))
		expect(await heading('Two columns will not be read')).toBeDefined()
		await press('Go on without these columns')
		expect(asked.at(-1)?.overrides).toEqual([3])
		await press('Back')
		expect(screen.getByRole('checkbox', { name: 'Read it all the same' })).toHaveProperty('checked', true)
	})
})

describe('the check', () => {
	it('counts what would happen and names each rejected row', async () => {
		await toCheck()
		expect(screen.getByText('842').closest('dt')?.textContent).toBe('842 new figures')
		expect(screen.getByRole('row', { name: '47 Month 31/02/2026 This is not a date.' })).toBeDefined()
	})

	it('saves the rejected rows as a list', async () => {
		await toCheck()
		await press('Save the list…')
		await waitFor(() => {
			expect(toasts.list.at(-1)?.words).toContain('-rejects.csv')
		})
	})

	it('says what keeps the import from starting', async () => {
		const plan = handlers.intake_plan
		await toRefused()
		handlers.intake_plan = ({ choices }) => ({
			...scorecardPlan(choices),
			blocked: ['Say which column holds the adviser.'],
		})
		await userEvent.click(screen.getByRole('checkbox', { name: 'Read it all the same' }))
		await press('Go on without these columns')
		handlers.intake_plan = plan
		expect(await screen.findByText('Say which column holds the adviser.')).toBeDefined()
		await press(/^Import/)
		expect(world.calls).not.toContain('intake_run')
	})

	it('offers the totals of rows too old to keep, and keeps them only when asked', async () => {
		const asked = choicesOf('intake_run')
		ageFile({ expired: 24, team_totals: 3 })
		await toCheck()
		expect(screen.getByText('24').closest('dt')?.textContent).toBe('24 rows too old to keep')
		const offer = screen.getByRole('checkbox', { name: /^Keep the team's totals/ })
		expect(offer).toHaveProperty('checked', false)
		await userEvent.click(offer)
		await press('Import 198 rows')
		expect(await screen.findByText(/3 totals of the team are kept/)).toBeDefined()
		expect(asked.map(({ keep_totals }) => keep_totals)).toEqual([true])
	})

	it('steps that are passed can be gone back to', async () => {
		await toCheck()
		await press('Columns')
		expect(await heading('What each column means')).toBeDefined()
	})
})

describe('the import', () => {
	it('is in, and can be taken out again', async () => {
		await toCheck()
		await press('Import 198 rows')
		expect(await heading('848 figures are in')).toBeDefined()
		await press('Take this import out')
		expect(await screen.findByText('197 figures were taken out again.')).toBeDefined()
		expect(screen.getByText(/Ben, Attendance, November 2026/)).toBeDefined()
	})

	it('says how it stands, and Cancel leaves everything as it was', async () => {
		holdImport()
		await toCheck()
		await press('Import 198 rows')
		expect(await screen.findByText('Writing rows: 120 of 202')).toBeDefined()
		expect(screen.getByRole('progressbar')).toHaveProperty('value', 120)
		const [cancel] = screen.getAllByRole('button', { name: 'Cancel' })
		if (cancel) await userEvent.click(cancel)
		expect(await screen.findByText('Cancelled. The vault is as it was before.')).toBeDefined()
		expect(await heading('198 of 202 rows can be read')).toBeDefined()
	})

	it('may begin again with another file', async () => {
		await toCheck()
		await press('Import 198 rows')
		await heading('848 figures are in')
		await press('Import another file')
		expect(await heading('Import a spreadsheet')).toBeDefined()
	})

	it('of a roster ends at the team', async () => {
		await chooseFile()
		await userEvent.click(screen.getByRole('radio', { name: 'The roster' }))
		for (let step = 0; step < 4; step += 1) await press('Go on')
		await press('Import 8 rows')
		await heading('8 advisers are in')
		await press('See your team')
		expect(router.route.name).toBe('advisers')
		releaseImport()
	})
})

it('Cancel leaves the wizard', async () => {
	await chooseFile()
	await press('Cancel')
	expect(router.route.name).toBe('figures')
})

it('each step puts the focus on its heading', async () => {
	await chooseFile()
	await press('Go on')
	expect(document.activeElement).toBe(await heading('What each column means'))
})

describe('a column', () => {
	const check = (position: number, letter: string) => {
		expect(letterOf(position)).toBe(letter)
	}

	it('has the letter a spreadsheet gives it', () => {
		check(0, 'A')
		check(25, 'Z')
		check(26, 'AA')
		check(701, 'ZZ')
		check(702, 'AAA')
	})

	it('has a meaning that comes back from its code', () => {
		for (const meaning of ['adviser' as const, { kpi_numerator: 'K08' }, { kpi_denominator: 'Walk: ins' }])
			expect(meaningOf(codeOf(meaning))).toEqual(meaning)
	})
})
