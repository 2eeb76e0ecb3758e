import {
	backend,
	watch,
	type AppError,
	type OpenVaultView,
	type RecoveryCodeView,
	type Result,
	type UndoneView,
	type VaultStateView,
} from '$lib/ipc'
import { toasts } from '$lib/components/toasts.svelte.ts'
import { t } from '$lib/i18n'
import { flushDrafts } from './drafts.ts'
import { isVaultState, writes } from './writes.ts'

/** The window is about to close: hands over what is half-typed, then lets it. */
const leave = () => void flushDrafts().then(() => backend.call('vault_quit'))

/** Where the app stands: which vault, open or not, what can be undone, when it was last saved. */
class Session {
	state = $state<VaultStateView>()
	/** A fresh recovery code, shown once and dropped when it is confirmed. */
	recovery = $state<RecoveryCodeView>()
	/** Whether it is being asked if the throwaway sample shall go. */
	leaving = $state(false)
	/** Why the last undo or redo failed, until something else is done. */
	fault = $state.raw<AppError>()
	phase = $derived(this.state?.phase)
	vault: OpenVaultView | undefined = $derived(this.state?.open ?? undefined)

	/** Loads the state and follows every answer from now on; the answer stops it. */
	start(): () => void {
		void this.refresh()
		window.addEventListener('plumbline-leaving', leave)
		const unwatch = watch((command, result) => {
			if (result.ok && writes.has(command)) this.fault = undefined
			if (result.ok && isVaultState(result.value)) this.state = result.value
			else if (result.ok ? writes.has(command) : result.error.code === 'vault_locked') void this.refresh()
		})
		return () => {
			window.removeEventListener('plumbline-leaving', leave)
			unwatch()
		}
	}

	async refresh(): Promise<void> {
		await backend.call('vault_state')
	}

	/** Locks; a throwaway sample has no passphrase to come back with, so leaving it is asked about. */
	async lock(): Promise<void> {
		if (this.vault?.sample) {
			this.leaving = true
			return
		}
		await flushDrafts()
		await backend.call('vault_lock')
	}

	/** Undoes the last change, says which, and offers to do it again; answers where it is seen. */
	async undo(): Promise<UndoneView | undefined> {
		const result = await backend.call('vault_undo')
		return this.#tell(result, {
			label: t('app-menu-redo'),
			can: () => Boolean(this.vault?.redo),
			run: () => void this.redo(),
		})
	}

	async redo(): Promise<UndoneView | undefined> {
		const result = await backend.call('vault_redo')
		return this.#tell(result, {
			label: t('app-menu-undo'),
			can: () => Boolean(this.vault?.undo),
			run: () => void this.undo(),
		})
	}

	async #tell(
		result: Result<UndoneView>,
		back: { label: string; can: () => boolean; run: () => void },
	): Promise<UndoneView | undefined> {
		await this.refresh()
		this.fault = result.ok ? undefined : result.error
		if (result.ok) toasts.say(result.value.words, back.can() ? back : undefined)
		return result.ok ? result.value : undefined
	}
}

export const session = new Session()
