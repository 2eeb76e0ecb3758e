import { dayWords, parseDay } from '$lib/format'
import { t } from '$lib/i18n'
import type { AdviserView, SaveAdviser, TeamView } from '$lib/ipc'

/** The form of an adviser as it is typed: everything is text until it is read. */
export type TypedShare = { from: string; share: string }
export type TypedAbsence = { from: string; to: string; half_days: string }
export type TypedAdviser = {
	alias: string
	name: string
	team: string
	site: string
	grade: string
	band: string
	started: string
	left: string
	shares: TypedShare[]
	absences: TypedAbsence[]
}

/** What is wrong, by the id of the field: `alias`, `shares-0-from` … */
export type Faults = Record<string, string>

export const emptyShare = (): TypedShare => ({ from: '', share: '' })
export const emptyAbsence = (): TypedAbsence => ({ from: '', to: '', half_days: '2' })

export function emptyAdviser(teams: TeamView[]): TypedAdviser {
	const team = `${teams[0]?.id ?? ''}`
	return {
		alias: '',
		name: '',
		team,
		site: '',
		grade: '',
		band: '',
		started: '',
		left: '',
		shares: [],
		absences: [],
	}
}

/** How Rust says "from the start" of a working time when no first day is known. */
const always = '1970-01-01'

const dayText = (day: string | null) => (day === null || day === always ? '' : dayWords(day))

export function typedFrom(adviser: AdviserView, teams: TeamView[]): TypedAdviser {
	const team = teams.find(({ name }) => name === adviser.team) ?? teams[0]
	return {
		alias: adviser.alias,
		name: adviser.name ?? '',
		team: `${team?.id ?? ''}`,
		site: adviser.site ?? '',
		grade: adviser.grade ?? '',
		band: adviser.band ?? '',
		started: dayText(adviser.started),
		left: dayText(adviser.left),
		shares: adviser.shares.map(({ from, share }) => ({ from: dayText(from), share: `${share / 1000}` })),
		absences: adviser.absences.map(({ from, to, half_days }) => ({
			from: dayText(from),
			to: dayText(to),
			half_days: `${half_days}`,
		})),
	}
}

/** A share of full time in thousandths: "0.8", "0,8", "80 %". */
export function parseShare(text: string): number | undefined {
	const found = /^(\d+(?:[.,]\d+)?)\s*(%?)$/.exec(text.trim())
	if (!found) return undefined
	const [, number = '', sign] = found
	const share = Math.round(parseFloat(number.replace(',', '.')) * (sign ? 10 : 1000))
	return share > 0 && share <= 1000 ? share : undefined
}

const filled = (row: object) => Object.values(row).some((text) => String(text).trim() !== '')
const begun = ({ from, to }: TypedAbsence) => filled({ from, to })

/** What is wrong with what was typed, before anything is sent. */
export function faultsOf(typed: TypedAdviser): Faults {
	const faults: Faults = {}
	const day = (id: string, text: string, needed: boolean) => {
		if ((needed || text.trim() !== '') && !parseDay(text)) faults[id] = t('team-fault-day')
	}
	if (typed.alias.trim() === '') faults['alias'] = t('team-fault-alias')
	if (typed.alias.trim().length > 40) faults['alias'] = t('team-fault-long')
	day('started', typed.started, false)
	day('left', typed.left, false)
	for (const [at, row] of typed.shares.entries()) {
		if (!filled(row)) continue
		day(`shares-${at}-from`, row.from, at > 0)
		if (parseShare(row.share) === undefined) faults[`shares-${at}-share`] = t('team-fault-share')
	}
	for (const [at, row] of typed.absences.entries()) {
		if (!begun(row)) continue
		day(`absences-${at}-from`, row.from, true)
		day(`absences-${at}-to`, row.to, true)
		if (!/^\d+$/.test(row.half_days.trim())) faults[`absences-${at}-half`] = t('team-fault-half-days')
	}
	return faults
}

const orNull = (text: string) => (text.trim() === '' ? null : text.trim())
const dayOf = (text: string) => parseDay(text) ?? ''

/** The request for what was typed without a fault. */
export function requestOf(id: string | null, typed: TypedAdviser): SaveAdviser {
	return {
		id,
		alias: typed.alias.trim(),
		name: orNull(typed.name),
		team: typed.team === '' ? null : Number(typed.team),
		site: orNull(typed.site),
		grade: orNull(typed.grade),
		band: orNull(typed.band),
		started: parseDay(typed.started) ?? null,
		left: parseDay(typed.left) ?? null,
		shares: typed.shares.filter(filled).map(({ from, share }) => ({
			from: parseDay(from) ?? parseDay(typed.started) ?? always,
			share: parseShare(share) ?? 1000,
		})),
		absences: typed.absences.filter(begun).map((row) => ({
			from: dayOf(row.from),
			to: dayOf(row.to),
			half_days: Number(row.half_days),
		})),
	}
}
