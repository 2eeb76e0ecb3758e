import { backend, secretBytes, type AppError } from '$lib/ipc'
import { toasts } from '$lib/components'
import { t } from '$lib/i18n'
import { router } from '$lib/router'
import { session } from '$lib/session'

/** As typed from a sheet: capitals do not matter, O counts as 0, I and L as 1. */
export function plainGroup(text: string): string {
	return text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
}

export type Match = 'open' | 'right' | 'wrong'

/** The recovery code: shown once, copied by hand, and two of its groups typed back. */
export class Recovery {
	answers = $state(['', ''])
	covered = $state(false)
	passphrase = $state('')
	error = $state<AppError>()
	saving = $state(false)
	savedAs = $state('')

	code = $derived(session.recovery)

	/** How each answer stands; a group is judged once it is whole. */
	matches: Match[] = $derived(
		(this.code?.asked ?? []).map((number, at) => {
			const group = this.code?.groups[number - 1] ?? ''
			const typed = plainGroup(this.answers[at] ?? '')
			if (typed.length < group.length) return 'open'
			return typed === plainGroup(group) ? 'right' : 'wrong'
		}),
	)

	done = $derived(this.matches.length > 0 && this.matches.every((match) => match === 'right'))

	isCovered(number: number): boolean {
		return this.covered && (this.code?.asked.includes(number) ?? false)
	}

	/** A new code for an open vault; the old one stops working once this one is confirmed. */
	async make(): Promise<void> {
		const secret = secretBytes(this.passphrase)
		const result = await backend.callWithSecrets('vault_new_recovery_code', null, [secret])
		this.passphrase = ''
		this.error = result.ok ? undefined : result.error
		if (result.ok) session.recovery = result.value
	}

	async confirm(): Promise<void> {
		if (!this.done) return
		const result = await backend.call('vault_confirm_recovery', { answers: [...this.answers] })
		this.error = result.ok ? undefined : result.error
		if (!result.ok || !result.value.finished) return
		const wasOpen = session.phase === 'open'
		session.recovery = undefined
		await session.refresh()
		if (!wasOpen) return
		toasts.say(t('vault-recovery-confirmed'))
		router.go('settings')
	}

	async save(): Promise<void> {
		this.saving = false
		const result = await backend.call('vault_save_sheet')
		this.error = result.ok ? undefined : result.error
		if (result.ok) this.savedAs = result.value.name ?? ''
	}

	/** Gives the vault up before it was made, or leaves an open one with the code it had. */
	async leave(): Promise<void> {
		session.recovery = undefined
		if (session.phase === 'open') router.go('settings')
		else {
			await backend.call('vault_abandon')
			router.replace('create')
		}
	}
}
