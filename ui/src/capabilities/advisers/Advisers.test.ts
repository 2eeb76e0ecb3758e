import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import { adviserId } from '$lib/ipc/fake/team.ts'
import { refusal, resetWorld, world, type World } from '$lib/ipc/fake/world.ts'
import { router } from '$lib/router'
import { session } from '$lib/session'
import { actions } from '$lib/shell'
import Advisers from './Advisers.svelte'

beforeEach(() => session.start())

async function open(change: Partial<World> = {}): Promise<void> {
	resetWorld({ phase: 'open', ...change })
	await session.refresh()
	render(Advisers)
	await screen.findByRole('button', { name: 'Add adviser' })
}

const aliases = (table: string) =>
	within(screen.getByRole('table', { name: table }))
		.getAllByRole('rowheader')
		.map((head) => head.textContent)

it('lists the team by alias, leavers last with the end of their data', async () => {
	await open()
	expect(aliases('In the team')).toEqual(['Amara', 'Ben', 'Chloe', 'Dev', 'Esi', 'Farid', 'Grace'])
	expect(aliases('Left')).toEqual(['Hugo'])
	expect(screen.getByText('30 April 2027')).toBeDefined()
})

it('an alias leads to the scorecard, and details to the form', async () => {
	await open()
	expect(screen.getByRole('link', { name: 'Chloe' }).getAttribute('href')).toBe(`#/scorecard/${adviserId(2)}`)
	expect(screen.getByRole('link', { name: 'Details, Chloe' }).getAttribute('href')).toBe(
		`#/advisers/${adviserId(2)}`,
	)
})

it('finds by alias, site or team, and says how many', async () => {
	await open()
	await userEvent.type(screen.getByLabelText('Find an adviser'), 'sou gra')
	expect(aliases('In the team')).toEqual(['Grace'])
	expect(screen.queryByRole('table', { name: 'Left' })).toBeNull()
	expect(screen.getByText('1 adviser')).toBeDefined()
})

it('says when nobody fits', async () => {
	await open()
	await userEvent.type(screen.getByLabelText('Find an adviser'), 'zz')
	expect(screen.getByText('Nobody fits. Try the beginning of an alias.')).toBeDefined()
})

it('Ctrl+N adds, Ctrl+F finds', async () => {
	await open()
	actions.forKey('find')?.()
	expect(document.activeElement).toBe(screen.getByLabelText('Find an adviser'))
	actions.forKey('add')?.()
	expect(router.route).toEqual({ name: 'adviser', params: { adviser: 'new' } })
})

it('in little room each adviser is a card', async () => {
	Object.defineProperty(window, 'innerWidth', { value: 400, configurable: true })
	await open()
	expect(screen.queryByRole('table')).toBeNull()
	const list = within(screen.getByRole('list', { name: 'In the team' }))
	expect(list.getByText('Harbour · 0.8 full-time')).toBeDefined()
	Object.defineProperty(window, 'innerWidth', { value: 1280, configurable: true })
})

it('an empty vault says what will be here, with one act first', async () => {
	await open({ empty: true })
	expect(screen.getByText(/^Nobody is in this vault yet/)).toBeDefined()
	await userEvent.click(screen.getByRole('button', { name: 'Import a roster…' }))
	expect(router.route.name).toBe('intake')
})

it('what went wrong is said, and can be tried again', async () => {
	resetWorld({ phase: 'open', failures: { team_list: refusal('not_found', 'The list is gone.').error } })
	render(Advisers)
	expect((await screen.findByRole('alert')).textContent).toContain('The list is gone.')
	world.failures = {}
	await userEvent.click(screen.getByRole('button', { name: 'Load again' }))
	expect(await screen.findByRole('table', { name: 'In the team' })).toBeDefined()
})
