import { Answer, backend, type FileFormatView, type KpiRowView, type ScorecardView } from '$lib/ipc'
import { NamedFile } from '$lib/passphrase'

/** One adviser's month: what has changed, what has not, what is not known; then the KPIs in their blocks. */
export class Scorecard {
	readonly adviser: string
	readonly answer = new Answer<ScorecardView>()
	readonly file = new NamedFile()
	view = $derived(this.answer.value)
	/** Whether there is nothing to look at: no KPI in use, or never a figure. */
	empty = $derived(this.view?.blocks.length === 0)

	constructor(adviser: string) {
		this.adviser = adviser
	}

	async load(month: string | null): Promise<void> {
		await this.answer.take(backend.call('scorecard_adviser', { adviser: this.adviser, month }))
	}

	async write(format: FileFormatView): Promise<void> {
		await this.file.write({ adviser: this.adviser, month: this.view?.month ?? null, from: null, format })
	}
}

/** The small words under a KPI's name: how late it is, or which period it shows when that is not the month. */
export function remarkOf(row: KpiRowView, month: string): string {
	if (row.age !== null) return row.age
	return row.now === '' || row.period_words === month ? '' : row.period_words
}
