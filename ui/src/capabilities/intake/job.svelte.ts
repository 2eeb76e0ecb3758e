import { backend, type ProgressView } from '$lib/ipc'

/** So often a running job is asked how it stands. */
const every = 150
/** So long nothing is said about a job; quicker ones are over before anybody wonders. */
const patience = 400

/** A long job in the background: how it stands, and its cancelling. The numbers are the job's own, never a timer's. */
export class Job {
	progress = $state.raw<ProgressView>()
	/** Whether it takes long enough to show. */
	shown = $state(false)
	running = $state(false)
	cancelled = $state(false)

	async follow<T>(work: Promise<T>): Promise<T> {
		this.running = true
		this.cancelled = false
		const show = setTimeout(() => (this.shown = true), patience)
		const ask = setInterval(() => void this.#ask(), every)
		try {
			return await work
		} finally {
			clearTimeout(show)
			clearInterval(ask)
			this.running = false
			this.shown = false
			this.progress = undefined
		}
	}

	async #ask(): Promise<void> {
		const result = await backend.call('intake_progress')
		if (result.ok && this.running) this.progress = result.value.progress ?? undefined
	}

	async cancel(): Promise<void> {
		this.cancelled = true
		await backend.call('intake_cancel')
	}
}
