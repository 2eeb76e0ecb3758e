import type { SettingsView } from '$lib/ipc'
import { FormDraft, settings } from '$lib/session'

/** Longer than so many months needs a written reason (domain.md 1.10). */
const standard = 25

/** How long figures are kept: typed here, saved when the fields are left. */
export class Kept {
	months = $state('')
	reason = $state('')
	readonly draft = new FormDraft('settings/kept', () => ({ months: this.months, reason: this.reason }))
	longer = $derived(Number(this.months) > standard)

	constructor(value: SettingsView) {
		this.months = String(value.figures_kept_months)
		this.reason = value.figures_kept_reason
		this.draft.begin()
	}

	async load(): Promise<void> {
		Object.assign(this, await this.draft.recall())
	}

	/** Saves what has changed; what is no number is left to Rust to refuse. */
	async save(value: SettingsView): Promise<void> {
		const typed = this.months.trim()
		const figures_kept_months = /^\d{1,4}$/.test(typed) ? Number(typed) : 0
		const figures_kept_reason = this.longer ? this.reason : ''
		const same =
			figures_kept_months === value.figures_kept_months && figures_kept_reason === value.figures_kept_reason
		if (!same && !(await settings.save({ figures_kept_months, figures_kept_reason }))) return
		this.draft.begin()
		this.draft.forget()
	}
}
