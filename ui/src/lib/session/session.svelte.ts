import { backend, watch, type OpenVaultView, type RecoveryCodeView, type VaultStateView } from '$lib/ipc'
import { toasts } from '$lib/components/toasts.svelte.ts'
import { t } from '$lib/i18n'
import { flushDrafts } from './drafts.ts'
import { isVaultState, writes } from './writes.ts'

/** Where the app stands: which vault, open or not, what can be undone, when it was last saved. */
class Session {
	state = $state<VaultStateView>()
	/** A fresh recovery code, shown once and dropped when it is confirmed. */
	recovery = $state<RecoveryCodeView>()
	phase = $derived(this.state?.phase)
	vault: OpenVaultView | undefined = $derived(this.state?.open ?? undefined)

	/** Loads the state and follows every answer from now on; the answer stops it. */
	start(): () => void {
		void this.refresh()
		return watch((command, result) => {
			if (result.ok && isVaultState(result.value)) this.state = result.value
			else if (result.ok ? writes.has(command) : result.error.code === 'vault_locked') void this.refresh()
		})
	}

	async refresh(): Promise<void> {
		await backend.call('vault_state')
	}

	async lock(): Promise<void> {
		await flushDrafts()
		await backend.call('vault_lock')
	}

	async undo(): Promise<string | undefined> {
		return this.#tell(await backend.call('vault_undo'))
	}

	async redo(): Promise<string | undefined> {
		return this.#tell(await backend.call('vault_redo'))
	}

	/** Says what was undone or redone, and answers the section it concerns. */
	#tell(result: Awaited<ReturnType<typeof backend.call<'vault_undo'>>>): string | undefined {
		toasts.say(result.ok ? result.value.words : result.error.message || t('app-nothing-to-undo'))
		return result.ok ? result.value.section : undefined
	}
}

export const session = new Session()
