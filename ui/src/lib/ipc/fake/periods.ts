import type { GrainView, PeriodChoiceView } from '../bindings.ts'

const day = 86_400_000
/** The Monday of the last closed week of the made-up vault, whose today is 3 December 2026. */
const lastMonday = Date.UTC(2026, 10, 23)

const format = (options: Intl.DateTimeFormatOptions) => {
	const words = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options })
	return (at: number) => words.format(at)
}
const full = format({ day: 'numeric', month: 'long', year: 'numeric' })
const brief = format({ day: 'numeric', month: 'short' })
const monthYear = format({ month: 'long', year: 'numeric' })
const monthBrief = format({ month: 'short', year: 'numeric' })

/** A made-up period: its text form, its words, and what stands under an axis. */
export type MadePeriod = PeriodChoiceView & { brief: string; inside: string }

/** The period so many periods back from the last closed one; −1 is the open one. */
export function periodBack(grain: GrainView, back: number): MadePeriod {
	if (grain === 'week') {
		const at = lastMonday - back * 7 * day
		const words = `Week of ${full(at)}`
		return { period: `2026-W${48 - back}`, words, brief: brief(at), inside: `the week of ${full(at)}` }
	}
	const at = Date.UTC(2026, 10 - back, 1)
	const period = new Date(at).toISOString().slice(0, 7)
	return { period, words: monthYear(at), brief: monthBrief(at), inside: monthYear(at) }
}

const months = ['2026-09', '2026-10', '2026-11', '2026-12']
const monthWords: Record<string, string> = {
	'2026-09': 'September 2026',
	'2026-10': 'October 2026',
	'2026-11': 'November 2026',
	'2026-12': 'December 2026',
}

/** The month shown and all there are, newest first; the last closed one when nothing is wanted. */
export function around(wanted: string | null) {
	const month = wanted ?? '2026-11'
	return {
		month,
		month_words: monthWords[month] ?? month,
		months: months.toReversed().map((period) => ({ period, words: monthWords[period] ?? period })),
	}
}
