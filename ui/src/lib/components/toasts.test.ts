import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { toasts } from './toasts.svelte.ts'

beforeEach(() => {
	vi.useFakeTimers()
	toasts.list = []
})

afterEach(() => {
	vi.useRealTimers()
})

const words = () => toasts.list.map((toast) => toast.words)

it('news that may be missed goes by itself', () => {
	toasts.say('Saved')
	vi.advanceTimersByTime(9000)
	expect(words()).toEqual([])
})

it('news with something to do stays until other news comes', () => {
	toasts.say('Undone', { label: 'Redo', run: () => undefined })
	vi.advanceTimersByTime(600_000)
	expect(words()).toEqual(['Undone'])
	toasts.say('Saved')
	expect(words()).toEqual(['Saved'])
})
