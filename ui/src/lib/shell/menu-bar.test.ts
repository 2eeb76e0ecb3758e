import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import { resetWorld } from '$lib/ipc/fake/world.ts'
import { chooseKeys } from '$lib/keys'
import { session } from '$lib/session'
import MenuBar from './MenuBar.svelte'
import { Shell } from './shell.svelte.ts'

beforeEach(async () => {
	resetWorld({ phase: 'open' })
	const stop = session.start()
	await session.refresh()
	render(MenuBar, { shell: new Shell(() => true) })
	return stop
})

const head = (name: string) => screen.getByRole('menuitem', { name })
const here = () => document.activeElement?.textContent

/** Presses keys one after the other; answers what has the focus after each. */
const walk = async (keys: string[]) => {
	const seen: unknown[] = []
	for (const key of keys) {
		await userEvent.keyboard(`{${key}}`)
		seen.push(here())
	}
	return seen
}

it('is one tab stop', async () => {
	await userEvent.tab()
	expect(here()).toBe('File')
	await userEvent.tab()
	expect(document.activeElement).toBe(document.body)
})

it('is walked by arrows, round its ends', async () => {
	await userEvent.tab()
	expect(await walk(['ArrowRight', 'ArrowRight', 'End', 'ArrowRight', 'ArrowLeft', 'Home'])).toEqual([
		'Edit',
		'View',
		'Help',
		'File',
		'Help',
		'File',
	])
})

it('is come back to where it was left', async () => {
	await userEvent.tab()
	await userEvent.keyboard('{ArrowRight}{ArrowRight}')
	await userEvent.tab()
	await userEvent.tab({ shift: true })
	expect(here()).toBe('View')
	expect(['File', 'Edit', 'View', 'Go', 'Help'].map((name) => head(name).tabIndex)).toEqual([
		-1, -1, 0, -1, -1,
	])
})

it('an arrow in an open menu opens the next, Escape goes back to its head', async () => {
	await userEvent.tab()
	await userEvent.keyboard('{ArrowRight}{ArrowDown}')
	expect(screen.getByRole('menu', { name: 'Edit' })).toBeDefined()
	expect(await walk(['ArrowRight'])).toEqual([expect.stringContaining('Larger text')])
	expect(screen.queryByRole('menu', { name: 'Edit' })).toBeNull()
	expect(await walk(['End', 'Home', 'Escape'])).toEqual([
		expect.stringContaining('Normal text size'),
		expect.stringContaining('Larger text'),
		'View',
	])
	expect(screen.queryByRole('menu')).toBeNull()
})

it('the sections say the keys they have now', async () => {
	chooseKeys([{ act: 'section', chord: 'Alt+1' }])
	await userEvent.click(head('Go'))
	expect(screen.getByRole('menuitem', { name: /^Enter data/ }).textContent).toContain('Alt 3')
	chooseKeys([])
})
