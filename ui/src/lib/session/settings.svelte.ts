import { chooseKeys } from '$lib/keys'
import { backend, type AppError, type SettingsView } from '$lib/ipc'
import { applyAppearance } from './appearance.ts'

const sizes = { least: 80, most: 200, step: 10 }

/** Settings of the vault and of this computer; every change is saved at once. */
class Settings {
	value = $state<SettingsView>()
	error = $state<AppError>()

	async load(): Promise<void> {
		const result = await backend.call('settings_load')
		if (result.ok) this.#take(result.value)
		else this.error = result.error
	}

	/** Saves one or more settings. What is refused stays as it was and says why. */
	async save(change: Partial<SettingsView>): Promise<boolean> {
		if (!this.value) return false
		const result = await backend.call('settings_save', { ...$state.snapshot(this.value), ...change })
		if (result.ok) this.#take(result.value)
		else this.error = result.error
		return result.ok
	}

	async resize(steps: -1 | 0 | 1): Promise<void> {
		const size = steps === 0 ? 100 : (this.value?.text_size ?? 100) + steps * sizes.step
		const text_size = Math.min(sizes.most, Math.max(sizes.least, size))
		const result = await backend.call('settings_resize', { text_size })
		if (result.ok) this.#take(result.value)
		else this.error = result.error
	}

	#take(value: SettingsView): void {
		this.value = value
		this.error = undefined
		applyAppearance(value)
		chooseKeys(value.keys)
	}
}

export const settings = new Settings()
