import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launch, visit } from './browser.ts'
import { screens } from './screens.ts'

let browser: Browser
beforeAll(async () => {
	browser = await launch()
})
afterAll(() => browser.close())

/** The element with the focus: its name, and whether a person can see it. */
const focused = (page: Page) =>
	page.evaluate(() => {
		const here = document.activeElement
		if (!(here instanceof HTMLElement || here instanceof SVGElement) || here === document.body)
			return undefined
		const labels = 'labels' in here ? [...((here as HTMLInputElement).labels ?? [])] : []
		const box = here.getBoundingClientRect()
		return {
			name: (here.ariaLabel ?? [here, ...labels].map((part) => part.textContent).join(' ')).trim(),
			inView: [box.bottom > 0, box.top < window.innerHeight].every(Boolean),
			shown: here.matches('[type=radio]') || getComputedStyle(here).outlineStyle !== 'none',
			place: `${here.tagName} ${here.id} ${here.classList.value} ${box.x},${box.y}`,
		}
	})

it.each(screens)('$name: Tab reaches only things that have a name and can be seen', async ({ address }) => {
	const page = await visit(browser, address)
	const seen = new Set<string>()
	for (let step = 0; step < 80; step += 1) {
		await page.keyboard.press('Tab')
		const here = await focused(page)
		// After the last thing the focus leaves the page once, then begins again at the top.
		if (!here) continue
		if (seen.has(here.place)) break
		seen.add(here.place)
		expect(here.name, `${here.place} needs a name`).not.toBe('')
		expect(here.inView, `${here.name} is hidden while it has the focus`).toBe(true)
		expect(here.shown, `${here.name} shows no focus`).toBe(true)
	}
	expect(seen.size).toBeGreaterThan(1)
	await page.context().close()
})

it('the palette opens with Ctrl+K, finds by beginnings of words and gives the focus back', async () => {
	const page = await visit(browser, '?start=open#/settings')
	await page.getByRole('heading', { level: 1 }).focus()
	await page.keyboard.press('Control+k')
	await page.keyboard.type('abo plu')
	await page.getByRole('option', { name: 'About Plumbline' }).waitFor()
	const found = page.getByRole('listbox', { name: 'Search and commands' }).getByRole('option')
	expect(await found.count()).toBe(1)
	await page.keyboard.press('Escape')
	expect(
		await page.getByRole('heading', { level: 1 }).evaluate((head) => head === document.activeElement),
	).toBe(true)
	await page.keyboard.press('Control+k')
	await page.keyboard.type('about')
	await page.keyboard.press('Enter')
	await page.getByRole('heading', { name: 'About Plumbline' }).waitFor()
	await page.keyboard.press('Alt+ArrowLeft')
	await page.getByRole('heading', { name: 'Settings' }).waitFor()
})

it('a vault is made, its code typed back, all by key', async () => {
	const page = await visit(browser, '?start=first#/')
	await page.keyboard.press('Enter')
	await page.getByRole('button', { name: 'Choose a place…' }).press('Enter')
	await page.getByRole('button', { name: 'Continue' }).press('Enter')
	await page.getByRole('button', { name: 'Use these words' }).press('Enter')
	await page.getByLabel('Passphrase again').pressSequentially('lantern gravel otter midnight')
	await page.keyboard.press('Enter')
	await page.getByLabel('Group 2').pressSequentially('qx9d')
	await page.getByText('Matches').waitFor()
	await page.getByLabel('Group 5').pressSequentially('n6v8')
	await page.getByText('Group 5 does not match. Check it against your sheet.').waitFor()
	expect(await page.getByRole('button', { name: 'Continue' }).getAttribute('aria-disabled')).toBe('true')
	await page.getByLabel('Group 5').fill('n6vb')
	await page.keyboard.press('Enter')
	await page.getByRole('navigation', { name: 'Sections' }).waitFor()
})

it('no inline style, and no markup made from text', async () => {
	const page = await visit(browser, '?start=open#/help')
	expect(await page.locator('main [style]').count()).toBe(0)
})
