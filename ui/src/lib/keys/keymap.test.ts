import { describe, expect, it } from 'vitest'
import { actOf, keymap, keysOf, shownKeys } from './index.ts'

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
