import { watch, backend, type GrainView, type UndoneView } from '$lib/ipc'
import { Cursor } from './cursor.svelte.ts'
import { Editor } from './editor.svelte.ts'
import { Grid } from './grid.svelte.ts'
import { Keeping } from './keeping.svelte.ts'

const grains: readonly GrainView[] = ['day', 'week', 'month', 'quarter']

/** The screen: which grains there are, which period is shown, and what was half-typed before. */
export class Figures {
	readonly grid = new Grid()
	readonly cursor = new Cursor(this.grid)
	readonly editor = new Editor(this.grid, this.cursor)
	readonly keeping = new Keeping(this.grid, this.cursor, this.editor)
	/** Grains in which any KPI in use is reported. */
	grains = $state.raw<GrainView[]>([])
	/** Questions the person put off until the next visit. */
	later = $state<string[]>([])

	/** Opens a period, the one with something half-typed first; the answer of this stops following undo. */
	start(grain: GrainView | undefined, period: string | undefined): () => void {
		void this.#open(grain, period)
		return watch((command, result) => {
			if (result.ok && (command === 'vault_undo' || command === 'vault_redo'))
				void this.#follow((result.value as UndoneView).place)
		})
	}

	/** Shows what undoing changed: the period shown anew, or another one. */
	async #follow({ grain, period }: Record<string, string>): Promise<void> {
		const shown = this.grid.view?.period
		if (period === undefined || period === shown) await this.grid.load()
		else await this.grid.turnTo(grain as GrainView, period)
	}

	async #open(grain: GrainView | undefined, period: string | undefined): Promise<void> {
		await this.#findGrains()
		const kept = await this.keeping.recall()
		if (period === undefined && kept) await this.grid.turnTo(kept.grain, kept.period)
		else await this.grid.turnTo(grain ?? this.#usual, period ?? null)
		const { view } = this.grid
		if (kept && kept.grain === view?.grain && kept.period === view.period) kept.open()
		else this.cursor.go(this.grid.firstEmpty())
	}

	get #usual(): GrainView {
		return this.grains.includes('month') ? 'month' : (this.grains[0] ?? 'month')
	}

	async #findGrains(): Promise<void> {
		const kpis = await backend.call('kpis_list')
		if (!kpis.ok) return
		const used = kpis.value.kpis.filter((kpi) => kpi.active).map((kpi) => kpi.grain)
		this.grains = grains.filter((one) => used.includes(one))
	}

	/** Shows another period; the cursor goes to its first empty cell. */
	async turn(grain: GrainView, period: string | null): Promise<void> {
		await this.editor.commit()
		await this.grid.turnTo(grain, period)
		this.cursor.go(this.grid.firstEmpty())
	}
}
