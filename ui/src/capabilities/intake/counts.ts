import type { IntakePlanView } from '$lib/ipc'

/** What an import would do, counted; lines that would say nothing are left out. */
export function countsOf(plan: IntakePlanView): { what: string; count: number }[] {
	if (plan.kind === 'roster') return [{ what: 'advisers', count: plan.accepted }]
	return [
		{ what: 'new', count: plan.figures_new },
		{ what: 'same', count: plan.figures_same },
		{ what: 'changed', count: plan.figures_changed },
		{ what: 'expired', count: plan.expired },
		{ what: 'totals', count: plan.total_rows },
		{ what: 'formulas', count: plan.formula_cells },
	].filter(({ count }, at) => at === 0 || count > 0)
}
