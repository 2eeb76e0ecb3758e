/** Periods as `2026-11` and `2026-Q3`, the form Rust gives; only worded here, never computed with. */

const words = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' })
const month = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long' })

/** "November 2026" for a month, "July to September 2026" for a quarter; anything else as it is. */
export function periodWords(period: string): string {
	const [, year = '', quarter] = /^(\d{4})-Q([1-4])$/.exec(period) ?? []
	if (quarter) {
		const first = (Number(quarter) - 1) * 3
		const begin = Date.UTC(Number(year), first, 1)
		return `${month.format(begin)} to ${words.format(Date.UTC(Number(year), first + 2, 1))}`
	}
	return /^\d{4}-\d{2}$/.test(period) ? words.format(new Date(`${period}-01T00:00:00Z`)) : period
}
