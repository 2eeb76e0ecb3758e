import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { adviserId } from '$lib/ipc/fake/team.ts'
import { resetWorld, world } from '$lib/ipc/fake/world.ts'
import { router } from '$lib/router'
import { flushDrafts, period, session } from '$lib/session'
import { toasts } from '$lib/components'
import Figures from './Figures.svelte'

const grid = () => screen.getByRole('grid')
/** The cell of an adviser, by its place among the numbers. */
const cell = (alias: string, place: number) => {
	const row = within(grid()).getByRole('row', { name: new RegExp(`^${alias}`) })
	const found = within(row).getAllByRole('gridcell')[place]
	if (!found) throw new Error(`${alias} has no cell ${place}`)
	return found
}
const textOf = (alias: string, place: number) => cell(alias, place).textContent.trim()
const booked = 2
const attended = 3
const jobStarts = 6

async function open(asked: string | undefined = '2026-11'): Promise<void> {
	session.start()
	await session.refresh()
	render(Figures, { period: asked })
	await screen.findByRole('grid')
	await waitFor(() => {
		expect(document.activeElement?.getAttribute('role')).toBe('gridcell')
	})
}

async function goTo(alias: string, place: number): Promise<void> {
	await userEvent.click(cell(alias, place))
}

describe('the cursor', () => {
	it('is in the first empty cell', async () => {
		resetWorld({ phase: 'open' })
		await open()
		expect(document.activeElement).toBe(cell('Esi', 4))
	})

	it('moves by arrows, to the ends and to the corners', async () => {
		await open()
		await userEvent.keyboard('{Control>}{Home}{/Control}')
		expect(document.activeElement).toBe(cell('Amara', 0))
		await userEvent.keyboard('{ArrowRight}{ArrowDown}')
		expect(document.activeElement).toBe(cell('Ben', 1))
		await userEvent.keyboard('{End}')
		expect(document.activeElement).toBe(cell('Ben', 12))
		await userEvent.keyboard('{Home}{PageDown}')
		expect(document.activeElement).toBe(cell('Grace', 0))
		await userEvent.keyboard('{PageUp}{Control>}{End}{/Control}')
		expect(document.activeElement).toBe(cell('Grace', 12))
	})

	it('is the one stop of the grid: Tab leaves it', async () => {
		await open()
		const stops = within(grid())
			.getAllByRole('gridcell')
			.filter((one) => one.tabIndex === 0)
		expect(stops).toHaveLength(1)
		await userEvent.keyboard('{Tab}')
		expect(grid().contains(document.activeElement)).toBe(false)
	})

	it('is said in full under the grid', async () => {
		await open()
		await goTo('Grace', attended)
		expect(screen.getByText(/Attendance · appointments attended/)).toBeDefined()
	})

	it('says what stood in the cell before, and its note', async () => {
		await open('2026-10')
		await goTo('Ben', jobStarts)
		expect(screen.getByText('It was 4 before.')).toBeDefined()
		expect(screen.getByText('Note: short month')).toBeDefined()
	})
})

describe('typing', () => {
	it('replaces what is there and Enter goes down', async () => {
		await open()
		await goTo('Amara', jobStarts)
		await userEvent.keyboard('4{Enter}')
		expect(await within(cell('Amara', jobStarts)).findByText('4')).toBeDefined()
		expect(document.activeElement).toBe(cell('Ben', jobStarts))
		expect(world.undo).toEqual(['one figure'])
	})

	it('F2 changes what is there, and Esc leaves it', async () => {
		await open()
		await goTo('Amara', jobStarts)
		await userEvent.keyboard('{F2}')
		expect(screen.getByRole('textbox')).toHaveProperty('value', '3')
		await userEvent.keyboard('9{Escape}')
		expect(cell('Amara', jobStarts).textContent).toContain('3')
		expect(world.calls).not.toContain('figures_write')
	})

	it('Tab stores it and goes on to the next number', async () => {
		await open()
		await goTo('Amara', jobStarts)
		await userEvent.keyboard('4{Tab}')
		expect(document.activeElement).toBe(cell('Amara', jobStarts + 1))
		expect(world.calls).toContain('figures_write')
	})

	it('an arrow stores it after typing over, and moves the caret after F2', async () => {
		await open()
		await goTo('Amara', jobStarts)
		await userEvent.keyboard('4{ArrowLeft}')
		expect(document.activeElement).toBe(cell('Amara', jobStarts - 1))
		await userEvent.keyboard('{F2}{ArrowLeft}')
		expect(screen.getByRole('textbox')).toBe(document.activeElement)
	})

	it('Delete clears', async () => {
		await open()
		await goTo('Amara', jobStarts)
		await userEvent.keyboard('{Delete}')
		await waitFor(() => {
			expect(textOf('Amara', jobStarts)).toBe('no figure')
		})
		expect(screen.getByText('3 of 91 cells empty')).toBeDefined()
	})

	it('half of a pair waits for the other half', async () => {
		await open()
		await goTo('Esi', 4)
		await userEvent.keyboard('20{Tab}')
		expect(world.calls).not.toContain('figures_write')
		expect(screen.getByText('1 not saved')).toBeDefined()
		await userEvent.keyboard('12{Enter}')
		await waitFor(() => {
			expect(screen.getByText('0 of 91 cells empty')).toBeDefined()
		})
		expect(screen.queryByText(/not saved$/)).toBeNull()
	})
})

