import { t } from '$lib/i18n'
import { Answer, backend, type ChartPageView, type LoadChart, type Result } from '$lib/ipc'
import { NamedFile } from '$lib/passphrase'
import { BaselineForm, PhaseForm } from './by-hand.svelte.ts'

/** So many lines of the working are shown before the rest is asked for. */
const headline = 4

/** The chart of one adviser and KPI, how it was worked out, and what was set by hand. */
export class ChartPage {
	/** Whose chart of what, up to which month. */
	readonly cell: LoadChart
	readonly answer = new Answer<ChartPageView>()
	readonly phase: PhaseForm
	readonly baseline: BaselineForm
	/** The adviser's scorecard as a file. */
	readonly file = new NamedFile()
	view = $derived(this.answer.value)
	shown = $state<'chart' | 'table'>('chart')
	panelOpen = $state(true)
	whole = $state(false)
	/** What became of copying the working. */
	copied = $state('')

	constructor(adviser: string, kpi: string, show: 'chart' | 'working') {
		this.cell = { adviser, kpi, month: null }
		this.whole = show === 'working'
		const done = (asked: Promise<Result<ChartPageView>>) => this.answer.take(asked)
		this.phase = new PhaseForm(this.cell, done, () => this.view?.periods ?? [])
		this.baseline = new BaselineForm(this.cell, done)
	}

	/** What there is to see of the working: the headline, or all of it. */
	working = $derived.by(() => {
		const rows = this.view?.worked_out ?? []
		return rows.filter((row, at) => this.whole || at < headline || row.opens.length > 0)
	})
	more = $derived((this.view?.worked_out.length ?? 0) > headline)

	async load(month: string | null): Promise<void> {
		this.cell.month = month
		await this.answer.take(backend.call('scorecard_chart', { ...this.cell }))
	}

	/** Opens the dialog that a lock left half-typed, if one was. */
	async resume(): Promise<void> {
		await Promise.all([this.phase.resume(), this.baseline.resume()])
	}

	async print(): Promise<void> {
		await this.file.write({ adviser: this.cell.adviser, month: this.cell.month, from: null, format: 'pdf' })
	}

	async removePhase(id: number): Promise<void> {
		await this.answer.take(backend.call('scorecard_remove_phase', { ...this.cell, id }))
	}

	/** Lets the rule choose the baseline again. */
	async freeBaseline(): Promise<void> {
		await this.answer.take(backend.call('scorecard_set_baseline', { ...this.cell, points: null, reason: '' }))
	}

	/** Copies the working; where the system refuses, the text can still be selected. */
	async copy(): Promise<void> {
		try {
			await navigator.clipboard.writeText(this.view?.worked_out_text ?? '')
			this.copied = t('scorecard-worked-copied')
		} catch {
			this.copied = t('scorecard-worked-not-copied')
		}
	}
}
