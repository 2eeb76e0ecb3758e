import { backend, secretBytes, type AppError } from '$lib/ipc'
import { t } from '$lib/i18n'
import { session, vaultChoices } from '$lib/session'
import { router } from '$lib/router'

/** Unlocking: which vault, why it is locked, and how long to wait after wrong tries. */
export class Unlock {
	place = $state('')
	passphrase = $state('')
	error = $state<AppError>()
	working = $state(false)
	wait = $state(0)

	choices = $derived(vaultChoices(session.state))

	constructor(place: string) {
		const known = vaultChoices(session.state).some((choice) => choice.value === place)
		this.place = known ? place : (vaultChoices(session.state)[0]?.value ?? place)
		this.wait = session.state?.wait_seconds ?? 0
	}

	/** Why it locked, and that typing is kept. */
	reason = $derived.by(() => {
		const locked = session.state?.locked
		if (!locked || this.place !== '') return t('vault-unlock-words')
		const why = t(`vault-locked-${locked.reason}`, {
			time: locked.at,
			minutes: locked.idle_minutes,
		})
		return locked.draft_kept ? `${why} ${t('vault-locked-draft')}` : why
	})

	/** Counts the wait down; the answer stops it. */
	start(): () => void {
		const timer = setInterval(() => {
			if (this.wait > 0) this.wait -= 1
		}, 1000)
		return () => {
			clearInterval(timer)
		}
	}

	async unlock(): Promise<void> {
		if (this.working || this.wait > 0) return
		this.working = true
		const secret = secretBytes(this.passphrase)
		const result = await backend.callWithSecrets('vault_open', { place: this.place || null }, [secret])
		this.working = false
		this.error = result.ok ? undefined : result.error
		if (result.ok) return
		this.passphrase = ''
		await session.refresh()
		this.wait = session.state?.wait_seconds ?? 0
	}

	async another(): Promise<void> {
		const result = await backend.call('vault_choose_existing')
		this.error = result.ok ? undefined : result.error
		if (!result.ok || !result.value) return
		await session.refresh()
		this.place = this.choices.some(({ value }) => value === result.value?.place) ? result.value.place : ''
	}

	async leave(): Promise<void> {
		await backend.call('vault_close')
		router.replace('welcome')
	}
}
