import type { VaultStateView } from '$lib/ipc'

/** The vaults a person may unlock now: the chosen one first, then those opened lately. */
export function vaultChoices(state: VaultStateView | undefined): { value: string; label: string }[] {
	if (!state) return []
	const recent = state.recent
		.filter(({ place, name }) => place !== state.chosen && name !== state.chosen)
		.map(({ place, name, folder }) => ({ value: place, label: `${name} (${folder})` }))
	const named = state.recent.find(({ place }) => place === state.chosen)?.name ?? state.chosen
	return named === null ? recent : [{ value: '', label: named }, ...recent]
}
