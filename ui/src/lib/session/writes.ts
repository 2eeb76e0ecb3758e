import type { Commands, VaultStateView } from '$lib/ipc'

/** Commands after which the saved time and the words of undo have changed. */
export const writes: ReadonlySet<keyof Commands> = new Set([
	'vault_undo',
	'vault_redo',
	'vault_confirm_recovery',
	'team_save_adviser',
	'team_save_team',
	'kpis_save',
	'kpis_use',
	'kpis_set_target',
	'kpis_end_target',
	'figures_write',
	'figures_mark',
	'intake_run',
	'intake_undo_batch',
	'scorecard_add_phase',
	'scorecard_remove_phase',
	'scorecard_set_baseline',
	'releases_write',
	'settings_save',
] as const)

export function isVaultState(value: unknown): value is VaultStateView {
	return typeof value === 'object' && value !== null && 'phase' in value && 'wait_seconds' in value
}
