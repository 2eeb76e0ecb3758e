import { toasts } from '$lib/components'
import { t } from '$lib/i18n'
import { Answer, backend, type BlockView, type KpiListView, type KpiView, type RosterView } from '$lib/ipc'
import { EndForm, TargetForm } from './target.svelte.ts'

export type Shown = 'used' | 'library' | 'pack' | 'local'

const blocks: readonly BlockView[] = ['leading', 'lagging', 'quality', 'context']

/** Where a KPI stands: in use; else one of this vault's own, of the recruitment pack, or of the library. */
export function standing(kpi: Pick<KpiView, 'active' | 'local' | 'code'>): Shown {
	if (kpi.active) return 'used'
	if (kpi.local) return 'local'
	return /^R\d/.test(kpi.code) ? 'pack' : 'library'
}

/** All KPIs: what is counted, why, and against which targets. */
export class Kpis {
	readonly answer = new Answer<KpiListView>()
	readonly roster = new Answer<RosterView>()
	readonly target: TargetForm
	readonly end: EndForm
	shown = $state<Shown>('used')
	wanted = $state('')

	constructor() {
		this.target = new TargetForm('kpis/target', (asked) => this.answer.take(asked))
		this.end = new EndForm('kpis/end', (asked) => this.answer.take(asked))
	}

	all = $derived(this.answer.value?.kpis ?? [])
	/** KPIs of the chosen place that fit what was typed, by block. */
	groups = $derived.by(() => {
		const words = this.wanted.toLowerCase().split(/\s+/).filter(Boolean)
		const fits = (kpi: KpiView) => {
			const known = `${kpi.code} ${kpi.name} ${kpi.numerator} ${kpi.denominator}`.toLowerCase()
			return words.every((word) => known.includes(word))
		}
		const found = this.all.filter((kpi) => standing(kpi) === this.shown && fits(kpi))
		return blocks
			.map((block) => ({ block, kpis: found.filter((kpi) => kpi.block === block) }))
			.filter(({ kpis }) => kpis.length > 0)
	})
	/** Whether the chosen place is empty, whatever was typed. */
	bare = $derived(this.all.every((kpi) => standing(kpi) !== this.shown))
	advisers = $derived(this.roster.value?.advisers ?? [])

	async load(): Promise<void> {
		await Promise.all([
			this.answer.take(backend.call('kpis_list')),
			this.roster.take(backend.call('team_list')),
		])
		await Promise.all([this.target.resume(this.all), this.end.resume(this.all)])
	}

	async use(kpi: KpiView): Promise<void> {
		const active = !kpi.active
		const result = await this.answer.take(backend.call('kpis_use', { code: kpi.code, active }))
		if (result.ok) toasts.say(t(active ? 'kpis-used' : 'kpis-stopped', { name: kpi.name }))
	}

	nameOf(code: string): string {
		return this.all.find((kpi) => kpi.code === code)?.name ?? code
	}

	aliasOf(adviser: string): string {
		return this.advisers.find(({ id }) => id === adviser)?.alias ?? ''
	}
}
