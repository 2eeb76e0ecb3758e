import { expect, it } from 'vitest'
import { periodWords } from './index.ts'

it('a period is said in words', () => {
	expect(periodWords('2026-11')).toBe('November 2026')
	expect(periodWords('2026-Q3')).toBe('July to September 2026')
	expect(periodWords('2026-Q4')).toBe('October to December 2026')
})

it('what is no month or quarter stays as it is', () => {
	expect(periodWords('2026-W48')).toBe('2026-W48')
})