describe('a value that cannot be right', () => {
	async function refuse(): Promise<void> {
		await open()
		await goTo('Grace', attended)
		await userEvent.keyboard('61{Enter}')
		await screen.findByText('There is a problem')
	}

	it('is not stored, and the old one is named', async () => {
		await refuse()
		expect(screen.getByRole('alert').textContent).toContain(
			'Grace, appointments attended: 61 is more than 50.',
		)
		expect(screen.getByRole('alert').textContent).toContain(
			'It is not saved. The 37 typed before is still there.',
		)
		expect(cell('Grace', attended).getAttribute('aria-invalid')).toBe('true')
		expect(screen.getByText('1 not saved')).toBeDefined()
	})

	it('goes by Esc, and the old one shows again', async () => {
		await refuse()
		await goTo('Grace', attended)
		await userEvent.keyboard('{Escape}')
		expect(textOf('Grace', attended)).toBe('37')
		expect(screen.queryByText('There is a problem')).toBeNull()
	})

	it('goes by its card', async () => {
		await refuse()
		await userEvent.click(screen.getByRole('button', { name: 'Put 37 back' }))
		expect(document.activeElement).toBe(cell('Grace', attended))
		expect(textOf('Grace', attended)).toBe('37')
	})

	it('may be put right at the other number of its pair', async () => {
		await refuse()
		await userEvent.click(screen.getByRole('button', { name: 'Go to appointments booked' }))
		await userEvent.keyboard('{Control>}a{/Control}70{Enter}')
		await waitFor(() => {
			expect(screen.queryByText('There is a problem')).toBeNull()
		})
		expect(textOf('Grace', booked)).toBe('70')
		expect(textOf('Grace', attended)).toBe('61')
	})

	it('is found from the summary', async () => {
		await refuse()
		await userEvent.click(screen.getByRole('button', { name: /^Grace, appointments attended/ }))
		expect(document.activeElement).toBe(cell('Grace', attended))
	})
})

describe('an unusual value', () => {
	it('is stored, asked about and kept', async () => {
		await open()
		expect(screen.getByText('1 to confirm')).toBeDefined()
		await userEvent.click(screen.getByRole('button', { name: 'Keep 10' }))
		await waitFor(() => {
			expect(screen.queryByText('Is this right?')).toBeNull()
		})
		expect(document.activeElement).toBe(cell('Esi', jobStarts))
	})

	it('may be asked about later', async () => {
		await open()
		await userEvent.click(screen.getByRole('button', { name: 'Ask me later' }))
		expect(screen.queryByRole('button', { name: 'Keep 10' })).toBeNull()
		await userEvent.click(screen.getByRole('button', { name: '1 to confirm' }))
		expect(screen.getByRole('button', { name: 'Keep 10' })).toBeDefined()
	})

	it('may be disputed, and settled', async () => {
		await open()
		await goTo('Amara', jobStarts)
		await userEvent.click(screen.getByRole('button', { name: 'Mark as disputed' }))
		expect(await screen.findByText(/left out of signals until settled/)).toBeDefined()
		await userEvent.click(screen.getByRole('button', { name: 'The value stands' }))
		expect(await screen.findByText('As reported.')).toBeDefined()
	})
})

