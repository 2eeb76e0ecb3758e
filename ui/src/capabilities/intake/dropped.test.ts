import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { refusal, world } from '$lib/ipc/fake/world.ts'
import { awaitDrop } from './dropped.ts'
import { Intake } from './intake.svelte.ts'

beforeEach(() => {
	vi.useFakeTimers()
})
afterEach(() => {
	vi.useRealTimers()
})

const asked = () => world.calls.filter((call) => call === 'intake_take_dropped').length

it('keeps asking until the screen is left, and not while a file is read', async () => {
	const intake = new Intake()
	const stop = awaitDrop(intake)
	await vi.advanceTimersByTimeAsync(1000)
	expect(asked()).toBe(3)
	intake.job.running = true
	await vi.advanceTimersByTimeAsync(1000)
	intake.job.running = false
	expect(asked()).toBe(3)
	stop()
	await vi.advanceTimersByTimeAsync(5000)
	expect(asked()).toBe(3)
})

it('a dropped file is read at once, and what cannot be taken is said', async () => {
	const intake = new Intake()
	const stop = awaitDrop(intake)
	world.dropped = 'March.csv'
	await vi.advanceTimersByTimeAsync(500)
	expect(intake.file?.name).toBe('March.csv')
	expect(intake.plan).toBeDefined()
	world.failures.intake_take_dropped = refusal('file_unreadable', 'This is no file.').error
	await vi.advanceTimersByTimeAsync(500)
	expect(intake.error?.message).toBe('This is no file.')
	stop()
})
