import { saidOf } from '$lib/errors/said.ts'
import { FormDraft } from '$lib/session'
import { parseDay } from '$lib/format'
import { t } from '$lib/i18n'
import {
	backend,
	type AppError,
	type KpiListView,
	type KpiView,
	type LevelView,
	type Result,
	type ScopeView,
	type TargetView,
} from '$lib/ipc'

type Take = (asked: Promise<Result<KpiListView>>) => Promise<Result<KpiListView>>
type Faults = Partial<Record<string, string>>

/** What setting and ending a target share: they open for a KPI, check, send, and close when it was taken. */
abstract class Form<T extends object> {
	open = $state(false)
	kpi = $state.raw<KpiView>()
	tries = $state(0)
	error = $state.raw<AppError>()
	readonly draft: FormDraft<T & { code: string }>
	#take: Take

	constructor(field: string, take: Take) {
		this.#take = take
		this.draft = new FormDraft(field, () => ({ ...this.typed(), code: this.kpi?.code ?? '' }))
	}

	protected abstract typed(): T
	protected abstract missing(): Faults
	/** Opens for a KPI with what a lock left half-typed. */
	protected abstract goOn(kpi: KpiView, left: Partial<T>): void

	/** Brings back what a lock left half-typed, if anything. */
	async resume(kpis: KpiView[]): Promise<void> {
		const left = await this.draft.recall()
		const kpi = left && kpis.find(({ code }) => code === left.code)
		if (kpi) this.goOn(kpi, left)
	}

	faults: Faults = $derived.by(() => {
		if (this.tries === 0) return {}
		const field = this.error?.field
		return { ...(field && this.error ? { [field]: saidOf(this.error) } : {}), ...this.missing() }
	})

	protected show(kpi: KpiView): void {
		this.kpi = kpi
		this.tries = 0
		this.error = undefined
		this.draft.begin()
		this.open = true
	}

	protected async send(asked: () => Promise<Result<KpiListView>>): Promise<void> {
		this.tries += 1
		this.error = undefined
		if (Object.keys(this.missing()).length > 0) return
		const result = await this.#take(asked())
		this.error = result.ok ? undefined : result.error
		if (result.ok) this.open = false
		else this.tries += 1
	}
}

type Target = {
	scope: 'each' | 'team' | 'one'
	adviser: string
	level: LevelView
	value: string
	from: string
	source: string
}

/** A new target: whom it binds, how much, from when, and where it comes from. */
export class TargetForm extends Form<Target> {
	scope = $state<Target['scope']>('each')
	adviser = $state('')
	level = $state<LevelView>('expected')
	value = $state('')
	from = $state('')
	source = $state('')

	begin(kpi: KpiView, adviser: string): void {
		Object.assign(this, { scope: 'each', adviser, level: 'expected', value: '', from: '', source: '' })
		this.show(kpi)
	}

	protected override typed(): Target {
		const { scope, adviser, level, value, from, source } = this
		return { scope, adviser, level, value, from, source }
	}

	protected override goOn(kpi: KpiView, left: Partial<Target>): void {
		this.begin(kpi, left.adviser ?? '')
		const { scope = 'each', level = 'expected', value = '', from = '', source = '' } = left
		Object.assign(this, { scope, level, value, from, source })
	}

	protected override missing(): Faults {
		return {
			...(/\d/.test(this.value) ? {} : { value: t('kpis-fault-value') }),
			...(parseDay(this.from) ? {} : { from: t('kpis-fault-day') }),
			...(this.source.trim() === '' ? { source: t('kpis-fault-source') } : {}),
		}
	}

	async set(): Promise<void> {
		const scope: ScopeView = this.scope === 'one' ? { adviser: this.adviser } : this.scope
		const { level, value, source } = this
		const from = parseDay(this.from) ?? ''
		const code = this.kpi?.code ?? ''
		const request = { code, scope, level, value: value.trim(), from, source: source.trim() }
		await this.send(() => backend.call('kpis_set_target', request))
	}
}

/** The end of a target. */
export class EndForm extends Form<{ id: number; to: string }> {
	target = $state.raw<TargetView>()
	to = $state('')

	begin(kpi: KpiView, target: TargetView): void {
		this.target = target
		this.to = ''
		this.show(kpi)
	}

	protected override typed(): { id: number; to: string } {
		return { id: this.target?.id ?? 0, to: this.to }
	}

	protected override goOn(kpi: KpiView, { id, to = '' }: Partial<{ id: number; to: string }>): void {
		const target = kpi.targets.find((one) => one.id === id)
		if (!target) return
		this.begin(kpi, target)
		this.to = to
	}

	protected override missing(): Faults {
		return parseDay(this.to) ? {} : { to: t('kpis-fault-day') }
	}

	async finish(): Promise<void> {
		const { target } = this
		if (!target) return
		const to = parseDay(this.to) ?? ''
		await this.send(() => backend.call('kpis_end_target', { id: target.id, to }))
	}
}
