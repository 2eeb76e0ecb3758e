import {
	Answer,
	backend,
	type AppError,
	type FileFormatView,
	type ReleaseChoicesView,
	type ReleasePreviewView,
	type ReleaseSpec,
} from '$lib/ipc'

/** So many periods are offered at first. */
const usual = 3

/** A new summary: asked for, looked at, written. Nothing leaves before the preview was on screen. */
export class Summary {
	readonly choices = new Answer<ReleaseChoicesView>()
	readonly preview = new Answer<ReleasePreviewView>()
	spec = $state<ReleaseSpec>({ profile: 'internal', grain: 'month', from: '', to: '', kpis: [] })
	stage = $state<'ask' | 'look'>('ask')
	format = $state<FileFormatView>('pdf')
	error = $state.raw<AppError>()
	writing = $state(false)

	/** Periods of the grain, oldest first. */
	periods: string[] = $derived(
		(this.spec.grain === 'quarter' ? this.choices.value?.quarters : this.choices.value?.months) ?? [],
	)
	kpis = $derived(this.choices.value?.kpis ?? [])
	refused = $derived((this.preview.value?.refusals.length ?? 0) > 0)
	/** The form field the app found fault with. */
	fault = $derived(this.stage === 'ask' ? this.preview.error?.field : undefined)

	async load(): Promise<void> {
		const result = await this.choices.take(backend.call('releases_choices'))
		if (!result.ok) return
		if (result.value.months.length === 0) this.spec.grain = 'quarter'
		this.spec.kpis = result.value.kpis.map(({ code }) => code)
		this.#lastPeriods()
	}

	setGrain(grain: 'month' | 'quarter'): void {
		this.spec.grain = grain
		this.#lastPeriods()
	}

	#lastPeriods(): void {
		this.spec.from = this.periods.at(-usual) ?? this.periods[0] ?? ''
		this.spec.to = this.periods.at(-1) ?? ''
	}

	/** Moves the other end along rather than letting a range run backwards. */
	setFrom(from: string): void {
		this.spec.from = from
		if (this.spec.to < from) this.spec.to = from
	}

	setTo(to: string): void {
		this.spec.to = to
		if (this.spec.from > to) this.spec.from = to
	}

	setKpi(code: string, wanted: boolean): void {
		this.spec.kpis = this.kpis.map((kpi) => kpi.code).filter((one) => (one === code ? wanted : this.has(one)))
	}

	has(code: string): boolean {
		return this.spec.kpis.includes(code)
	}

	/** Why a KPI may not go out in the chosen periods, if it may not: it is not final there. */
	open(code: string): string | undefined {
		const { grain, from, to } = this.spec
		const months = this.kpis.find((kpi) => kpi.code === code)?.open ?? []
		return months.find((one) => {
			const period = grain === 'quarter' ? one.quarter : one.month
			return from <= period && period <= to
		})?.words
	}

	/** What is asked for: the KPIs that were chosen and are final. */
	asked(): ReleaseSpec {
		const spec = $state.snapshot(this.spec)
		return { ...spec, kpis: spec.kpis.filter((code) => !this.open(code)) }
	}

	async look(): Promise<void> {
		const asked = this.asked()
		if (asked.kpis.length === 0) return
		const result = await this.preview.take(backend.call('releases_preview', asked))
		if (result.ok) this.stage = 'look'
	}

	change(): void {
		this.stage = 'ask'
		this.error = undefined
	}

	/** Writes the file; answers its names, or nothing when the system's dialog was closed or it was refused. */
	async write(): Promise<string[] | undefined> {
		if (this.writing || this.refused) return undefined
		this.writing = true
		const request = { spec: this.asked(), format: this.format }
		const result = await backend.call('releases_write', request)
		this.writing = false
		this.error = result.ok ? undefined : result.error
		if (!result.ok || !result.value.name) return undefined
		return [result.value.name, ...(result.value.beside ? [result.value.beside] : [])]
	}
}
