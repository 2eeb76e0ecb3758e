import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Answer, patience } from './answer.svelte.ts'
import { unexpected, type Result } from './backend.ts'

beforeEach(() => {
	vi.useFakeTimers()
})
afterEach(() => {
	vi.useRealTimers()
})

const later = (value: string, after: number) =>
	new Promise<Result<string>>((answer) => {
		setTimeout(() => {
			answer({ ok: true, value })
		}, after)
	})

it('a quick answer is never announced as slow', async () => {
	const answer = new Answer<string>()
	void answer.take(later('here', patience - 1))
	await vi.advanceTimersByTimeAsync(patience + 1)
	expect(answer.slow).toBe(false)
	expect(answer.value).toBe('here')
})

it('a slow one is, until it comes', async () => {
	const answer = new Answer<string>()
	void answer.take(later('here', 900))
	await vi.advanceTimersByTimeAsync(patience)
	expect(answer.slow).toBe(true)
	await vi.advanceTimersByTimeAsync(900)
	expect(answer.slow).toBe(false)
})

it('the answer to an earlier question is dropped', async () => {
	const answer = new Answer<string>()
	void answer.take(later('October', 900))
	void answer.take(later('November', 100))
	await vi.advanceTimersByTimeAsync(1000)
	expect(answer.value).toBe('November')
})

it('a refusal keeps what was shown and says why', async () => {
	const answer = new Answer<string>()
	await answer.take(Promise.resolve({ ok: true, value: 'before' }))
	await answer.take(Promise.resolve(unexpected('No.')))
	expect(answer.value).toBe('before')
	expect(answer.error?.message).toBe('No.')
})
