import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { refusal, resetWorld, world } from '$lib/ipc/fake/world.ts'
import { router } from '$lib/router'
import Batches from './Batches.svelte'

const takeOut = () => screen.getByRole('button', { name: /^Take out/ })

it('lists imports with what came of them, the newest first', async () => {
	render(Batches)
	const rows = await screen.findAllByRole('row')
	expect(rows.map((row) => row.textContent)).toEqual([
		expect.stringContaining('When'),
		expect.stringContaining('1 December 2026, 09:12'),
		expect.stringContaining('Taken out again'),
		expect.stringContaining('More than 12 months ago'),
	])
})

it('only one that can still be taken out offers it', async () => {
	render(Batches)
	await screen.findAllByRole('row')
	expect(screen.getAllByRole('button', { name: /^Take out/ })).toHaveLength(1)
})

it('asks before it takes an import out, and says what went and what stayed', async () => {
	render(Batches)
	await screen.findAllByRole('row')
	await userEvent.click(takeOut())
	const dialog = within(screen.getByRole('dialog', { name: 'Take this import out?' }))
	expect(world.calls).not.toContain('intake_undo_batch')
	await userEvent.click(dialog.getByRole('button', { name: 'Take out' }))
	expect(await screen.findByText('195 figures were taken out again.')).toBeDefined()
	expect(screen.getByText('Changed since, so they stay: Ben, Attendance, November 2026.')).toBeDefined()
	expect(screen.queryByRole('button', { name: /^Take out/ })).toBeNull()
})

it('may be left as it is', async () => {
	render(Batches)
	await screen.findAllByRole('row')
	await userEvent.click(takeOut())
	await userEvent.click(screen.getByRole('button', { name: 'Leave it in' }))
	expect(world.calls).not.toContain('intake_undo_batch')
})

it('says what went wrong', async () => {
	world.failures.intake_undo_batch = refusal('not_found', 'This import is gone.').error
	render(Batches)
	await screen.findAllByRole('row')
	await userEvent.click(takeOut())
	await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Take out' }))
	expect((await screen.findByRole('alert')).textContent).toContain('This import is gone.')
})

it('without imports there is one act', async () => {
	resetWorld({ phase: 'open', empty: true })
	render(Batches)
	await screen.findByText('No file has been imported yet.')
	const [, act] = screen.getAllByRole('button', { name: 'Import a file…' })
	if (act) await userEvent.click(act)
	expect(router.route.name).toBe('intake')
})
