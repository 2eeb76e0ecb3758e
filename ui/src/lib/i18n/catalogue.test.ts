import { expect, it } from 'vitest'
import { has, t } from './index.ts'

const sources = import.meta.glob<string>(['/src/**/*.{ts,svelte}', '!/src/**/*.test.ts'], {
	query: '?raw',
	import: 'default',
	eager: true,
})
const catalogues = import.meta.glob<string>(
	['$words/en/*.ftl', '!$words/en/*-sentences.ftl', '!$words/en/dates.ftl'],
	{ query: '?raw', import: 'default', eager: true },
)

const code = Object.values(sources).join('\n')
const keys = Object.values(catalogues).flatMap((text) =>
	[...text.matchAll(/^([a-z][\w-]*) =/gm)].map((found) => found[1] ?? ''),
)
const said = [
	...code.matchAll(
		/['"`]((?:app|vault|overview|advisers|team|kpis|figures|intake|scorecard|releases|privacy|journal|settings|help|errors)-[a-z\d-]+)['"`]/g,
	),
]
/** Stems of keys that are put together: `app-status-${…}` speaks for all of them. */
const stems = [...code.matchAll(/`([a-z]+-(?:[a-z\d-]+-)?)\$\{/g)].map((found) => found[1] ?? '')

it('every key that the code names has words', () => {
	const missing = said.map((found) => found[1] ?? '').filter((key) => !has(key) && !isNoKey(key))
	expect([...new Set(missing)]).toEqual([])
})

it('every key of the catalogues is said somewhere', () => {
	const used = new Set(said.map((found) => found[1]))
	const idle = keys.filter(
		(key) => !used.has(key) && !stems.some((stem) => key.startsWith(stem)) && !isJoined(key),
	)
	expect(idle).toEqual([])
})

it('a key without words fails', () => {
	expect(() => t('app-no-such-key')).toThrow('no words for app-no-such-key')
})

it('counts are worded by their number', () => {
	expect(t('app-palette-results', { count: 1 })).toBe('1 result')
	expect(t('app-palette-results', { count: 7 })).toBe('7 results')
})

/** Ids of elements look like keys but are none. */
function isNoKey(key: string): boolean {
	return code.includes(`id="${key}"`) || code.includes(`for="${key}"`)
}

/** Keys with an ending of their own: the stem is a key too, such as `app-menu-undo-what`. */
function isJoined(key: string): boolean {
	return key.endsWith('-what') && has(key.replace(/-what$/, ''))
}
