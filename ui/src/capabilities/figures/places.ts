import type { GridCellView, GridColumnView, GridRowView } from '$lib/ipc'

/** The two numbers of a pair. */
export type Part = 'numerator' | 'denominator'
/** What a pair holds, as text. */
export type Pair = Record<Part, string>

/** One column of numbers: a KPI has one, or two that stand side by side. */
export type Place = {
	kpi: string
	/** The KPI's name. */
	name: string
	/** What this number counts. */
	words: string
	part: Part
	/** The KPI's place among the KPIs. */
	column: number
	/** Whether a second number belongs to it. */
	paired: boolean
	/** Measured values cannot be added up over advisers. */
	adds: boolean
}

/** What a share is out of comes first, since it is known first: booked, then attended. */
export function placesOf(columns: GridColumnView[]): Place[] {
	return columns.flatMap(({ kpi, name, numerator, denominator, kind }, column) => {
		const parts: Part[] = denominator === null ? ['numerator'] : ['denominator', 'numerator']
		return parts.map((part) => ({
			kpi,
			name,
			words: part === 'numerator' ? numerator : (denominator ?? ''),
			part,
			column,
			paired: denominator !== null,
			adds: kind !== 'value',
		}))
	})
}

export function cellAt(row: GridRowView | undefined, place: Place | undefined): GridCellView | undefined {
	return row && place && row.cells[place.column]
}

/** Whether a pair can be stored: both numbers are there, or neither is. */
export function isWhole(place: Place, { numerator, denominator }: Pair): boolean {
	return !place.paired || (numerator === '') === (denominator === '')
}

/** The sum of a column as text, exact to thousandths; nothing when no number is there or they do not add up. */
export function sumOf(rows: GridRowView[], place: Place): string {
	const texts = rows.map((row) => row.cells[place.column]?.[place.part] ?? '').filter((text) => text !== '')
	if (!place.adds || texts.length === 0 || !texts.every((text) => /^\d+(\.\d{1,3})?$/.test(text))) return ''
	const sum = texts.reduce((total, text) => total + Math.round(Number(text) * 1000), 0)
	return `${sum / 1000}`
}
