import { backend } from '$lib/ipc'
import type { Intake } from './intake.svelte.ts'

/** Rust takes a dropped file only for a screen that keeps asking. */
const every = 500

/** Takes a file that is dropped on the window as chosen; the answer stops asking. */
export function awaitDrop(intake: Intake): () => void {
	const ask = async () => {
		if (intake.job.running) return
		const result = await backend.call('intake_take_dropped')
		if (!result.ok) intake.error = result.error
		else if (result.value) await intake.begin(result.value)
	}
	const timer = setInterval(() => void ask(), every)
	void ask()
	return () => {
		clearInterval(timer)
	}
}
