import { render, screen } from '@testing-library/svelte'
import { expect, it } from 'vitest'
import { t } from '$lib/i18n'
import { keymap } from '$lib/keys'
import About from '../about/About.svelte'
import Help from './Help.svelte'

it('names the five marks', () => {
	render(Help)
	for (const word of ['No clear change', 'Better', 'Worse', 'Too few to judge', 'No figures'])
		expect(screen.getByText(word)).toBeDefined()
})

it('lists every key of the map', () => {
	render(Help)
	for (const { act } of keymap) expect(screen.getByText(t(`help-key-${act}`))).toBeDefined()
})

it('about lists the licences', async () => {
	render(About)
	expect(await screen.findByRole('table', { name: 'Licences' })).toBeDefined()
	expect(screen.getByText('0.1.0')).toBeDefined()
})
