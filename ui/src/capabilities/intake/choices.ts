import type { IntakeChoices } from '$lib/ipc'

/** What is chosen before the person has chosen anything. */
export const nothingChosen = (): IntakeChoices => ({
	kind: null,
	sheet: null,
	meanings: [],
	date_order: null,
	grain: null,
	create_advisers: true,
	create_kpis: true,
	keep_totals: false,
	known_kpis: [],
	known_advisers: [],
	keep_names: false,
	overrides: [],
})

/** What is said of names, with one of them said anew; an empty code or alias says that it is nothing known. */
export function saidAnew<T extends { name: string }>(said: T[], one: T): T[] {
	return [...said.filter(({ name }) => name !== one.name), one]
}

/** What was known before and is new, each once, in its order. */
export function joined<T>(before: T[], now: T[], keyOf: (one: T) => string | number): T[] {
	const all = [...now, ...before.filter((one) => !now.some((other) => keyOf(other) === keyOf(one)))]
	return all.sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
}
