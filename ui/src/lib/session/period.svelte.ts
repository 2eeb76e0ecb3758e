/** The month that screens show, moved from the top bar or with Ctrl+[ and Ctrl+]. */
export type ShownMonth = { month: string; words: string; previous: string | null; next: string | null }

class Period {
	/** What screens ask for; nothing asks for the last month with figures. */
	wanted = $state<string | null>(null)
	/** What the screen shows now; nothing when it shows no month. */
	shown = $state<ShownMonth>()

	/** Called by a screen when its answer has come; the answer of this takes the picker away again. */
	show(shown: ShownMonth): () => void {
		this.shown = shown
		return () => {
			this.shown = undefined
		}
	}

	previous(): void {
		if (this.shown?.previous) this.wanted = this.shown.previous
	}

	next(): void {
		if (this.shown?.next) this.wanted = this.shown.next
	}
}

export const period = new Period()
