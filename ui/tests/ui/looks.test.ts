import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, looks, overflows, violations, visit } from './browser.ts'
import { screens } from './screens.ts'

let browser: Browser
beforeAll(async () => {
	browser = await launch()
})
afterAll(() => browser.close())

describe.each(screens)('$name', ({ address }) => {
	it.each(looks)('has nothing that axe finds wrong in $name', async (look) => {
		const page = await visit(browser, address, look)
		expect(await violations(page)).toEqual([])
		expect(await overflows(page), 'nothing is cut off at the right').toBe(false)
		await page.context().close()
	})
})

it('axe would see a fault', async () => {
	const page = await visit(browser, '?start=open#/help')
	await page.evaluate(() => {
		document.querySelector('main')?.append(document.createElement('button'))
	})
	expect((await violations(page)).join()).toContain('button-name')
})
