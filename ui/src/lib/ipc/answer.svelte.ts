import type { Result } from './backend.ts'
import type { AppError } from './bindings.ts'

/** So many milliseconds nothing is shown; after them a skeleton says that something is on its way. */
export const patience = 200

/** What a screen waits for: the last answer, or why there is none. Answers to earlier questions are dropped. */
export class Answer<T> {
	value = $state.raw<T>()
	error = $state.raw<AppError>()
	/** Whether it takes long enough to say so. */
	slow = $state(false)
	#turn = 0

	/** Takes an answer; what was shown before stays while it is awaited, and when it is refused. */
	async take(asked: Promise<Result<T>>): Promise<Result<T>> {
		const turn = ++this.#turn
		const timer = setTimeout(() => {
			if (turn === this.#turn) this.slow = true
		}, patience)
		const result = await asked
		clearTimeout(timer)
		if (turn !== this.#turn) return result
		this.slow = false
		this.error = result.ok ? undefined : result.error
		if (result.ok) this.value = result.value
		return result
	}
}
