import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { toasts } from '$lib/components'
import { adviserId, listAdvisers } from '$lib/ipc/fake/team.ts'
import { refusal, resetWorld, world } from '$lib/ipc/fake/world.ts'
import { router } from '$lib/router'
import { session } from '$lib/session'
import Adviser from './Adviser.svelte'
import { parseShare } from './typed.ts'

beforeEach(async () => {
	const stop = session.start()
	resetWorld({ phase: 'open' })
	await session.refresh()
	return stop
})

const held = (alias: string) => listAdvisers().find((adviser) => adviser.alias === alias)
const type = (label: string, text: string) => userEvent.type(screen.getByLabelText(label), text)

describe('a new adviser', () => {
	beforeEach(async () => {
		render(Adviser, { adviser: 'new' })
		await screen.findByRole('heading', { level: 1, name: 'Add adviser' })
	})

	it('needs an alias and nothing else', async () => {
		await userEvent.click(screen.getByRole('button', { name: 'Add adviser' }))
		const summary = within(screen.getByRole('alert'))
		await userEvent.click(summary.getByRole('link', { name: 'Type an alias.' }))
		expect(document.activeElement).toBe(screen.getByLabelText('Alias'))
		await userEvent.keyboard('Ines{Enter}')
		await expect.poll(() => held('Ines')).toMatchObject({ started: null, name: null })
		expect(router.route.name).toBe('advisers')
		expect(toasts.list.at(-1)?.words).toBe('Ines added.')
	})

	it('may be followed by another at once', async () => {
		await type('Alias', 'Ines')
		await userEvent.click(screen.getByRole('button', { name: 'Add, then another' }))
		await expect.poll(() => screen.getByLabelText('Alias')).toHaveProperty('value', '')
		expect(document.activeElement).toBe(screen.getByLabelText('Alias'))
		expect(held('Ines')).toBeDefined()
		expect(screen.queryByRole('alert')).toBeNull()
	})

	it('days are read day first and echoed in words', async () => {
		await type('Alias', 'Ines')
		await type('First day', '3/4/26')
		expect(screen.getByText('3 April 2026')).toBeDefined()
		await userEvent.click(screen.getByRole('button', { name: 'Add adviser' }))
		await expect.poll(() => held('Ines')?.started).toBe('2026-04-03')
	})

	it('a day that is none is said at its field', async () => {
		await type('Alias', 'Ines')
		await type('First day', '31/2/26')
		await userEvent.click(screen.getByRole('button', { name: 'Add adviser' }))
		expect(screen.getByLabelText('First day').getAttribute('aria-invalid')).toBe('true')
		expect(held('Ines')).toBeUndefined()
	})

	it('working time and days away come with it', async () => {
		await type('Alias', 'Ines')
		await userEvent.click(screen.getByRole('button', { name: 'Add a change of working time' }))
		const share = within(screen.getByRole('group', { name: 'Working time 1' }))
		await userEvent.type(share.getByLabelText('From'), '1/9/2026')
		await userEvent.type(share.getByLabelText(/^Share/), '80 %')
		await userEvent.click(screen.getByRole('button', { name: 'Add days away' }))
		const away = within(screen.getByRole('group', { name: 'Days away 1' }))
		await userEvent.type(away.getByLabelText('From'), '5/10/2026')
		await userEvent.type(away.getByLabelText('To'), '5/10/2026')
		await userEvent.click(screen.getByRole('button', { name: 'Add adviser' }))
		await expect.poll(() => held('Ines')?.shares).toEqual([{ from: '2026-09-01', share: 800 }])
		expect(held('Ines')?.absences).toEqual([{ from: '2026-10-05', to: '2026-10-05', half_days: 2 }])
	})

	it('an alias that is taken is refused at the field', async () => {
		await type('Alias', 'grace')
		await userEvent.click(screen.getByRole('button', { name: 'Add adviser' }))
		expect(await screen.findAllByText('Another adviser has this alias.')).toHaveLength(2)
		expect(screen.getByLabelText('Alias').getAttribute('aria-invalid')).toBe('true')
	})

	it('half-typed outlives a lock', async () => {
		await type('Alias', 'Ine')
		await session.lock()
		expect(world.drafts.get('team/adviser/new')?.text).toContain('"alias":"Ine"')
	})
})

describe('an adviser on the roster', () => {
	beforeEach(async () => {
		render(Adviser, { adviser: adviserId(4) })
		await screen.findByRole('heading', { level: 1, name: 'Details of Esi' })
	})

	it('shows what is held', () => {
		expect(screen.getByLabelText('First day')).toHaveProperty('value', '3 April 2023')
		const away = within(screen.getByRole('group', { name: 'Days away 1' }))
		expect(away.getByLabelText('Half days')).toHaveProperty('value', '20')
		expect(screen.queryByRole('button', { name: 'Add adviser' })).toBeNull()
	})

	it('is saved as soon as a field is left', async () => {
		await type('Grade (optional)', 'B')
		expect(world.calls).not.toContain('team_save_adviser')
		await userEvent.tab()
		await expect.poll(() => held('Esi')?.grade).toBe('B')
		await type('Caseload band (optional)', '3')
		await userEvent.tab()
		await expect.poll(() => held('Esi')?.band).toBe('3')
	})

	it('is not saved while something is wrong, which is said', async () => {
		await userEvent.clear(screen.getByLabelText('Alias'))
		await userEvent.tab()
		expect(await screen.findByText('Type an alias.')).toBeDefined()
		expect(world.calls).not.toContain('team_save_adviser')
	})

	it('days away can be removed', async () => {
		await userEvent.click(screen.getByRole('button', { name: 'Remove, days away 1' }))
		await expect.poll(() => held('Esi')?.absences).toEqual([])
	})

	it('a refusal without a field is a notice', async () => {
		world.failures.team_save_adviser = refusal('disk_full', 'The disk is full.').error
		await type('Grade (optional)', 'B')
		await userEvent.tab()
		expect((await screen.findByRole('alert')).textContent).toContain('The disk is full.')
	})
})

it('nobody has no details', async () => {
	render(Adviser, { adviser: 'nobody' })
	expect((await screen.findByRole('alert')).textContent).toContain('There is no such adviser.')
})

it('what a lock left half-typed comes back', async () => {
	const text = JSON.stringify({ at: 0, typed: { alias: 'Ine' } })
	world.drafts.set('team/adviser/new', { field: 'team/adviser/new', text, caret: 0 })
	render(Adviser, { adviser: 'new' })
	await expect.poll(() => screen.queryByLabelText('Alias')).toHaveProperty('value', 'Ine')
})

describe('a share of full time', () => {
	const check = (typed: string, expected: number | undefined) => {
		expect(parseShare(typed)).toBe(expected)
	}

	it('is a number up to 1', () => {
		check('0.8', 800)
		check('0,75', 750)
		check('1', 1000)
	})
	it('may be per cent', () => {
		check('80 %', 800)
		check('37.5%', 375)
	})
	it('is nothing else', () => {
		check('0', undefined)
		check('1.2', undefined)
		check('most', undefined)
	})
})
