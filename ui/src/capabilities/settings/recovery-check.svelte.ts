import { toasts } from '$lib/components'
import { saidOf } from '$lib/errors/said.ts'
import { t } from '$lib/i18n'
import { backend, secretBytes, type AppError } from '$lib/ipc'

/** Looking whether the recovery code on the sheet still opens this vault. */
export class RecoveryCheck {
	open = $state(false)
	code = $state('')
	working = $state(false)
	error = $state<AppError>()

	constructor(open: boolean) {
		this.open = open
	}

	/** What is said at the field: that it is empty, or what is wrong with the code. */
	get said(): string | undefined {
		return this.error?.field === 'code' ? saidOf(this.error) : undefined
	}

	close(): void {
		this.open = false
		this.code = ''
		this.error = undefined
	}

	async run(): Promise<void> {
		this.working = true
		const result = await backend.callWithSecrets('vault_check_recovery_code', null, [secretBytes(this.code)])
		this.working = false
		if (!result.ok) {
			this.error = result.error
			return
		}
		this.close()
		toasts.say(t('settings-recovery-checked'))
	}
}
