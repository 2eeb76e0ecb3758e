import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { refusal, resetWorld, world } from '$lib/ipc/fake/world.ts'
import { router } from '$lib/router'
import Releases from './Releases.svelte'

it('shows what went out before, with its check sum in fours', async () => {
	render(Releases)
	const row = await screen.findByRole('row', { name: /January to July 2026/ })
	expect(row.textContent).toContain('4 August 2026')
	expect(row.textContent).toContain('Same organisation')
	expect(row.textContent).toContain('9f2c 4e1a b07d 63c8')
})

it('leads to a new summary', async () => {
	render(Releases)
	await userEvent.click(await screen.findByRole('button', { name: 'New summary' }))
	expect(router.route.name).toBe('summary')
})

it('leads to where named files are written', async () => {
	render(Releases)
	await userEvent.click(await screen.findByRole('button', { name: 'Open advisers' }))
	expect(router.route.name).toBe('advisers')
})

it('without figures there is one act', async () => {
	resetWorld({ phase: 'open', empty: true })
	render(Releases)
	await userEvent.click(await screen.findByRole('button', { name: 'Enter data' }))
	expect(router.route.name).toBe('figures')
})

it('says what went wrong and offers to load again', async () => {
	world.failures.releases_choices = refusal('not_found', 'Gone.').error
	render(Releases)
	const alert = await screen.findByRole('alert')
	delete world.failures.releases_choices
	await userEvent.click(within(alert).getByRole('button', { name: 'Load again' }))
	expect(await screen.findByRole('table')).toBeDefined()
})

it('the word that promises too much is not used', async () => {
	render(Releases)
	await screen.findByRole('table')
	expect(document.body.textContent.toLowerCase()).not.toContain('anonym')
})
