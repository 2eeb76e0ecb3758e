import { describe, expect, it } from 'vitest'
import { addressOf, detour, paths, routeOf, router, type RouteName } from './index.ts'

describe('an address', () => {
	const check = (name: RouteName, params: Record<string, string>, address: string) => {
		expect(addressOf(name, params)).toBe(address)
		expect(routeOf(address)).toEqual({ name, params })
	}

	it('of the start is the root', () => {
		check('welcome', {}, '#/')
	})
	it('holds its parts', () => {
		check('chart', { adviser: 'a1', kpi: 'K09' }, '#/scorecard/a1/K09')
	})
	it('holds the rest as a query', () => {
		check('figures', { period: '2026-11' }, '#/figures?period=2026-11')
	})
	it('escapes what it holds', () => {
		check('scorecard', { adviser: 'a/b' }, '#/scorecard/a%2Fb')
	})
	it('of nowhere is nothing', () => {
		expect(routeOf('#/nowhere')).toBeUndefined()
	})

	it('of every place leads back to it', () => {
		for (const name of Object.keys(paths) as RouteName[]) {
			const params = Object.fromEntries(
				[...paths[name].matchAll(/:(\w+)/g)].map(([, part = '']) => [part, 'x']),
			)
			expect(routeOf(addressOf(name, params))?.name).toBe(name)
		}
	})
})

describe('while a vault is shut', () => {
	it('nothing of it can be reached', () => {
		for (const phase of ['closed', 'creating', 'locked'] as const)
			for (const name of ['overview', 'scorecard', 'figures', 'settings', 'journal'] as const)
				expect(detour(phase, name, 'overview'), `${phase} ${name}`).toBeDefined()
	})

	it('help stays open', () => {
		for (const phase of ['closed', 'creating', 'locked', 'open'] as const)
			expect(detour(phase, 'help', 'overview')).toBeUndefined()
	})

	it('locking leads to unlocking', () => {
		expect(detour('locked', 'chart', 'overview')).toBe('unlock')
	})
	it('unlocking leads to the first section', () => {
		expect(detour('open', 'unlock', 'overview')).toBe('overview')
	})
})

it('going back returns to the place before', async () => {
	const stop = router.start()
	router.go('help')
	router.go('about')
	router.back()
	await new Promise((done) => {
		window.addEventListener('popstate', done, { once: true })
	})
	expect(router.route.name).toBe('help')
	stop()
})
