import type { IntakePlanView } from '$lib/ipc'

/** What an import would do, counted; lines that would say nothing are left out. */
export function countsOf(plan: IntakePlanView): { what: string; count: number }[] {
	const counts =
		plan.kind === 'roster'
			? [
					{ what: 'people', count: plan.figures_new },
					{ what: 'people-same', count: plan.figures_same },
					{ what: 'people-changed', count: plan.figures_changed },
				]
			: countsOfFigures(plan)
	return counts.filter(({ count }, at) => at === 0 || count > 0)
}

function countsOfFigures(plan: IntakePlanView): { what: string; count: number }[] {
	return [
		{ what: 'new', count: plan.figures_new },
		{ what: 'same', count: plan.figures_same },
		{ what: 'changed', count: plan.figures_changed },
		{ what: 'expired', count: plan.expired },
		{ what: 'totals', count: plan.total_rows },
		{ what: 'formulas', count: plan.formula_cells },
	]
}
