import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, overflows, violations, visit } from './browser.ts'
import { screens } from './screens.ts'

let browser: Browser
beforeAll(async () => {
	browser = await launch()
})
afterAll(() => browser.close())

const mine = screens.filter(({ name }) => /overview|scorecard|chart|adviser|teams|KPI/.test(name))

/** A window of 320 px is what 1280 px become at 400 % (WCAG 1.4.10). */
it.each(mine)('$name fits into 320 px', async ({ address }) => {
	const page = await visit(browser, address, { name: '400 %', zoom: 4 })
	expect(await overflows(page)).toBe(false)
	await page.context().close()
})

const focusName = (page: Page) =>
	page.evaluate(
		() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
	)

it('from the month to a chart and back, all by key', async () => {
	const page = await visit(browser, '?start=open#/overview')
	const cell = page.getByRole('link', { name: /^Grace, Employer conversations/ })
	for (
		let step = 0;
		step < 120 && !(await cell.evaluate((link) => link === document.activeElement));
		step += 1
	)
		await page.keyboard.press('Tab')
	await page.getByText(/^Grace, Employer conversations. Usual range/).waitFor()
	await page.keyboard.press('Enter')
	const finding = 'Employer conversations fell below Grace’s usual range'
	await page.getByRole('heading', { level: 1, name: finding }).waitFor()
	await page.keyboard.press('Tab')
	await page.keyboard.press('Tab')
	expect(await focusName(page)).toBe(finding)
	await page.keyboard.press('ArrowLeft')
	await page.locator('foreignObject').getByText('Week of 23 November 2026: 4').waitFor()
	await page.keyboard.press('Escape')
	expect(await page.locator('foreignObject').count()).toBe(0)
	await page.keyboard.press('t')
	await page.getByRole('table', { name: 'Employer conversations, Grace' }).waitFor()
	expect(await focusName(page)).toBe('Employer conversations, Grace')
	await page.keyboard.press('t')
	await page.keyboard.press('Alt+ArrowLeft')
	await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()
	await page.context().close()
})

it('Ctrl+[ and Ctrl+] move the month of overview and scorecard', async () => {
	const page = await visit(browser, '?start=open#/overview')
	const month = (words: string) => page.getByRole('button', { name: words }).waitFor()
	await month('November 2026')
	await page.keyboard.press('Control+[')
	await month('October 2026')
	await page.keyboard.press('Control+]')
	await month('November 2026')
	await page.context().close()
})

describe('text at 200 % by the setting', () => {
	const larger = async (address: string) => {
		const page = await visit(browser, address)
		for (let step = 0; step < 10; step += 1) await page.keyboard.press('Control+=')
		await expect.poll(() => page.evaluate(() => document.documentElement.style.fontSize)).toBe('200%')
		return page
	}

	it('makes cards of the team, and nothing is cut off', async () => {
		const page = await larger('?start=open#/overview')
		await page.getByText('7 KPIs: no clear change').first().waitFor()
		expect(await page.getByRole('table').count()).toBe(0)
		expect(await overflows(page)).toBe(false)
		expect(await violations(page)).toEqual([])
		await page.context().close()
	})

	it('enlarges the letters of a chart, which stay apart', async () => {
		const page = await larger('?start=open#/scorecard/00000000000000000000000000000006/K13')
		const boxes = await page.locator('svg[role=figure] text').evaluateAll((texts) =>
			texts.map((text) => {
				const { left, right, top, bottom } = text.getBoundingClientRect()
				return { words: text.textContent, left, right, top, bottom }
			}),
		)
		const over = boxes.flatMap((one, at) =>
			boxes
				.slice(at + 1)
				.filter(
					(other) =>
						one.left < other.right &&
						other.left < one.right &&
						one.top < other.bottom &&
						other.top < one.bottom,
				)
				.map((other) => `${one.words} / ${other.words}`),
		)
		expect(over).toEqual([])
		expect(Math.min(...boxes.map(({ top, bottom }) => bottom - top))).toBeGreaterThan(18)
		await page.context().close()
	})
})

it('a dialog is read, works by key and gives the focus back', async () => {
	const page = await visit(browser, '?start=open#/scorecard/00000000000000000000000000000006/K13')
	const button = page.getByRole('button', { name: 'New phase…' })
	await button.press('Enter')
	await page.getByRole('dialog', { name: 'Start a new phase' }).waitFor()
	expect(await violations(page)).toEqual([])
	await page.keyboard.press('Escape')
	expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
	await page.context().close()
})

it('statuses differ by shape alone', async () => {
	const page = await visit(browser, '?start=open#/scorecard/00000000000000000000000000000006')
	const shapes = await page
		.locator('tbody tr td:nth-child(4) svg')
		.evaluateAll((marks) => marks.map((mark) => [...mark.children].map((part) => part.tagName).join()))
	expect(new Set(shapes).size).toBeGreaterThan(1)
	await page.context().close()
})
