import { describe, expect, it } from 'vitest'
import { dayLong, dayShort, dayWords, parseDay } from './index.ts'

it('a day is said in words', () => {
	expect(dayWords('2026-12-03')).toBe('3 December 2026')
	expect(dayLong('2026-12-03')).toBe('Thursday 3 December 2026')
	expect(dayShort('2026-12-08')).toBe('Tue 8 Dec')
})

describe('a typed day', () => {
	const check = (typed: string, expected: string | undefined) => {
		expect(parseDay(typed)).toBe(expected)
	}

	it('is read day first', () => {
		check('3/4/26', '2026-04-03')
	})
	it('may have points, dashes or spaces', () => {
		check('03.04.2026', '2026-04-03')
		check('3-4-2026', '2026-04-03')
		check(' 3 4 2026 ', '2026-04-03')
	})
	it('may have the month in words', () => {
		check('3 April 2026', '2026-04-03')
		check('3 apr 26', '2026-04-03')
		check('1 sept 2026', '2026-09-01')
	})
	it('may be as Rust writes it', () => {
		check('2026-04-03', '2026-04-03')
	})
	it('must be in the calendar', () => {
		check('31/2/2026', undefined)
		check('29/2/2028', '2028-02-29')
		check('3/13/2026', undefined)
	})
	it('must be whole', () => {
		check('3/4', undefined)
		check('', undefined)
		check('soon', undefined)
		check('3/4/2026/5', undefined)
	})
})
