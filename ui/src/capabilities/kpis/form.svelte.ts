import { toasts } from '$lib/components'
import { saidOf } from '$lib/errors/said.ts'
import { parseDay } from '$lib/format'
import { t } from '$lib/i18n'
import { Answer, backend, type KpiListView, type KpiView, type SaveKpi } from '$lib/ipc'
import { router } from '$lib/router'
import { FormDraft } from '$lib/session'

type Faults = Partial<Record<string, string>>
type Typed = Omit<SaveKpi, 'code' | 'lag_days' | 'valid_from'> & { lag_days: string; valid_from: string }

const empty: Typed = {
	name: '',
	unit_words: '',
	numerator: '',
	denominator: '',
	kind: 'count',
	direction: 'up',
	block: 'leading',
	grain: 'month',
	exposure: 'none',
	lag_days: '0',
	valid_from: '',
	purpose: '',
	less_intrusive: '',
}

const labels: Partial<Record<keyof Typed, string>> = {
	name: 'kpis-form-name',
	purpose: 'kpis-purpose',
	less_intrusive: 'kpis-less-intrusive',
	numerator: 'kpis-numerator',
	denominator: 'kpis-denominator',
}

function typedFrom(kpi: KpiView): Typed {
	const kept = Object.keys(empty).map((key) => [key, kpi[key as keyof KpiView]])
	return { ...(Object.fromEntries(kept) as Typed), lag_days: `${kpi.lag_days}`, valid_from: '' }
}

/** A local KPI, or words or a new version of one in use. */
export class KpiForm {
	/** The code of the KPI that is amended; nothing while one is defined. */
	readonly code: string | null
	readonly answer = new Answer<KpiListView>()
	readonly draft: FormDraft<Typed & { changes: 'words' | 'counted' }>
	typed = $state<Typed>({ ...empty })
	/** Words go on with the chart as it is; what is counted breaks its line. */
	changes = $state<'words' | 'counted'>('words')
	ready = $state(false)
	tries = $state(0)
	refused = $state.raw<Faults>({})

	constructor(code: string | null) {
		this.code = code
		this.changes = code === null ? 'counted' : 'words'
		this.draft = new FormDraft(`kpis/${code ?? 'new'}`, () => ({
			...$state.snapshot(this.typed),
			changes: this.changes,
		}))
	}

	kpi = $derived(this.answer.value?.kpis.find((kpi) => kpi.code === this.code))
	/** A share and a rate are out of something. */
	hasDenominator = $derived(this.typed.kind !== 'count')
	faults: Faults = $derived(this.tries > 0 ? { ...this.refused, ...this.#missing() } : {})

	async load(): Promise<void> {
		const result = await this.answer.take(backend.call('kpis_list'))
		if (!result.ok) return
		if (this.kpi) this.typed = typedFrom(this.kpi)
		this.draft.begin()
		const { changes, ...typed } = (await this.draft.recall()) ?? {}
		Object.assign(this.typed, typed)
		this.changes = changes ?? this.changes
		this.ready = true
	}

	/** Fields that may not stay empty, by what changes and what kind it is. */
	#needed(): readonly (keyof Typed)[] {
		const words = ['name', 'purpose', 'less_intrusive'] as const
		if (this.changes === 'words') return words
		const share = this.typed.kind === 'proportion' || this.typed.kind === 'score_share'
		return [...words, 'numerator', ...(share ? (['denominator'] as const) : [])]
	}

	#missing(): Faults {
		const { typed } = this
		const faults: Faults = {}
		for (const field of this.#needed())
			if (typed[field].trim() === '')
				faults[field] = t('kpis-fault-text', { field: t(labels[field] ?? 'kpis-form-name') })
		if (this.changes === 'words') return faults
		if (!/^\d+$/.test(typed.lag_days.trim())) faults['lag_days'] = t('kpis-fault-lag')
		if (this.code !== null && !parseDay(typed.valid_from)) faults['valid_from'] = t('kpis-fault-day')
		return faults
	}

	async save(): Promise<void> {
		this.tries += 1
		this.refused = {}
		if (Object.keys(this.#missing()).length > 0) return
		const result = await this.answer.take(backend.call('kpis_save', this.#request()))
		if (!result.ok) {
			if (result.error.field === null) return
			this.refused = { [result.error.field]: saidOf(result.error) }
			this.tries += 1
			this.answer.error = undefined
			return
		}
		this.draft.forget()
		toasts.say(t('kpis-saved', { name: this.typed.name.trim() }))
		router.go('kpis')
	}

	/** When only words change, everything that is counted goes back as it was. */
	#request(): SaveKpi {
		const typed = $state.snapshot(this.typed)
		const { name, unit_words, purpose, less_intrusive } = typed
		const words = { name, unit_words, purpose, less_intrusive }
		const counted = this.kpi && this.changes === 'words' ? { ...typedFrom(this.kpi), ...words } : typed
		const valid_from = this.code === null || this.changes === 'words' ? null : parseDay(typed.valid_from)
		return {
			...counted,
			code: this.code,
			denominator: counted.kind === 'count' ? '' : counted.denominator,
			lag_days: Number(counted.lag_days),
			valid_from: valid_from ?? null,
		}
	}
}
