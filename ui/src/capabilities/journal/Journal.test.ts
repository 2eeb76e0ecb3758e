import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, it, onTestFinished } from 'vitest'
import { handlers } from '$lib/ipc/fake/handlers.ts'
import { refusal, world } from '$lib/ipc/fake/world.ts'
import type { JournalView } from '$lib/ipc'
import Journal from './Journal.svelte'

function answering(view: JournalView): void {
	const before = handlers.journal_page
	onTestFinished(() => {
		handlers.journal_page = before
	})
	handlers.journal_page = () => view
}

it('shows the newest entries with their count', async () => {
	render(Journal)
	const rows = await screen.findAllByRole('row')
	expect(rows).toHaveLength(51)
	expect(rows[1]?.textContent).toContain('412')
	expect(screen.getByText('1 to 50 of 412')).toBeDefined()
})

it('says why, where a reason was given', async () => {
	render(Journal)
	const [row] = (await screen.findAllByRole('row')).filter((one) => one.textContent.includes('409'))
	expect(row?.textContent).toContain('The employer desk opened on 20 April')
})

it('is turned page by page to the oldest', async () => {
	render(Journal)
	await screen.findAllByRole('row')
	const older = screen.getByRole('button', { name: 'Older' })
	expect(screen.getByRole('button', { name: 'Newer' }).getAttribute('aria-disabled')).toBe('true')
	for (let page = 0; page < 8; page += 1) await userEvent.click(older)
	expect(await screen.findByText('401 to 412 of 412')).toBeDefined()
	expect(older.getAttribute('aria-disabled')).toBe('true')
	await userEvent.click(screen.getByRole('button', { name: 'Newer' }))
	expect(await screen.findByText('351 to 400 of 412')).toBeDefined()
})

it('says that its chain holds', async () => {
	render(Journal)
	expect(await screen.findByText(/The journal is whole/)).toBeDefined()
	expect(screen.queryByRole('alert')).toBeNull()
})

it('a broken chain is said first, with what to do', async () => {
	answering({ entries: [], total: 0, sound: false, sentence: 'Entry 17 does not follow from entry 16.' })
	render(Journal)
	const alert = await screen.findByRole('alert')
	expect(alert.textContent).toContain('Entry 17 does not follow from entry 16.')
	expect(alert.textContent).toContain('backup')
})

it('without entries it says so', async () => {
	answering({ entries: [], total: 0, sound: true, sentence: 'The journal is whole.' })
	render(Journal)
	expect(await screen.findByText('Nothing has been written down yet.')).toBeDefined()
})

it('says what went wrong', async () => {
	world.failures.journal_page = refusal('vault_busy', 'Another program holds the vault.').error
	render(Journal)
	expect((await screen.findByRole('alert')).textContent).toContain('Another program holds the vault.')
})
