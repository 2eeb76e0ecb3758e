import { toasts } from '$lib/components'
import { t } from '$lib/i18n'
import { backend, secretBytes, type AppError } from '$lib/ipc'
import { NewPassphrase } from '$lib/passphrase'

/** Changing the passphrase of the open vault. */
export class PassphraseChange {
	open = $state(false)
	old = $state('')
	error = $state<AppError>()
	readonly next = new NewPassphrase()

	close(): void {
		this.open = false
		this.old = ''
		this.error = undefined
		this.next.clear()
	}

	async save(): Promise<void> {
		if (!(await this.next.check())) return
		const secrets: [Uint8Array, Uint8Array] = [secretBytes(this.old), this.next.bytes()]
		const result = await backend.callWithSecrets('vault_change_passphrase', null, secrets)
		if (!result.ok) {
			this.error = result.error
			return
		}
		this.close()
		toasts.say(t('settings-passphrase-changed'))
	}
}
