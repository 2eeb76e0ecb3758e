import type { ErrorCode } from '$lib/ipc'

/** Where an error is said: beside its field, as a notice on the screen, or instead of the screen. */
export type Severity = 'field' | 'notice' | 'blocking'

/** What the person is offered besides reading. */
export type ErrorAction = 'unlock' | 'open_another' | 'reload' | 'confirm_passphrase'

/** How an error is shown. The words come from Rust; this table decides everything else. */
export type Presentation = { severity: Severity; action?: ErrorAction }

/** Complete by type: a new code without a line here does not compile. */
export const presentations: Record<ErrorCode, Presentation> = {
	wrong_passphrase: { severity: 'field' },
	vault_locked: { severity: 'blocking', action: 'unlock' },
	vault_damaged: { severity: 'blocking', action: 'open_another' },
	vault_too_new: { severity: 'blocking', action: 'open_another' },
	vault_busy: { severity: 'notice', action: 'open_another' },
	disk_full: { severity: 'notice' },
	file_unreadable: { severity: 'notice' },
	intake_refused: { severity: 'notice' },
	identifier_found: { severity: 'field' },
	rule_refused: { severity: 'field' },
	not_found: { severity: 'notice', action: 'reload' },
	out_of_date: { severity: 'notice', action: 'confirm_passphrase' },
	release_refused: { severity: 'notice' },
	too_small_to_release: { severity: 'notice' },
	retention_hold: { severity: 'notice' },
	unexpected: { severity: 'notice' },
}
