import type { IntakePlanView } from '$lib/ipc'

/** The steps of the wizard in their order; writing and the end follow them. */
export const steps = ['file', 'columns', 'people', 'refused', 'check'] as const
export type Step = (typeof steps)[number]

/** What keeps a step from going on, by the id of what has to be answered. */
export type Lack = { field: string; key: string }

/** What the person still has to answer on a step. */
export function lackOf(step: Step, plan: IntakePlanView | undefined): Lack | undefined {
	if (!plan) return { field: 'choose-file', key: 'intake-lack-file' }
	if (step === 'people' && plan.date_question) return { field: 'dates-first', key: 'intake-lack-dates' }
	return undefined
}
