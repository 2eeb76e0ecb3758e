import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { toasts } from '$lib/components'
import { allKpis } from '$lib/ipc/fake/kpis.ts'
import { refusal, resetWorld, world } from '$lib/ipc/fake/world.ts'
import { router } from '$lib/router'
import Kpis from './Kpis.svelte'
import { standing } from './kpis.svelte.ts'

beforeEach(() => {
	resetWorld({ phase: 'open' })
})

const held = (code: string) => allKpis.find((kpi) => kpi.code === code)
const heading = (name: RegExp) => screen.queryByRole('heading', { level: 3, name })
const button = (name: string) => screen.getByRole('button', { name })

describe('the list', () => {
	beforeEach(async () => {
		render(Kpis)
		await screen.findByRole('heading', { level: 2, name: 'Leading' })
	})
	const item = (name: string) =>
		within(screen.getByRole('button', { name: `Stop using ${name}` }).closest('li') ?? document.body)

	it('shows what is in use by block, and why it is kept', () => {
		expect(screen.getAllByRole('heading', { level: 2 }).map((head) => head.textContent)).toEqual([
			'Leading',
			'Lagging',
			'Quality and voice',
		])
		expect(
			item('Attendance').getByText('see whether meetings are arranged so that people can come'),
		).toBeDefined()
		expect(item('Attendance').getByText('totals a month; no diary is read')).toBeDefined()
	})

	it('takes a KPI of the library into use, and out again', async () => {
		await userEvent.click(screen.getByRole('radio', { name: 'Library' }))
		await userEvent.click(button('Use Call quality'))
		expect(held('K31')?.active).toBe(true)
		expect(toasts.list.at(-1)?.words).toBe('Call quality is in use.')
		await userEvent.click(screen.getByRole('radio', { name: 'In use' }))
		await userEvent.click(button('Stop using Call quality'))
		expect(held('K31')?.active).toBe(false)
		expect(toasts.list.at(-1)?.words).toBe('Call quality is out of use. Its figures stay.')
	})

	it('keeps the recruitment pack apart', async () => {
		await userEvent.click(screen.getByRole('radio', { name: 'Recruitment pack' }))
		expect(heading(/^Placements/)).not.toBeNull()
		expect(heading(/^Call quality/)).toBeNull()
	})

	it('finds by what is counted', async () => {
		await userEvent.type(screen.getByLabelText('Find a KPI'), 'employer')
		expect(screen.getAllByRole('heading', { level: 3 })).toEqual([heading(/^Employer conversations/)])
		await userEvent.type(screen.getByLabelText('Find a KPI'), ' zz')
		expect(screen.getByText('Nothing fits. Try the beginning of a word.')).toBeDefined()
	})

	it('opens the definition with what is left out and its targets', async () => {
		const one = item('Employer conversations')
		await userEvent.click(one.getByText('Definition and targets'))
		expect(one.getByText('voicemail, mass e-mail, job-board browsing')).toBeDefined()
		const table = within(one.getByRole('table', { name: 'Targets: Employer conversations' }))
		expect(table.getByRole('row', { name: /^Expected 8 Each adviser 1 April 2026/ })).toBeDefined()
	})

	it('sets a target for one adviser from a day on', async () => {
		await userEvent.click(item('Job starts').getByText('Definition and targets'))
		await userEvent.click(button('Add a target… for Job starts'))
		const dialog = within(screen.getByRole('dialog', { name: 'Target for Job starts' }))
		await userEvent.click(dialog.getByRole('button', { name: 'Set the target' }))
		expect(within(dialog.getByRole('alert')).getAllByRole('link')).toHaveLength(3)
		await userEvent.selectOptions(dialog.getByLabelText('For whom'), 'One adviser')
		await userEvent.selectOptions(dialog.getByLabelText('Adviser'), 'Chloe')
		await userEvent.type(dialog.getByLabelText('Value'), '5')
		await userEvent.type(dialog.getByLabelText('From'), '1/1/27')
		await userEvent.type(dialog.getByLabelText('Where it comes from'), 'review')
		await userEvent.click(dialog.getByRole('button', { name: 'Set the target' }))
		await expect
			.poll(() => held('K19')?.targets.at(-1))
			.toMatchObject({
				value: '5',
				from: '2027-01-01',
				to: null,
			})
		expect(await screen.findByRole('row', { name: /^Expected 5 Chloe 1 January 2027/ })).toBeDefined()
	})

	it('says that activity is best shown without a target', async () => {
		await userEvent.click(item('Attendance').getByText('Definition and targets'))
		await userEvent.click(button('Add a target… for Attendance'))
		expect(screen.getByText(/^Activity is best shown without a target/)).toBeDefined()
	})

	it('ends a target on a day that is not before its first', async () => {
		await userEvent.click(item('Job starts').getByText('Definition and targets'))
		await userEvent.click(button('End… the target 6 of Job starts'))
		const dialog = within(screen.getByRole('dialog', { name: 'End the target' }))
		await userEvent.type(dialog.getByLabelText('Last day'), '1/1/26{Enter}')
		expect(await dialog.findAllByText('A target cannot end before it began.')).toHaveLength(2)
		await userEvent.clear(dialog.getByLabelText('Last day'))
		await userEvent.type(dialog.getByLabelText('Last day'), '31/12/26{Enter}')
		await expect.poll(() => held('K19')?.targets[0]?.to).toBe('2026-12-31')
	})

	it('leads to the form of a KPI of one’s own', async () => {
		await userEvent.click(button('New local KPI'))
		expect(router.route).toEqual({ name: 'kpis', params: { amend: 'new' } })
	})
})

