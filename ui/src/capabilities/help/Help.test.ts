import { render, screen } from '@testing-library/svelte'
import { expect, it } from 'vitest'
import { t } from '$lib/i18n'
import { keymap } from '$lib/keys'
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
