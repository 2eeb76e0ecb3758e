import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { chromium, type Browser, type Page } from 'playwright-core'

export const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** How a page is looked at; 200 % is half the room at twice the size, as zooming does it. */
export type Look = { name: string; dark?: boolean; forced?: boolean; zoom?: number; textSize?: number }

export const looks: Look[] = [
	{ name: 'light' },
	{ name: 'dark', dark: true },
	{ name: 'forced colours', forced: true },
	{ name: '200 %', zoom: 2 },
]

export function launch(): Promise<Browser> {
	return chromium.launch({
		executablePath: process.env['PLUMBLINE_CHROMIUM'] ?? '/usr/bin/chromium',
		args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
	})
}

/** Opens a place of the made-up app and fails on anything the page complains about. */
export async function visit(
	browser: Browser,
	address: string,
	look: Look = { name: 'light' },
): Promise<Page> {
	const zoom = look.zoom ?? 1
	const context = await browser.newContext({
		viewport: { width: 1280 / zoom, height: 860 / zoom },
		deviceScaleFactor: zoom,
		colorScheme: look.dark ? 'dark' : 'light',
		forcedColors: look.forced ? 'active' : 'none',
		reducedMotion: 'reduce',
	})
	const page = await context.newPage()
	page.on('pageerror', (error) => {
		throw error
	})
	await page.goto(`http://localhost:4199/${address}`)
	await page.getByRole('heading', { level: 1 }).waitFor()
	return page
}

type Violation = { id: string; help: string; nodes: { target: unknown[]; failureSummary?: string }[] }
declare global {
	interface Window {
		axe: { run: (options: object) => Promise<{ violations: Violation[] }> }
	}
}

/** What axe finds wrong, one line each. */
export async function violations(page: Page): Promise<string[]> {
	await page.evaluate(axeSource)
	const found = await page.evaluate(() => window.axe.run({ resultTypes: ['violations'] }))
	return found.violations.flatMap((fault) =>
		fault.nodes.map(
			(node) => `${fault.id}: ${node.target.join(' ')} (${fault.help}) ${node.failureSummary ?? ''}`,
		),
	)
}

/** Whether anything but a scrolling frame is wider than the window (WCAG 1.4.10). */
export function overflows(page: Page): Promise<boolean> {
	return page.evaluate(() => {
		const main = document.querySelector('main')
		const within = main !== null && main.scrollWidth > main.clientWidth + 1
		return within || document.documentElement.scrollWidth > window.innerWidth + 1
	})
}
