import type { VaultStateView } from '$lib/ipc'

/** The vaults a person may unlock now: the chosen one first, then those opened lately. */
export function vaultChoices(state: VaultStateView | undefined): { value: string; label: string }[] {
	if (!state) return []
	const recent = state.recent.map(({ place, name, folder }) => ({
		value: place,
		label: `${name} (${folder})`,
	}))
	return state.chosen === null ? recent : [{ value: '', label: state.chosen }, ...recent]
}
