import { beforeEach, expect, it } from 'vitest'
import { toasts } from '$lib/components'
import { resetWorld, world } from '$lib/ipc/fake/world.ts'
import { router } from '$lib/router'
import { session } from '$lib/session'
import { Shell } from './shell.svelte.ts'

const shell = new Shell(() => true)

beforeEach(async () => {
	resetWorld({ phase: 'open' })
	const stop = session.start()
	await session.refresh()
	return stop
})

it('undo leads to the place that changed', async () => {
	world.undo = ['12 figures pasted']
	router.go('overview')
	await shell.undo('undo')
	expect(router.route.name).toBe('figures')
})

it('undo stays in the grid, which turns by itself', async () => {
	world.undo = ['12 figures pasted']
	router.go('figures', { period: '2026-10' })
	await shell.undo('undo')
	expect(router.route.params).toEqual({ period: '2026-10' })
})

it('an undo that fails is said on the page until something else is done', async () => {
	toasts.list = []
	world.undo = []
	await shell.undo('undo')
	expect(session.fault?.message).toBe('There is nothing to go back to.')
	expect(toasts.list).toEqual([])
	world.undo = ['12 figures pasted']
	await shell.undo('undo')
	expect(session.fault).toBeUndefined()
})

it('Ctrl+F on a screen without a search opens the one that finds everybody', () => {
	shell.key(new KeyboardEvent('keydown', { key: 'f', ctrlKey: true }))
	expect(shell.paletteOpen).toBe(true)
})