describe('what a lock left half-typed', () => {
	const left = (field: string, typed: object) => {
		world.drafts.set(field, { field, text: JSON.stringify({ at: -1, typed }), caret: 0 })
	}

	it('is the target it was, for its KPI', async () => {
		left('kpis/target', {
			code: 'K09',
			scope: 'team',
			level: 'minimum',
			value: '85 %',
			from: '1/1',
			source: '',
		})
		render(Kpis)
		const dialog = within(await screen.findByRole('dialog', { name: 'Target for Attendance' }))
		expect(dialog.getByLabelText('Value')).toHaveProperty('value', '85 %')
		expect(dialog.getByLabelText('From')).toHaveProperty('value', '1/1')
		expect(dialog.getByLabelText('For whom')).toHaveProperty('value', 'team')
	})

	it('is the end of a target', async () => {
		left('kpis/end', { code: 'K19', id: 2, to: '31/12' })
		render(Kpis)
		const dialog = within(await screen.findByRole('dialog', { name: 'End the target' }))
		expect(dialog.getByLabelText('Last day')).toHaveProperty('value', '31/12')
	})

	it('is nothing when its KPI has gone', async () => {
		left('kpis/target', { code: 'L1', value: '5' })
		render(Kpis)
		await screen.findByRole('heading', { level: 2, name: 'Leading' })
		expect(screen.queryByRole('dialog')).toBeNull()
	})

	it('is the form of a KPI, with what changes', async () => {
		left('kpis/K13', { numerator: 'talks', changes: 'counted' })
		render(Kpis, { amend: 'K13' })
		expect(await screen.findByRole('textbox', { name: 'What is counted' })).toHaveProperty('value', 'talks')
	})
})

it('with none in use it leads to the library', async () => {
	for (const kpi of allKpis) kpi.active = false
	render(Kpis)
	await userEvent.click(await screen.findByRole('button', { name: 'Look at the library' }))
	expect(heading(/^Call quality/)).not.toBeNull()
})

it('what went wrong is said', async () => {
	world.failures.kpis_list = refusal('unexpected', 'The list could not be read.').error
	render(Kpis)
	expect((await screen.findByRole('alert')).textContent).toContain('The list could not be read.')
})

