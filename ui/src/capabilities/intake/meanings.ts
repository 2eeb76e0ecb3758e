import type { ColumnView, IntakeKindView, KpiView, MeaningView } from '$lib/ipc'
import { t } from '$lib/i18n'

/** The most letters that a KPI's name has. */
const longest = 60

type Option = { value: string; label: string }
export type OptionGroup = { label: string; options: Option[] }

/** A meaning as the value of a choice: `adviser`, or `kpi_numerator:K08`. */
export function codeOf(meaning: MeaningView): string {
	if (typeof meaning === 'string') return meaning
	const [[part, kpi] = ['leave_out', '']] = Object.entries(meaning)
	return `${part}:${kpi}`
}

export function meaningOf(code: string): MeaningView {
	const at = code.indexOf(':')
	if (at < 0) return code as MeaningView
	const kpi = code.slice(at + 1)
	return code.startsWith('kpi_numerator') ? { kpi_numerator: kpi } : { kpi_denominator: kpi }
}

const roster = ['adviser', 'name', 'site', 'grade', 'band', 'team', 'started', 'left', 'fte'] as const
const each = ['kpi', 'numerator', 'denominator', 'exposure', 'note'] as const

const plain = (meaning: string): Option => ({
	value: meaning,
	label: t(`intake-meaning-${meaning.replaceAll('_', '-')}`),
})

/** What a column may be taken to mean, a KPI that the vault does not know among it. */
export function optionsFor(kind: IntakeKindView, kpis: KpiView[], column: ColumnView): OptionGroup[] {
	if (kind === 'roster')
		return [
			{ label: t('intake-group-rows'), options: [plain('leave_out')] },
			{ label: t('intake-group-roster'), options: roster.map(plain) },
		]
	return [
		{ label: t('intake-group-rows'), options: ['leave_out', 'adviser', 'period'].map(plain) },
		{ label: t('intake-group-kpis'), options: [...kpis.flatMap(partsOf), ...unknown(kpis, column)] },
		{ label: t('intake-group-each'), options: each.map(plain) },
	]
}

function partsOf({ code, name, numerator, denominator }: KpiView): Option[] {
	const option = (part: string, words: string) => ({
		value: `${part}:${code}`,
		label: t('intake-meaning-of-kpi', { name, words }),
	})
	const first = option('kpi_numerator', numerator)
	return denominator === '' ? [first] : [first, option('kpi_denominator', denominator)]
}

/** A KPI that only the file knows, named as the column is guessed to be or else by its heading. */
function unknown(kpis: KpiView[], { heading, meaning }: ColumnView): Option[] {
	const guessed = typeof meaning === 'string' ? { kpi_numerator: heading.slice(0, longest) } : meaning
	const part = 'kpi_numerator' in guessed ? 'numerator' : 'denominator'
	const name = 'kpi_numerator' in guessed ? guessed.kpi_numerator : guessed.kpi_denominator
	if (name === '' || kpis.some(({ code }) => code === name)) return []
	return [{ value: codeOf(guessed), label: t(`intake-meaning-new-${part}`, { name }) }]
}

/** The letter a spreadsheet gives a column: A, B … Z, AA. */
export function letterOf(position: number): string {
	const last = String.fromCharCode(65 + (position % 26))
	return position < 26 ? last : letterOf(Math.floor(position / 26) - 1) + last
}
