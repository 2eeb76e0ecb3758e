import { backend, type AboutView, type AppError } from '$lib/ipc'

/** What this copy of Plumbline is made of. */
export class About {
	view = $state<AboutView>()
	error = $state<AppError>()

	async load(): Promise<void> {
		const result = await backend.call('settings_about')
		if (result.ok) this.view = result.value
		else this.error = result.error
	}
}
