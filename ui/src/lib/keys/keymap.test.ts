import { afterEach, describe, expect, it } from 'vitest'
import { actOf, chooseKeys, keyRefusal, keymap, keysListed, keysOf, keysTaken, shownKeys } from './index.ts'

const press = (key: string, held: KeyboardEventInit = {}) => new KeyboardEvent('keydown', { key, ...held })

describe('a key asks for', () => {
	const check = (event: KeyboardEvent, act: string | undefined, mac = false) => {
		expect(actOf(event, mac)?.act).toBe(act)
	}

	it('the palette', () => {
		check(press('k', { ctrlKey: true }), 'palette')
	})
	it('the palette with Cmd on macOS', () => {
		check(press('k', { metaKey: true }), 'palette', true)
	})
	it('nothing with Ctrl on macOS', () => {
		check(press('k', { ctrlKey: true }), undefined, true)
	})
	it('redo with Shift', () => {
		check(press('Z', { ctrlKey: true, shiftKey: true }), 'redo')
	})
	it('undo without', () => {
		check(press('z', { ctrlKey: true }), 'undo')
	})
	it('larger text where + needs Shift', () => {
		check(press('+', { ctrlKey: true, shiftKey: true }), 'larger')
	})
	it('back', () => {
		check(press('ArrowLeft', { altKey: true }), 'back')
	})
	it('nothing for a letter alone (WCAG 2.1.4)', () => {
		check(press('k'), undefined)
	})
	it('the third section', () => {
		expect(actOf(press('3', { ctrlKey: true }), false)).toEqual({ act: 'section', place: 2 })
	})
})

it('no chord stands for two things', () => {
	const chords = keymap.flatMap((line) => line.keys)
	expect(new Set(chords).size).toBe(chords.length)
})

it('keys are shown as people read them', () => {
	expect(shownKeys('Mod+Shift+Z', false)).toEqual(['Ctrl', 'Shift', 'Z'])
	expect(shownKeys('Mod++', true)).toEqual(['⌘', '+'])
	expect(keysOf('help')).toBe('F1')
})

describe('the sections together', () => {
	afterEach(() => {
		chooseKeys([])
	})

	it('have what is held, each with its digit', () => {
		chooseKeys([{ act: 'section', chord: 'Alt+1' }])
		expect(actOf(press('3', { altKey: true }), false)).toEqual({ act: 'section', place: 2 })
		expect(actOf(press('3', { ctrlKey: true }), false)).toBeUndefined()
		expect(keysListed().find(({ act }) => act === 'section')?.keys).toEqual(['Alt+1', 'Alt+5'])
		expect(keysOf('section', 4)).toBe('Alt 5')
	})

	it('have the digit where Option writes another sign', () => {
		chooseKeys([{ act: 'section', chord: 'Alt+1' }])
		expect(actOf(press('£', { altKey: true, code: 'Digit3' }), true)?.place).toBe(2)
	})

	it.each([
		['Alt+7', undefined],
		['Mod+Alt+1', undefined],
		['3', 'digit'],
		['F2', 'digit'],
		['Alt+J', 'digit'],
		['Mod++', 'digit'],
	])('%s', (chord, refusal) => {
		expect(keyRefusal('section', chord)).toBe(refusal)
	})

	it('take no digit from another act, and lose none to one', () => {
		chooseKeys([{ act: 'lock', chord: 'Alt+4' }])
		expect(keyRefusal('section', 'Alt+7')).toBe('lock')
		expect(keyRefusal('undo', 'Mod+3')).toBe('section')
	})

	it('are not put back where something else has a digit', () => {
		chooseKeys([
			{ act: 'section', chord: 'Alt+1' },
			{ act: 'undo', chord: 'Mod+3' },
		])
		expect(keysTaken('section')).toBe('undo')
		expect(keysTaken('lock')).toBeUndefined()
	})
})
