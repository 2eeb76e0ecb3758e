import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { world } from '$lib/ipc/fake/world.ts'
import { Idle } from './idle.svelte.ts'
import { session } from './session.svelte.ts'

let now = 0
let idle: Idle
const touches = () => world.calls.filter((call) => call === 'vault_touch').length

beforeEach(async () => {
	vi.useFakeTimers()
	now = 0
	world.phase = 'open'
	const stop = session.start()
	await session.refresh()
	stop()
	idle = new Idle(() => now)
})
afterEach(() => {
	vi.useRealTimers()
})

it('warns a minute before the vault locks, not sooner', async () => {
	now = 539_000
	await idle.tick()
	expect(idle.warning).toBe(false)
	now = 540_000
	await idle.tick()
	expect(idle.warning).toBe(true)
	expect(idle.left).toBe(60)
})

it('a key or pointer takes the warning away and is reported', async () => {
	now = 590_000
	await idle.tick()
	idle.seen()
	expect(idle.warning).toBe(false)
	expect(idle.left).toBe(600)
	expect(touches()).toBe(1)
})

it('activity is reported at most every ten seconds', () => {
	for (now = 0; now < 60_000; now += 500) idle.seen()
	expect(touches()).toBe(6)
})

it('asks how things stand when the time is up, since Rust locks by its own clock', async () => {
	world.calls = []
	now = 600_000
	await idle.tick()
	expect(world.calls).toContain('vault_state')
})

it('a limit of one minute leaves half of it in peace', async () => {
	if (session.vault) session.vault.idle_minutes = 1
	now = 29_000
	await idle.tick()
	expect(idle.warning).toBe(false)
	now = 30_000
	await idle.tick()
	expect(idle.warning).toBe(true)
})
