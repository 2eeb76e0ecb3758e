import type { IntakeChoices } from '$lib/ipc'

/** What is chosen before the person has chosen anything. */
export const nothingChosen = (): IntakeChoices => ({
	kind: null,
	sheet: null,
	meanings: [],
	date_order: null,
	create_advisers: true,
	create_kpis: true,
	keep_totals: false,
	known_kpis: [],
	overrides: [],
})
