/** Days as `2026-12-03`, the form Rust gives and takes; no arithmetic is done here, only reading and writing. */

const words = (options: Intl.DateTimeFormatOptions) =>
	new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options })
const full = words({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const brief = words({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })

const months = Array.from({ length: 12 }, (_, at) =>
	words({ month: 'long' })
		.format(Date.UTC(2026, at, 1))
		.toLowerCase(),
)

function say(format: Intl.DateTimeFormat, day: string, parts: Intl.DateTimeFormatPartTypes[]): string {
	const said = format.formatToParts(new Date(`${day}T00:00:00Z`))
	return parts.map((wanted) => said.find(({ type }) => type === wanted)?.value ?? '').join(' ')
}

/** "3 December 2026" */
export const dayWords = (day: string) => say(full, day, ['day', 'month', 'year'])
/** "Thursday 3 December 2026" */
export const dayLong = (day: string) => say(full, day, ['weekday', 'day', 'month', 'year'])
/** "Thu 3 Dec" */
export const dayShort = (day: string) => say(brief, day, ['weekday', 'day', 'month'])

/** The day a person typed, day first: "3/4/26", "03.04.2026", "3 Apr 2026" or "2026-04-03". */
export function parseDay(text: string): string | undefined {
	const [one = '', two = '', three = '', ...rest] = text.trim().split(/[\s./-]+/)
	if (rest.length > 0 || three === '') return undefined
	if (/^\d{4}$/.test(one)) return real(one, two, three)
	return real(three.length === 2 ? `20${three}` : three, monthNumber(two), one)
}

/** The number of a month typed as a number or by its name, whole or from its third letter on. */
function monthNumber(text: string): string {
	const at = text.length < 3 ? -1 : months.findIndex((month) => month.startsWith(text.toLowerCase()))
	return at < 0 ? text : `${at + 1}`
}

/** A day that is in the calendar; 31 February is none. */
function real(year: string, month: string, day: string): string | undefined {
	if (!/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return undefined
	const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
	const parsed = new Date(`${iso}T00:00:00Z`)
	return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(iso) ? iso : undefined
}
