import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launch, looks, overflows, violations, visit } from './browser.ts'

let browser: Browser
beforeAll(async () => {
	browser = await launch()
})
afterAll(() => browser.close())

it.each(looks)('the preview of a summary has nothing that axe finds wrong in $name', async (look) => {
	const page = await visit(browser, '?start=open#/releases/new', look)
	await page.getByRole('button', { name: 'Show what would go out' }).press('Enter')
	await page.getByRole('heading', { level: 1, name: '3 of 21 figures are hidden' }).waitFor()
	expect(await violations(page)).toEqual([])
	expect(await overflows(page)).toBe(false)
	await page.context().close()
})

it('a refused summary has nothing that axe finds wrong, and no way out but changing it', async () => {
	for (const dark of [false, true]) {
		const page = await visit(browser, '?start=open#/releases/new', { name: 'refused', dark })
		await page.getByRole('radio', { name: 'Everybody' }).press('Space')
		await page.getByRole('button', { name: 'Show what would go out' }).press('Enter')
		await page.getByRole('heading', { level: 1, name: 'This summary cannot go out' }).waitFor()
		expect(await violations(page)).toEqual([])
		expect(await page.getByRole('button', { name: 'Write the summary…' }).count()).toBe(0)
		await page.context().close()
	}
})

it('the focused cell is never under the column that stays', async () => {
	const page = await visit(browser, '?start=open#/releases/new', { name: '200 %', zoom: 2 })
	await page.getByRole('button', { name: 'Show what would go out' }).press('Enter')
	const cell = page.locator('[role=gridcell][tabindex="0"]')
	await cell.focus()
	for (const key of ['End', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft'])
		await page.keyboard.press(key)
	const box = await page.locator('[role=gridcell]:focus').boundingBox()
	const onTop = await page.evaluate(
		([x, y]) =>
			document
				.elementFromPoint(x ?? 0, y ?? 0)
				?.closest('td')
				?.matches(':focus'),
		[(box?.x ?? 0) + 4, (box?.y ?? 0) + (box?.height ?? 0) / 2],
	)
	expect(onTop).toBe(true)
	await page.context().close()
})
