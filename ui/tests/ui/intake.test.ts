import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launch, looks, overflows, violations, visit, type Look } from './browser.ts'

let browser: Browser
beforeAll(async () => {
	browser = await launch()
})
afterAll(() => browser.close())

const goOn = (page: Page) => page.getByRole('button', { name: /^(Go on|Import \d)/ })
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()

/** Walks the whole wizard by key and stops at each step. */
async function walk(page: Page, atStep: (step: string) => Promise<void>): Promise<void> {
	await page.getByRole('button', { name: 'Choose a file…' }).press('Enter')
	await page.getByText('202 rows, 14 columns').waitFor()
	await atStep('file')
	await goOn(page).press('Enter')
	await heading(page, 'What each column means')
	await atStep('columns')
	await goOn(page).press('Enter')
	await heading(page, 'Which way round are the dates?')
	await goOn(page).press('Enter')
	await page.getByText('There is a problem').waitFor()
	await atStep('people')
	await page.getByRole('radio', { name: 'Day first' }).press('Space')
	await goOn(page).press('Enter')
	await heading(page, 'Three columns will not be read')
	await atStep('refused')
	await goOn(page).press('Enter')
	await heading(page, '198 of 202 rows can be read')
	await atStep('check')
	await goOn(page).press('Enter')
	await heading(page, '848 figures are in')
	await atStep('done')
}

it.each(looks)('every step of an import has nothing that axe finds wrong in $name', async (look: Look) => {
	const page = await visit(browser, '?start=open#/intake', look)
	await walk(page, async (step) => {
		expect(await violations(page), step).toEqual([])
		expect(await overflows(page), `${step}: nothing is cut off at the right`).toBe(false)
	})
	await page.context().close()
})

it('the foot never covers what has the focus', async () => {
	const page = await visit(browser, '?start=open#/intake', { name: '200 %', zoom: 2 })
	await page.getByRole('button', { name: 'Choose a file…' }).press('Enter')
	await page.getByText('202 rows, 14 columns').waitFor()
	await goOn(page).press('Enter')
	await heading(page, 'What each column means')
	for (let step = 0; step < 30; step += 1) {
		await page.keyboard.press('Tab')
		const covered = await page.evaluate(() => {
			const here = document.activeElement
			const foot = document.querySelector('.page-foot')
			if (!here || !foot || foot.contains(here) || !document.querySelector('main')?.contains(here))
				return false
			return here.getBoundingClientRect().bottom > foot.getBoundingClientRect().top + 1
		})
		expect(covered).toBe(false)
	}
	await page.context().close()
})
