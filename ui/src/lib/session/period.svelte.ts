import type { PeriodChoiceView } from '$lib/ipc'

/** The month that screens show, moved from the top bar or with Ctrl+[ and Ctrl+]. */
export type ShownMonth = { month: string; words: string; previous: string | null; next: string | null }

/** How a screen moves that shows periods of its own, such as weeks: what can be chosen, and where a choice goes. */
export type OwnPeriods = { choices: PeriodChoiceView[]; go: (period: string) => void }

class Period {
	/** What screens ask for; nothing asks for the last month with figures. */
	wanted = $state<string | null>(null)
	/** What the screen shows now; nothing when it shows no month. */
	shown = $state<ShownMonth>()
	#own = $state.raw<OwnPeriods>()

	/** Periods offered by name, the newest first; none when the screen offers only the neighbours. */
	choices = $derived(this.#own?.choices ?? [])

	/** Called by a screen when its answer has come; the answer of this takes the picker away again. */
	show(shown: ShownMonth, own?: OwnPeriods): () => void {
		this.shown = shown
		this.#own = own
		return () => {
			this.shown = undefined
			this.#own = undefined
		}
	}

	/** As `show`, for a screen that follows the month wanted and says which months there are, newest first. */
	showOneOf(months: PeriodChoiceView[], month: string): () => void {
		const at = months.findIndex((one) => one.period === month)
		const previous = months[at + 1]?.period ?? null
		const next = months[at - 1]?.period ?? null
		const go = (wanted: string) => {
			this.wanted = wanted
		}
		return this.show({ month, words: months[at]?.words ?? month, previous, next }, { choices: months, go })
	}

	choose(period: string): void {
		if (this.#own) this.#own.go(period)
		else this.wanted = period
	}

	previous(): void {
		if (this.shown?.previous) this.choose(this.shown.previous)
	}

	next(): void {
		if (this.shown?.next) this.choose(this.shown.next)
	}
}

export const period = new Period()
