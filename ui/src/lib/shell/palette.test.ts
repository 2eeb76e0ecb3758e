import { beforeEach, describe, expect, it } from 'vitest'
import { resetWorld, world } from '$lib/ipc/fake/world.ts'
import { chooseKeys } from '$lib/keys'
import { session } from '$lib/session'
import { actions } from './actions.svelte.ts'
import { matchLabel, Palette } from './palette.svelte.ts'
import { Shell } from './shell.svelte.ts'

describe('typed beginnings of words', () => {
	const check = (label: string, typed: string, expected: string | undefined) => {
		const parts = matchLabel(label, typed)
		expect(parts?.map((part) => (part.hit ? `[${part.text}]` : part.text)).join('')).toBe(expected)
	}

	it('are found in any word', () => {
		check('Grace › Employer conversations', 'gra emp', '[Gra]ce › [Emp]loyer conversations')
	})
	it('are found in any order', () => {
		check('Grace › Employer', 'emp gra', '[Gra]ce › [Emp]loyer')
	})
	it('must all fit', () => {
		check('Grace', 'gra x', undefined)
	})
	it('do not fit the middle of a word', () => {
		check('Grace', 'ace', undefined)
	})
	it('fit each word once', () => {
		check('Grace', 'gra gra', undefined)
	})
	it('being nothing fit everything', () => {
		check('Lock now', '', 'Lock now')
	})
})

describe('from everywhere', () => {
	const palette = new Palette(new Shell(() => true))
	beforeEach(async () => {
		resetWorld({ phase: 'open' })
		world.undo = ['12 figures pasted']
		const stop = session.start()
		await session.refresh()
		return stop
	})

	const found = (typed: string) => {
		palette.typed = typed
		return palette.shown.map(({ command }) => command.label)
	}

	it.each([
		['import spr', 'Import a spreadsheet'],
		['enter', 'Enter data'],
		['add adv', 'Add adviser'],
		['new sum', 'New summary'],
		['past', 'Past imports'],
		['activ', 'Activity journal'],
		['recov', 'New recovery code'],
		['undo', 'Undo 12 figures pasted'],
		['kpis', 'KPIs and targets'],
		['teams', 'Teams'],
	])('%s is found', (typed, label) => {
		expect(found(typed)).toContain(label)
	})

	it('sections say the keys they have now', () => {
		chooseKeys([{ act: 'section', chord: 'Alt+1' }])
		palette.typed = 'enter'
		expect(palette.shown.find(({ command }) => command.id === 'figures')?.command.keys).toBe('Alt 3')
		chooseKeys([])
	})

	it('what the screen in front offers is there once', () => {
		const run = () => undefined
		const stop = actions.offer({
			commands: () => [{ id: 'advisers-add', group: 'do', label: 'Add adviser', run }],
		})
		expect(found('add adv')).toEqual(['Add adviser'])
		stop()
	})
})
