import { backend, type AboutView, type AppError } from '$lib/ipc'

/** So many licences make a page. */
export const pageSize = 100

/** What this copy of Plumbline is made of. */
export class About {
	view = $state<AboutView>()
	error = $state<AppError>()
	skip = $state(0)

	total = $derived(this.view?.licences.length ?? 0)
	last = $derived(Math.min(this.total, this.skip + pageSize))
	licences = $derived(this.view?.licences.slice(this.skip, this.last) ?? [])
	hasBefore = $derived(this.skip > 0)
	hasAfter = $derived(this.last < this.total)

	turn(step: 1 | -1): void {
		if (step > 0 ? this.hasAfter : this.hasBefore) this.skip += step * pageSize
	}

	async load(): Promise<void> {
		const result = await backend.call('settings_about')
		if (result.ok) this.view = result.value
		else this.error = result.error
	}
}
