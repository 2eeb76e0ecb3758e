import { t } from '$lib/i18n'
import { Answer, backend, type ChartPageView, type Result } from '$lib/ipc'
import { NamedFile } from '$lib/passphrase'
import { BaselineForm, PhaseForm, type Cell } from './by-hand.svelte.ts'

/** So many lines of the working are shown before the rest is asked for. */
const headline = 4

/** The chart of one adviser and KPI, how it was worked out, and what was set by hand. */
export class ChartPage {
	readonly cell: Cell
	/** The month asked for; nothing for all there is. */
	#month: string | null = null
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

	constructor(cell: Cell, show: 'chart' | 'working') {
		this.cell = cell
		this.whole = show === 'working'
		const done = (asked: Promise<Result<ChartPageView>>) => this.#done(asked)
		this.phase = new PhaseForm(cell, done, () => this.view?.periods.at(-1)?.period ?? '')
		this.baseline = new BaselineForm(cell, done)
	}

	/** What there is to see of the working: the headline, or all of it. */
	working = $derived.by(() => {
		const rows = this.view?.worked_out ?? []
		return rows.filter((row, at) => this.whole || at < headline || row.opens.length > 0)
	})
	more = $derived((this.view?.worked_out.length ?? 0) > headline)

	async load(month: string | null): Promise<void> {
		this.#month = month
		await this.answer.take(backend.call('scorecard_chart', { ...this.cell, month }))
	}

	/** Opens the dialog that a lock left half-typed, if one was. */
	async resume(): Promise<void> {
		await Promise.all([this.phase.resume(), this.baseline.resume()])
	}

	/** What is set by hand answers with the whole chart; the month that was chosen stays. */
	async #done(asked: Promise<Result<ChartPageView>>): Promise<Result<ChartPageView>> {
		const result = await (this.#month === null ? this.answer.take(asked) : asked)
		if (this.#month === null) return result
		if (result.ok) await this.load(this.#month)
		else await this.answer.take(Promise.resolve(result))
		return result
	}

	async print(): Promise<void> {
		await this.file.write({ adviser: this.cell.adviser, month: this.#month, from: null, format: 'pdf' })
	}

	async removePhase(id: number): Promise<void> {
		await this.#done(backend.call('scorecard_remove_phase', { ...this.cell, id }))
	}

	/** Lets the rule choose the baseline again. */
	async freeBaseline(): Promise<void> {
		await this.#done(backend.call('scorecard_set_baseline', { ...this.cell, points: null, reason: '' }))
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
