import { backend, secretBytes, type AppError, type Result } from '$lib/ipc'

/** A file that names a person asks for the passphrase again once it is more than five minutes old. */
export class FreshPassphrase {
	open = $state(false)
	typed = $state('')
	error = $state.raw<AppError>()
	#answered: ((confirmed: boolean) => void) | undefined

	/** Runs a command; when the passphrase is too old, asks for it and runs it again. Nothing when not given. */
	async run<T>(command: () => Promise<Result<T>>): Promise<Result<T> | undefined> {
		const result = await command()
		if (result.ok || result.error.code !== 'out_of_date') return result
		return (await this.#ask()) ? command() : undefined
	}

	#ask(): Promise<boolean> {
		this.typed = ''
		this.error = undefined
		this.open = true
		return new Promise((answered) => {
			this.#answered = answered
		})
	}

	async confirm(): Promise<void> {
		const result = await backend.callWithSecrets('vault_confirm_passphrase', null, [secretBytes(this.typed)])
		this.typed = ''
		this.error = result.ok ? undefined : result.error
		if (result.ok) this.#close(true)
	}

	cancel(): void {
		this.#close(false)
	}

	#close(confirmed: boolean): void {
		this.typed = ''
		this.open = false
		this.#answered?.(confirmed)
		this.#answered = undefined
	}
}
