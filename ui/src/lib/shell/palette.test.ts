import { describe, expect, it } from 'vitest'
import { matchLabel } from './palette.svelte.ts'

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
