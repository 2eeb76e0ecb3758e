import { backend, secretBytes, type AppError } from '$lib/ipc'
import { NewPassphrase } from '$lib/passphrase'

/** Back in with the recovery code, which also sets a new passphrase. */
export class Recover {
	code = $state('')
	error = $state<AppError>()
	working = $state(false)
	readonly passphrase = new NewPassphrase()
	#place: string | null

	constructor(place: string | null) {
		this.#place = place
	}

	/** Whether it has the length of a whole code: seven groups of four. */
	whole = $derived(this.code.replace(/[\s-]/g, '').length === 28)

	async open(): Promise<void> {
		const accepted = await this.passphrase.check()
		if (this.working || !this.whole || !accepted) return
		this.working = true
		const secrets: [Uint8Array, Uint8Array] = [secretBytes(this.code), this.passphrase.bytes()]
		const result = await backend.callWithSecrets('vault_recover', { place: this.#place }, secrets)
		this.working = false
		this.error = result.ok ? undefined : result.error
		if (!result.ok) return
		this.code = ''
		this.passphrase.clear()
	}
}
