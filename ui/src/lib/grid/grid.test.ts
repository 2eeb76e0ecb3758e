import { describe, expect, it } from 'vitest'
import { beside, blockOf, holds, moved, readSheet, spotsOf, writeSheet } from './index.ts'

const size = { rows: 12, columns: 5 }

describe('a key leads from the third cell of the third row', () => {
	const check = (key: string, expected: [number, number] | undefined, held: KeyboardEventInit = {}) => {
		const at = moved(new KeyboardEvent('keydown', { key, ...held }), { row: 2, column: 2 }, size)
		expect(at && [at.row, at.column]).toEqual(expected)
	}

	it('up, down, left and right', () => {
		check('ArrowUp', [1, 2])
		check('ArrowDown', [3, 2])
		check('ArrowLeft', [2, 1])
		check('ArrowRight', [2, 3])
	})
	it('to the ends of its row', () => {
		check('Home', [2, 0])
		check('End', [2, 4])
	})
	it('to the corners with Ctrl, and with Cmd', () => {
		check('Home', [0, 0], { ctrlKey: true })
		check('End', [11, 4], { ctrlKey: true })
		check('End', [11, 4], { metaKey: true })
	})
	it('a page at a time, to the edge at most', () => {
		check('PageUp', [0, 2])
		check('PageDown', [11, 2])
	})
	it('nowhere with Alt, which belongs to the window', () => {
		check('ArrowLeft', undefined, { altKey: true })
	})
	it('nowhere for a letter', () => {
		check('a', undefined)
	})
})

it('the edge stops and does not wrap', () => {
	const corner = { row: 0, column: 0 }
	expect(moved(new KeyboardEvent('keydown', { key: 'ArrowLeft' }), corner, size)).toEqual(corner)
	expect(moved(new KeyboardEvent('keydown', { key: 'ArrowUp' }), corner, size)).toEqual(corner)
})

it('reading order goes on in the next row', () => {
	expect(beside({ row: 0, column: 4 }, 1, size)).toEqual({ row: 1, column: 0 })
	expect(beside({ row: 1, column: 0 }, -1, size)).toEqual({ row: 0, column: 4 })
	expect(beside({ row: 11, column: 4 }, 1, size)).toEqual({ row: 11, column: 4 })
})

it('a block is the same from either corner', () => {
	const block = blockOf({ row: 3, column: 1 }, { row: 1, column: 2 })
	expect(block).toEqual(blockOf({ row: 1, column: 2 }, { row: 3, column: 1 }))
	expect(spotsOf(block).map((row) => row.length)).toEqual([2, 2, 2])
	expect(holds(block, { row: 2, column: 2 })).toBe(true)
	expect(holds(block, { row: 2, column: 3 })).toBe(false)
})

describe('a block from a spreadsheet', () => {
	const check = (text: string, expected: string[][]) => {
		expect(readSheet(text)).toEqual(expected)
	}

	it('is rows by line and cells by tab', () => {
		check('1\t2\n3\t4', [
			['1', '2'],
			['3', '4'],
		])
	})
	it('may end with a line break, in any of three ways', () => {
		check('1\t2\r\n3\t4\r\n', [
			['1', '2'],
			['3', '4'],
		])
		check('1\r2\r', [['1'], ['2']])
	})
	it('keeps empty cells', () => {
		check('1\t\t3\n\t\t', [
			['1', '', '3'],
			['', '', ''],
		])
	})
	it('may hold line breaks and quotes inside quotes', () => {
		check('"one\ntwo"\t"a ""b"" c"', [['one two', 'a "b" c']])
	})
	it('may hold empty quotes', () => {
		check('""\t2', [['', '2']])
	})
	it('of one number is one cell', () => {
		check(' 42 ', [['42']])
	})
	it('comes back as it went', () => {
		const rows = [
			['1', ''],
			['', '4'],
		]
		check(writeSheet(rows), rows)
	})
})
