import { backend, type AppError, type Result } from '$lib/ipc'
import { router } from '$lib/router'
import { session } from '$lib/session'

/** The three ways in. */
export class Welcome {
	error = $state<AppError>()
	recent = $derived(session.state?.recent ?? [])

	create(): void {
		router.go('create')
	}

	/** The system's dialog is Rust's; nothing means the person closed it. */
	async open(): Promise<void> {
		const chosen = this.#take(await backend.call('vault_choose_existing'))
		if (!chosen) return
		await session.refresh()
		router.go('unlock', { place: chosen.place })
	}

	unlock(place: string): void {
		router.go('unlock', { place })
	}

	async sample(): Promise<void> {
		this.#take(await backend.call('vault_sample'))
	}

	#take<T>(result: Result<T>): T | undefined {
		this.error = result.ok ? undefined : result.error
		return result.ok ? result.value : undefined
	}
}
