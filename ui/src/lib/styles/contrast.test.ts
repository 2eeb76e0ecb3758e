import { describe, expect, it } from 'vitest'
import tokens from './tokens.css?raw'

const named = new Map(
	[...tokens.matchAll(/--([a-z]+): (#[\da-f]+);/g)].map(([, name, hex]) => [name, hex ?? '']),
)
const pairs = new Map(
	[...tokens.matchAll(/--([a-z-]+): light-dark\(var\(--([a-z]+)\), var\(--([a-z]+)\)\)/g)].map(
		([, meaning = '', light = '', dark = '']) => [
			meaning,
			{ light: named.get(light), dark: named.get(dark) },
		],
	),
)

function luminance(hex: string): number {
	const full = hex.length === 4 ? hex.replace(/[\da-f]/g, '$&$&') : hex
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
		const part = parseInt(full.slice(at, at + 2), 16) / 255
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
	})
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** WCAG 2.2, "contrast ratio": (L1 + 0.05) / (L2 + 0.05), the lighter first. */
function ratio(one: string, other: string): number {
	const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
	return (light + 0.05) / (dark + 0.05)
}

const words = ['text', 'muted', 'accent', 'better', 'worse', 'unclear', 'error', 'caution']
const marks = ['control', 'focus', 'chart-line']

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
	const colour = (meaning: string) => pairs.get(meaning)?.[theme] ?? ''

	it.each(words)('%s can be read on every ground', (meaning) => {
		for (const ground of ['bg', 'surface']) {
			expect(ratio(colour(meaning), colour(ground)), ground).toBeGreaterThanOrEqual(4.5)
		}
	})

	it.each(marks)('%s can be seen on every ground', (meaning) => {
		for (const ground of ['bg', 'surface']) {
			expect(ratio(colour(meaning), colour(ground)), ground).toBeGreaterThanOrEqual(3)
		}
	})

	it('the word on a primary button can be read', () => {
		expect(ratio(colour('on-accent'), colour('accent'))).toBeGreaterThanOrEqual(4.5)
	})

	it('better and worse can be seen on the usual range', () => {
		for (const meaning of ['better', 'worse', 'unclear']) {
			expect(ratio(colour(meaning), colour('band'))).toBeGreaterThanOrEqual(3)
		}
	})
})

it('the ratio is that of the published example: grey 777 on white is 4.48', () => {
	expect(ratio('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})
