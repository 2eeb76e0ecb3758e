import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { refusal, resetWorld, world } from '$lib/ipc/fake/world.ts'
import { session } from '$lib/session'
import Privacy from './Privacy.svelte'

it('clients come first, and there is nothing about them', async () => {
	render(Privacy)
	const [, first] = await screen.findAllByRole('row')
	expect(first?.textContent).toContain('Clients')
	expect(first?.textContent).toContain('none')
	expect(first?.textContent).toContain('There is no place to write a client’s name.')
})

it('every row has an end and a reason', async () => {
	render(Privacy)
	const [, ...rows] = await screen.findAllByRole('row')
	for (const row of rows) {
		expect(within(row).getAllByRole('cell').at(-2)?.textContent.trim(), 'kept until').not.toBe('')
		expect(within(row).getByRole('rowheader').querySelectorAll('.note').length, 'why').toBeGreaterThan(1)
	}
})

it('says what is sealed, about how many and since when', async () => {
	render(Privacy)
	const row = await screen.findByRole('row', { name: /Aliases and names/ })
	expect(row.textContent).toContain('sealed by person')
	expect(row.textContent).toContain('8 people')
	expect(row.textContent).toContain('3 April 2023')
})

it('lists what goes next', async () => {
	render(Privacy)
	expect(await screen.findByText(/54 figures of November 2024/)).toBeDefined()
})

it('an empty vault holds nothing, and nothing goes', async () => {
	resetWorld({ phase: 'open', empty: true })
	const stop = session.start()
	await session.refresh()
	render(Privacy)
	expect(await screen.findByText('Nothing is due for deletion in the next 14 days.')).toBeDefined()
	expect(screen.getByText(/holds nothing about anybody/)).toBeDefined()
	stop()
})

it('leads to the journal and says how it stands', async () => {
	render(Privacy)
	expect(await screen.findByText(/The journal is whole: 412 entries/)).toBeDefined()
	expect(screen.getByRole('link', { name: 'See the activity journal' }).getAttribute('href')).toBe(
		'#/privacy/journal',
	)
})

it('says what went wrong and offers to load again', async () => {
	world.failures.privacy_inventory = refusal('not_found', 'Gone.').error
	render(Privacy)
	const alert = await screen.findByRole('alert')
	delete world.failures.privacy_inventory
	await userEvent.click(within(alert).getByRole('button', { name: 'Load again' }))
	expect(await screen.findByRole('table')).toBeDefined()
})
