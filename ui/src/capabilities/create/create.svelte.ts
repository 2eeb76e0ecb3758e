import { backend, type AppError, type PlaceView } from '$lib/ipc'
import { NewPassphrase } from '$lib/passphrase'
import { session } from '$lib/session'

export type Beginning = 'empty' | 'sample'

/** Making a vault: where it lies, then its passphrase; the recovery code follows on a screen of its own. */
export class Create {
	step = $state<'place' | 'passphrase'>('place')
	place = $state<PlaceView>()
	accepted = $state(false)
	beginning = $state<Beginning>('empty')
	error = $state<AppError>()
	working = $state(false)
	readonly passphrase = new NewPassphrase()

	risky = $derived((this.place?.risks.length ?? 0) > 0)
	placed = $derived(this.place !== undefined && (!this.risky || this.accepted))

	async choose(): Promise<void> {
		const result = await backend.call('vault_choose_new')
		this.error = result.ok ? undefined : result.error
		if (!result.ok || !result.value) return
		this.place = result.value
		this.passphrase.place = result.value.place
		this.accepted = false
	}

	next(): void {
		if (this.placed) this.step = 'passphrase'
	}

	back(): void {
		this.step = 'place'
		this.passphrase.clear()
	}

	async begin(): Promise<void> {
		if (!this.place || this.working || !(await this.passphrase.check())) return
		this.working = true
		const request = {
			place: this.place.place,
			accept_risks: this.accepted,
			sample: this.beginning === 'sample',
		}
		const result = await backend.callWithSecrets('vault_begin', request, [this.passphrase.bytes()])
		this.working = false
		this.error = result.ok ? undefined : result.error
		if (!result.ok) return
		this.passphrase.clear()
		session.recovery = result.value
		await session.refresh()
	}
}
