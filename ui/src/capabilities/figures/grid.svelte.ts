import {
	Answer,
	backend,
	type AppError,
	type CellActView,
	type GrainView,
	type GridCellView,
	type GridView,
} from '$lib/ipc'
import type { Size, Spot } from '$lib/grid'
import { cellAt, isWhole, placesOf, type Pair, type Place } from './places.ts'
import { keepingRows } from './rows.ts'
import { Unsaved, type PairKey, type UnsavedPair } from './unsaved.svelte.ts'

/** What is to stand in a cell. */
export type Change = { spot: Spot; text: string }
/** A pair with where it stands. */
type Touched = {
	place: Place
	key: PairKey
	pair: Pair & Pick<UnsavedPair, 'part'>
	stored: GridCellView | undefined
}

const nameOf = ({ adviser, kpi }: PairKey) => `${adviser}/${kpi}`
const keyOfTouched = ({ key }: Touched) => key
const waiting = ({ key, pair }: Touched): UnsavedPair => ({ ...key, ...pair, reason: null })

/** One period's advisers × KPIs: what is stored, what was typed and is not, and every write as one step. */
export class Grid {
	readonly answer = new Answer<GridView>()
	readonly unsaved = new Unsaved()
	grain = $state<GrainView>('month')
	/** Why a whole write did not happen. */
	error = $state.raw<AppError>()

	view = $derived(this.answer.value)
	places: Place[] = $derived(placesOf(this.view?.columns ?? []))
	size: Size = $derived({ rows: this.view?.rows.length ?? 0, columns: this.places.length })

	async load(period: string | null = this.view?.period ?? null): Promise<void> {
		await this.answer.take(backend.call('figures_grid', { grain: this.grain, period }))
	}

	async turnTo(grain: GrainView, period: string | null = null): Promise<void> {
		this.grain = grain
		await this.load(period)
	}

	/** What was typed in this period and is not stored. */
	unsavedHere: UnsavedPair[] = $derived(this.view ? this.unsaved.of(this.view.grain, this.view.period) : [])

	#unsavedBy: Record<string, Record<string, UnsavedPair>> = $derived.by(() => {
		const by: Record<string, Record<string, UnsavedPair>> = {}
		for (const pair of this.unsavedHere) (by[pair.adviser] ??= {})[pair.kpi] = pair
		return by
	})

	/** What was typed about an adviser in this period and is not stored, by KPI. */
	unsavedOf(adviser: string): Record<string, UnsavedPair> | undefined {
		return this.#unsavedBy[adviser]
	}

	keyOf(spot: Spot): PairKey | undefined {
		const row = this.view?.rows[spot.row]
		const place = this.places[spot.column]
		if (!this.view || !row || !place) return undefined
		return { grain: this.view.grain, period: this.view.period, adviser: row.adviser, kpi: place.kpi }
	}

	unsavedAt(spot: Spot): UnsavedPair | undefined {
		const key = this.keyOf(spot)
		return key && this.unsaved.get(key)
	}

	/** What stands in a cell: what was typed, else what is stored. */
	textAt(spot: Spot): string {
		const place = this.places[spot.column]
		return (place && (this.unsavedAt(spot) ?? this.storedAt(spot))?.[place.part]) ?? ''
	}

	storedAt(spot: Spot): GridCellView | undefined {
		return cellAt(this.view?.rows[spot.row], this.places[spot.column])
	}

	isClosed(spot: Spot): boolean {
		return this.storedAt(spot)?.closed ?? true
	}

	/** Whether the outcomes that a column counts are still to come. */
	isEarly(column: number): boolean {
		const kpi = this.places[column]?.kpi
		return this.view?.columns.some((one) => one.kpi === kpi && one.early) ?? false
	}

	/** The first cell in reading order where a figure is missing; the first cell when none is. */
	firstEmpty(): Spot {
		for (let row = 0; row < this.size.rows; row += 1)
			for (let column = 0; column < this.size.columns; column += 1) {
				const spot = { row, column }
				if (!this.isClosed(spot) && !this.isEarly(column) && this.textAt(spot) === '') return spot
			}
		return { row: 0, column: 0 }
	}

	/** Where a pair stands now, at the number that was typed last. */
	spotOf({ adviser, kpi, part }: Pick<UnsavedPair, 'adviser' | 'kpi' | 'part'>): Spot | undefined {
		const row = this.view?.rows.findIndex((one) => one.adviser === adviser) ?? -1
		const column = this.places.findIndex((place) => place.kpi === kpi && place.part === part)
		return row < 0 || column < 0 ? undefined : { row, column }
	}

	/** Writes what was typed or pasted as one step. A pair that is half there waits for its other half. */
	async enter(changes: Change[]): Promise<void> {
		const touched = this.#touch(changes)
		const changed = touched.filter((one) => !this.#isStored(one))
		const whole = changed.filter(({ place, pair }) => isWhole(place, pair))
		const half = changed.filter(({ place, pair }) => !isWhole(place, pair))
		const same = touched.filter((one) => this.#isStored(one))
		this.unsaved.change(half.map(waiting), same.map(keyOfTouched))
		if (whole.length > 0 && this.view) await this.#write(whole, this.view)
	}

	async #write(whole: Touched[], { grain, period }: GridView): Promise<void> {
		const cells = whole.map(({ key: { adviser, kpi }, pair: { numerator, denominator } }) => ({
			adviser,
			kpi,
			numerator,
			denominator,
		}))
		const result = await backend.call('figures_write', { grain, period, cells })
		this.error = result.ok ? undefined : result.error
		if (!result.ok) {
			this.unsaved.change(whole.map(waiting))
			return
		}
		const reasons: Record<string, string> = Object.fromEntries(
			result.value.refused.map(({ adviser, kpi, reason }) => [`${adviser}/${kpi}`, reason]),
		)
		const refused = whole.flatMap((one) => {
			const reason = reasons[nameOf(one.key)]
			return reason === undefined ? [] : [{ ...waiting(one), reason }]
		})
		this.unsaved.change(refused, whole.map(keyOfTouched))
		if (this.view?.period === period) this.answer.value = keepingRows(this.view, result.value.grid)
	}

	/** Pairs that the changes touch. */
	#touch(changes: Change[]): Touched[] {
		const touched: Record<string, Touched> = {}
		for (const { spot, text } of changes) {
			const key = this.keyOf(spot)
			const place = this.places[spot.column]
			if (!key || !place || this.isClosed(spot)) continue
			const name = nameOf(key)
			const { numerator, denominator } = touched[name]?.pair ?? this.#pairAt(spot)
			const pair = { numerator, denominator, [place.part]: text, part: place.part }
			touched[name] = { place, key, pair, stored: this.storedAt(spot) }
		}
		return Object.values(touched)
	}

	#pairAt(spot: Spot): Pair {
		return this.unsavedAt(spot) ?? this.storedAt(spot) ?? { numerator: '', denominator: '' }
	}

	/** A pair typed as it is stored only takes away what was typed before. */
	#isStored({ pair, stored }: Touched): boolean {
		return stored?.numerator === pair.numerator && stored.denominator === pair.denominator
	}

	/** Takes back what was typed into a pair; what is stored shows again. */
	putBack(spot: Spot): void {
		const key = this.keyOf(spot)
		if (key) this.unsaved.change([], [key])
	}

	async mark(spot: Spot, act: CellActView): Promise<void> {
		const key = this.keyOf(spot)
		if (key) await this.answer.take(backend.call('figures_mark', { ...key, act }))
	}
}
