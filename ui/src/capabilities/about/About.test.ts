import { render, screen } from '@testing-library/svelte'
import { expect, it } from 'vitest'
import About from './About.svelte'

it('lists the licences', async () => {
	render(About)
	expect(await screen.findByRole('table', { name: 'Licences' })).toBeDefined()
	expect(screen.getByText('0.1.0')).toBeDefined()
})
