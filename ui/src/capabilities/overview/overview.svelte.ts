import { t } from '$lib/i18n'
import { Answer, backend, type FileFormatView, type NeedView, type OverviewView } from '$lib/ipc'
import { NamedFile } from '$lib/passphrase'
import { router } from '$lib/router'

/** What the table or a small chart is looked at: its usual range stands in words above the table. */
export type Pointed = { alias: string; kpi: string; range: string }

/** How the team is shown; the choice outlives the screen. */
let chosen: 'table' | 'charts' = 'table'

/** The month of the team: what needs the manager, then advisers by alias. Nobody is marked or ordered by result. */
export class Overview {
	readonly answer = new Answer<OverviewView>()
	readonly file = new NamedFile()
	view = $derived(this.answer.value)
	pointed = $state.raw<Pointed>()
	#shown = $state(chosen)

	get shown(): 'table' | 'charts' {
		return this.#shown
	}

	set shown(wanted: 'table' | 'charts') {
		chosen = wanted
		this.#shown = wanted
	}

	/** What the words above the table say: of the cell in focus or under the pointer, else of all. */
	shaded = $derived.by(() => {
		if (!this.pointed) return t('overview-shaded')
		return t('overview-pointed', this.pointed)
	})

	async load(month: string | null): Promise<void> {
		await this.answer.take(backend.call('scorecard_overview', { month }))
	}

	act(need: NeedView): void {
		if (need.kind === 'recovery') router.go('recovery')
		else if (need.kind === 'recovery_check') router.go('settings', { check: 'recovery' })
		else router.go('figures', need.period === null ? {} : { period: need.period })
	}

	async report(format: FileFormatView): Promise<void> {
		await this.file.write({ adviser: null, month: this.view?.month ?? null, from: null, format })
	}
}
