import { expect, it } from 'vitest'
import { Pace } from './pace.ts'

it('after ten seconds says how long the rest takes at the pace so far', () => {
	const pace = new Pace()
	expect(pace.left({ at: 0, done: 0, total: 900 })).toBeUndefined()
	expect(pace.left({ at: 9_000, done: 90, total: 900 }), 'too early to say').toBeUndefined()
	expect(pace.left({ at: 10_000, done: 100, total: 900 })).toBe(80)
})

it('begins anew with another stretch, and says nothing where the end is not known', () => {
	const pace = new Pace()
	pace.left({ at: 0, done: 0, total: 900 })
	expect(pace.left({ at: 20_000, done: 0, total: 300 })).toBeUndefined()
	expect(pace.left({ at: 25_000, done: 100, total: 300 })).toBeUndefined()
	expect(pace.left({ at: 40_000, done: 200, total: 300 })).toBe(10)
	pace.left({ at: 50_000, done: 0, total: null })
	expect(pace.left({ at: 70_000, done: 500, total: null })).toBeUndefined()
})