describe('a block', () => {
	it('is pasted as one step', async () => {
		await open()
		await goTo('Amara', booked)
		await userEvent.paste('60\t41\n61\t42\r\n')
		await waitFor(() => {
			expect(textOf('Ben', attended)).toBe('42')
		})
		expect(world.calls.filter((call) => call === 'figures_write')).toHaveLength(1)
		expect(world.undo).toEqual(['2 figures pasted'])
	})

	it('says what did not fit', async () => {
		await open()
		await goTo('Grace', 12)
		await userEvent.paste('5\t6\n7\t8')
		await waitFor(() => {
			expect(toasts.list.at(-1)?.words).toBe('1 cell pasted. 3 cells did not fit.')
		})
	})

	it('chosen with Shift is copied and cleared as a whole', async () => {
		await open()
		await goTo('Amara', booked)
		await userEvent.keyboard('{Shift>}{ArrowRight}{ArrowDown}{/Shift}')
		expect(cell('Ben', booked).getAttribute('aria-selected')).toBe('true')
		let copied = ''
		const clipboardData = { setData: (_: string, text: string) => (copied = text) }
		await fireEvent.copy(cell('Ben', attended), { clipboardData })
		expect(copied).toBe('50\t40\n50\t40')
		await userEvent.keyboard('{Delete}')
		await waitFor(() => {
			expect(textOf('Ben', booked)).toBe('no figure')
		})
		expect(world.undo).toEqual(['2 figures pasted'])
	})

	it('one number fills all that is chosen', async () => {
		await open()
		await goTo('Amara', jobStarts)
		await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}')
		await userEvent.paste('6')
		await waitFor(() => {
			expect(textOf('Chloe', jobStarts)).toBe('6')
		})
	})

	it('can be put in without the clipboard keys', async () => {
		await open()
		await goTo('Amara', jobStarts)
		await userEvent.click(screen.getByRole('button', { name: 'Paste from a spreadsheet' }))
		const dialog = within(screen.getByRole('dialog'))
		expect(dialog.getByText(/They go in from Amara, clients who started a job/)).toBeDefined()
		await userEvent.click(dialog.getByRole('textbox'))
		await userEvent.paste('1\n2')
		await userEvent.click(dialog.getByRole('button', { name: 'Put them in' }))
		await waitFor(() => {
			expect(textOf('Ben', jobStarts)).toBe('2')
		})
	})
})

describe('what is half-typed', () => {
	beforeEach(() => {
		world.phase = 'open'
	})

	it('outlives a lock: same cell, same text, same caret', async () => {
		await open()
		await goTo('Grace', jobStarts)
		await userEvent.keyboard('12')
		await flushDrafts()
		document.body.replaceChildren()
		await open2()
		const field = await screen.findByRole('textbox')
		expect(field).toHaveProperty('value', '12')
		expect(field.closest('[role=gridcell]')).toBe(cell('Grace', jobStarts))
		expect((field as HTMLInputElement).selectionStart).toBe(2)
	})

	it('is forgotten once it is stored', async () => {
		await open()
		await goTo('Grace', jobStarts)
		await userEvent.keyboard('9')
		await flushDrafts()
		expect(
			[...world.drafts.keys()].filter((field) => field !== 'screen'),
			'sealed under the key of the adviser it is about',
		).toEqual([`figures/grid/${adviserId(6)}`])
		await userEvent.keyboard('{Enter}')
		await waitFor(() => {
			expect([...world.drafts.keys()].filter((field) => field !== 'screen')).toEqual([])
		})
	})

	it('refused values come back too', async () => {
		await open()
		await goTo('Grace', attended)
		await userEvent.keyboard('61{Enter}')
		await screen.findByText('There is a problem')
		await flushDrafts()
		document.body.replaceChildren()
		await open2()
		expect(await screen.findByText('There is a problem')).toBeDefined()
	})

	it('of a large paste is kept for every adviser', async () => {
		resetWorld({ phase: 'open', advisers: 60 })
		await open()
		await goTo('Adviser 10', attended)
		await userEvent.paste(Array.from({ length: 59 }, () => '61').join('\n'))
		await screen.findByText('There is a problem')
		await flushDrafts()
		expect([...world.drafts.keys()].filter((field) => field !== 'screen')).toHaveLength(59)
	})

	async function open2(): Promise<void> {
		render(Figures, {})
		await screen.findByRole('grid')
	}
})

describe('periods', () => {
	it('are chosen in the top bar, and the cursor goes to the first empty cell', async () => {
		await open()
		expect(period.shown?.words).toBe('November 2026')
		period.previous()
		expect(await screen.findByRole('grid', { name: 'Figures of October 2026' })).toBeDefined()
		period.choose('2026-12')
		expect(await screen.findByRole('grid', { name: 'Figures of December 2026' })).toBeDefined()
	})

	it('may be weeks', async () => {
		await open()
		await userEvent.click(screen.getByRole('radio', { name: 'Weekly' }))
		expect(await screen.findByRole('columnheader', { name: 'Employer conversations' })).toBeDefined()
	})

	it('follow undo', async () => {
		await open()
		world.undo = ['12 figures pasted']
		world.calls = []
		await session.undo()
		await waitFor(() => {
			expect(world.calls).toContain('figures_grid')
		})
	})
})

it('without a team there is one act', async () => {
	resetWorld({ phase: 'open', empty: true })
	render(Figures)
	await userEvent.click(await screen.findByRole('button', { name: 'Add your team' }))
	expect(router.route.name).toBe('advisers')
})

it('says what went wrong and offers to load again', async () => {
	world.failures.figures_grid = { code: 'not_found', message: 'Gone.', hint: null, field: null }
	render(Figures)
	expect((await screen.findByRole('alert')).textContent).toContain('Gone.')
	delete world.failures.figures_grid
	await userEvent.click(screen.getByRole('button', { name: 'Load again' }))
	expect(await screen.findByRole('grid')).toBeDefined()
})
