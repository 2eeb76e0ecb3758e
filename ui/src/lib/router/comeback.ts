import type { VaultPhaseView } from '$lib/ipc'
import { beforeVault, type Route } from './routes.ts'

/** Where a vault was left when it locked, so that unlocking leads back there; another vault begins at its start. */
export class Comeback {
	#left: { route: Route; vault: string } | undefined
	#vault = ''

	/** Follows the phase; answers the place to go back to when a vault has just opened again. */
	follow(phase: VaultPhaseView, route: Route, vault: string | undefined): Route | undefined {
		if (phase === 'locked') {
			if (!beforeVault.includes(route.name)) this.#left = { route, vault: this.#vault }
			return undefined
		}
		const { route: left, vault: of } = this.#left ?? {}
		const back = phase === 'open' && of === vault && beforeVault.includes(route.name) ? left : undefined
		this.#vault = vault ?? ''
		this.#left = undefined
		return back
	}
}
