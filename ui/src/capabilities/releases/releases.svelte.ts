import { Answer, backend, type ReleaseChoicesView } from '$lib/ipc'

/** What went out before, and what can go out now. */
export class Releases {
	readonly answer = new Answer<ReleaseChoicesView>()
	register = $derived(this.answer.value?.register ?? [])
	hasFigures = $derived((this.answer.value?.months.length ?? 0) > 0)

	async load(): Promise<void> {
		await this.answer.take(backend.call('releases_choices'))
	}
}
