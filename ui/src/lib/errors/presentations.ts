import type { ErrorCode } from '$lib/ipc'

/** Where an error is said: beside its field, or as a notice on the screen. */
export type Severity = 'field' | 'notice'

/** What the person is offered besides reading. */
export type ErrorAction = 'unlock' | 'open_another' | 'reload' | 'confirm_passphrase'

/**
 * How an error is shown. The words come from Rust; this table decides everything else. One that somebody else may be
 * asked about shows its code and can be copied.
 */
export type Presentation = { severity: Severity; action?: ErrorAction; copied?: true }

/** Complete by type: a new code without a line here does not compile. */
export const presentations: Record<ErrorCode, Presentation> = {
	wrong_passphrase: { severity: 'field' },
	vault_locked: { severity: 'notice', action: 'unlock' },
	vault_damaged: { severity: 'notice', action: 'open_another', copied: true },
	vault_too_new: { severity: 'notice', action: 'open_another', copied: true },
	vault_busy: { severity: 'notice', action: 'open_another' },
	disk_full: { severity: 'notice', copied: true },
	file_unreadable: { severity: 'notice', copied: true },
	intake_refused: { severity: 'notice' },
	identifier_found: { severity: 'field' },
	rule_refused: { severity: 'field' },
	not_found: { severity: 'notice', action: 'reload' },
	out_of_date: { severity: 'notice', action: 'confirm_passphrase' },
	release_refused: { severity: 'notice' },
	too_small_to_release: { severity: 'notice' },
	retention_hold: { severity: 'notice' },
	unexpected: { severity: 'notice', copied: true },
}
