import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { handlers } from '$lib/ipc/fake/handlers.ts'
import About from './About.svelte'

it('lists the licences', async () => {
	render(About)
	expect(await screen.findByRole('table', { name: 'Licences' })).toBeDefined()
	expect(screen.getByText('0.1.0')).toBeDefined()
})

it('many licences come in pages', async () => {
	const about = handlers.settings_about
	const licences = Array.from({ length: 130 }, (_, at) => [`part-${at + 1}`, '1.0.0', 'MIT'])
	handlers.settings_about = () => ({ version: '0.1.0', commit: 'abc', parts: [], licences })
	render(About)
	expect(await screen.findByText('1 to 100 of 130')).toBeDefined()
	await userEvent.click(screen.getByRole('button', { name: 'Next' }))
	expect(screen.getByText('part-130')).toBeDefined()
	expect(screen.queryByText('part-100')).toBeNull()
	handlers.settings_about = about
})

it('says how the file is checked', async () => {
	render(About)
	expect(await screen.findByText(/SHA-256/)).toBeDefined()
})
