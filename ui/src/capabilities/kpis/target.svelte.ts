import { saidOf } from '$lib/errors/said.ts'
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
abstract class Form {
	open = $state(false)
	kpi = $state.raw<KpiView>()
	tries = $state(0)
	error = $state.raw<AppError>()
	#take: Take

	constructor(take: Take) {
		this.#take = take
	}

	protected abstract missing(): Faults

	faults: Faults = $derived.by(() => {
		if (this.tries === 0) return {}
		const field = this.error?.field
		return { ...(field && this.error ? { [field]: saidOf(this.error) } : {}), ...this.missing() }
	})

	protected show(kpi: KpiView): void {
		this.kpi = kpi
		this.tries = 0
		this.error = undefined
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

/** A new target: whom it binds, how much, from when, and where it comes from. */
export class TargetForm extends Form {
	scope = $state<'each' | 'team' | 'one'>('each')
	adviser = $state('')
	level = $state<LevelView>('expected')
	value = $state('')
	from = $state('')
	source = $state('')

	begin(kpi: KpiView, adviser: string): void {
		Object.assign(this, { scope: 'each', adviser, level: 'expected', value: '', from: '', source: '' })
		this.show(kpi)
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
export class EndForm extends Form {
	target = $state.raw<TargetView>()
	to = $state('')

	begin(kpi: KpiView, target: TargetView): void {
		this.target = target
		this.to = ''
		this.show(kpi)
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
