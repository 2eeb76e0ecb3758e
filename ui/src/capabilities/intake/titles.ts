import { t } from '$lib/i18n'
import type { Intake } from './intake.svelte.ts'
import type { Step } from './steps.ts'

const titles: Record<Step, (intake: Intake) => string> = {
	file: () => t('intake-title-file'),
	columns: () => t('intake-title-columns'),
	people: ({ question, plan, strangers }) => {
		if (question) return t('intake-title-dates')
		const unknown = plan?.new_advisers.filter(({ taken }) => taken === null) ?? []
		const count = unknown.length + strangers.length
		return t('intake-title-people', { count })
	},
	refused: ({ refused, choices }) =>
		t('intake-title-refused', { count: refused.length - choices.overrides.length }),
	check: ({ plan }) => t('intake-title-check', { accepted: plan?.accepted ?? 0, rows: plan?.rows ?? 0 }),
}

/** What a step found, as the heading of the page. */
export function titleOf(intake: Intake): string {
	const { done, plan } = intake
	if (!done) return titles[intake.step](intake)
	return plan?.kind === 'roster'
		? t('intake-title-roster-done', { count: done.accepted })
		: t('intake-title-done', { count: done.figures_new + done.figures_changed })
}
