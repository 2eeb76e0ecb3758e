import {
	Answer,
	backend,
	type AppError,
	type BatchListView,
	type BatchUndoneView,
	type BatchView,
} from '$lib/ipc'

/** Past imports, each of which can be taken out again for twelve months. */
export class Batches {
	readonly answer = new Answer<BatchListView>()
	/** The import about to be taken out; the person is asked first. */
	asked = $state.raw<BatchView>()
	undone = $state.raw<BatchUndoneView>()
	error = $state.raw<AppError>()

	batches = $derived(this.answer.value?.batches ?? [])

	async load(): Promise<void> {
		await this.answer.take(backend.call('intake_batches'))
	}

	async takeOut(): Promise<void> {
		const { asked } = this
		this.asked = undefined
		if (!asked) return
		const result = await backend.call('intake_undo_batch', asked.batch)
		this.error = result.ok ? undefined : result.error
		this.undone = result.ok ? result.value : undefined
		await this.load()
	}
}
