import { saidOf } from '$lib/errors/said.ts'
import { t } from '$lib/i18n'
import { FormDraft } from '$lib/session'
import {
	backend,
	type AppError,
	type ChartPageView,
	type LoadChart,
	type PeriodChoiceView,
	type Result,
} from '$lib/ipc'

type Take = (asked: Promise<Result<ChartPageView>>) => Promise<Result<ChartPageView>>
type Faults = Partial<Record<'reason' | 'points' | 'from' | 'checks', string>>

/** What both forms share: they open empty, need a reason, and close when it was taken. */
abstract class ByHand<T extends object> {
	open = $state(false)
	reason = $state('')
	tries = $state(0)
	error = $state.raw<AppError>()
	readonly draft: FormDraft<T & { reason: string }>
	protected readonly cell: LoadChart
	#take: Take

	constructor(name: string, cell: LoadChart, take: Take) {
		this.cell = cell
		this.#take = take
		const field = `scorecard/${name}/${cell.adviser}/${cell.kpi}`
		this.draft = new FormDraft(field, () => ({ ...this.typed(), reason: this.reason }))
	}

	/** What is typed besides the reason. */
	protected abstract typed(): T

	/** What is wrong with what was typed, by field; said once the person has tried. */
	protected abstract missing(): Faults

	faults: Faults = $derived.by(() => {
		if (this.tries === 0) return {}
		const field = this.error?.field
		const refused = field && this.error ? { [field]: saidOf(this.error) } : {}
		return { ...refused, ...this.missing() }
	})

	begin(): void {
		this.reason = ''
		this.tries = 0
		this.error = undefined
		this.draft.begin()
		this.open = true
	}

	/** Opens with what a lock left half-typed, if anything. */
	async resume(): Promise<void> {
		const left = await this.draft.recall()
		if (!left) return
		this.begin()
		Object.assign(this, left)
	}

	protected noReason(): Faults {
		return this.reason.trim() === '' ? { reason: t('scorecard-reason-missing') } : {}
	}

	protected async send(asked: () => Promise<Result<ChartPageView>>): Promise<void> {
		this.tries += 1
		this.error = undefined
		if (Object.keys(this.missing()).length > 0) return
		const result = await this.#take(asked())
		this.error = result.ok ? undefined : result.error
		if (result.ok) this.open = false
		else this.tries += 1
	}
}

/** A new phase: three things must hold, and the reason is kept. */
export class PhaseForm extends ByHand<{ from: string; known: boolean; lasts: boolean; fresh: boolean }> {
	from = $state('')
	known = $state(false)
	lasts = $state(false)
	fresh = $state(false)
	#periods: () => PeriodChoiceView[]

	/** A change is usually noticed soon, so the newest period is offered first. */
	constructor(cell: LoadChart, take: Take, periods: () => PeriodChoiceView[]) {
		super('phase', cell, take)
		this.#periods = periods
	}

	override begin(): void {
		const periods = this.#periods()
		const isShown = periods.some(({ period }) => period === this.from)
		if (!isShown) this.from = periods.at(-1)?.period ?? ''
		this.known = this.lasts = this.fresh = false
		super.begin()
	}

	protected override typed(): { from: string; known: boolean; lasts: boolean; fresh: boolean } {
		const { from, known, lasts, fresh } = this
		return { from, known, lasts, fresh }
	}

	protected override missing(): Faults {
		const confirmed = this.known && this.lasts && this.fresh
		return { ...(confirmed ? {} : { checks: t('scorecard-phase-all') }), ...this.noReason() }
	}

	async start(): Promise<void> {
		const { from, reason } = this
		await this.send(() =>
			backend.call('scorecard_add_phase', { ...this.cell, from, reason: reason.trim(), confirmed: true }),
		)
	}
}

/** A baseline fixed to the first points of the latest phase. */
export class BaselineForm extends ByHand<{ points: string }> {
	points = $state('12')

	constructor(cell: LoadChart, take: Take) {
		super('baseline', cell, take)
	}

	protected override typed(): { points: string } {
		return { points: this.points }
	}

	protected override missing(): Faults {
		const enough = /^\d+$/.test(this.points.trim()) && Number(this.points) >= 12
		return { ...(enough ? {} : { points: t('scorecard-baseline-few') }), ...this.noReason() }
	}

	async fix(): Promise<void> {
		const points = Number(this.points)
		const reason = this.reason.trim()
		await this.send(() => backend.call('scorecard_set_baseline', { ...this.cell, points, reason }))
	}
}