describe('a KPI of one’s own', () => {
	beforeEach(async () => {
		render(Kpis, { amend: 'new' })
		await screen.findByRole('heading', { level: 1, name: 'New local KPI' })
	})
	const fill = async (label: string, text: string) => {
		await userEvent.type(screen.getByLabelText(label), text)
	}

	it('needs a name, a purpose and a less intrusive way', async () => {
		await userEvent.click(button('Take it into use'))
		const summary = within(screen.getByRole('alert'))
		expect(summary.getAllByRole('link').map((link) => link.textContent)).toEqual([
			'Name: fill this in.',
			'Why it is kept: fill this in.',
			'Less intrusive way: fill this in.',
			'What is counted: fill this in.',
		])
		expect(world.calls).not.toContain('kpis_save')
	})

	it('asks what a share is out of, and a rate what it is divided by', async () => {
		expect(screen.queryByLabelText('Out of')).toBeNull()
		await userEvent.selectOptions(screen.getByLabelText('Kind'), 'Share: so many of so many')
		expect(screen.getByLabelText('Out of')).toBeDefined()
		expect(screen.queryByLabelText('Divided by')).toBeNull()
		await userEvent.selectOptions(screen.getByLabelText('Kind'), 'Rate: a count per something')
		expect(screen.getByLabelText('Divided by')).toBeDefined()
	})

	it('is in use once it is made', async () => {
		await fill('Name', 'Walk-ins')
		await fill('Why it is kept', 'plan who sits at the door')
		await fill('Less intrusive way', 'a tally without names')
		await fill('What is counted', 'people who came without an appointment')
		await userEvent.click(button('Take it into use'))
		await expect.poll(() => allKpis.at(-1)).toMatchObject({ name: 'Walk-ins', local: true, active: true })
		expect(router.route).toEqual({ name: 'kpis', params: {} })
	})
})

describe('amending', () => {
	beforeEach(async () => {
		render(Kpis, { amend: 'K13' })
		await screen.findByRole('heading', { level: 1, name: 'Amend Employer conversations' })
	})

	it('only words leaves what is counted alone', async () => {
		await userEvent.type(screen.getByLabelText('Why it is kept'), ', and act')
		expect(screen.queryByLabelText('What is counted', { selector: '#kpi-numerator' })).toBeNull()
		await userEvent.click(button('Save'))
		await expect.poll(() => held('K13')?.purpose).toBe('see early whether vacancies are likely, and act')
		expect(held('K13')).toMatchObject({ version: 1, valid_from: null, lag_days: 7 })
	})

	it('what is counted makes a new version from a day on', async () => {
		await userEvent.click(screen.getByRole('radio', { name: 'What is counted' }))
		await userEvent.type(
			screen.getByLabelText('What is counted', { selector: '#kpi-numerator' }),
			', by visit',
		)
		await userEvent.click(button('Save'))
		expect(screen.getAllByText('Type a day such as 3/4/2026.')).toHaveLength(2)
		await userEvent.type(screen.getByLabelText('First day of the new version'), '1/1/2027')
		await userEvent.click(button('Save'))
		await expect.poll(() => held('K13')).toMatchObject({ version: 2, valid_from: '2027-01-01' })
	})

	it('a refusal is said at its field', async () => {
		const why = 'The kind of a KPI cannot change.'
		world.failures.kpis_save = refusal('rule_refused', why, null, 'name').error
		await userEvent.click(button('Save'))
		expect(await screen.findAllByText(why)).toHaveLength(2)
	})
})

describe('a KPI not in use', () => {
	const check = (code: string, local: boolean, expected: string) => {
		expect(standing({ code, local, active: false })).toBe(expected)
	}

	it('stands where it comes from', () => {
		check('K31', false, 'library')
		check('R8', false, 'pack')
		check('R8', true, 'local')
		check('reviews', true, 'local')
	})
})
