type Toast = { id: number; words: string }

/** Short news that may be missed; errors never come this way. */
class Toasts {
	list = $state<Toast[]>([])
	#next = 1

	say(words: string): void {
		const id = this.#next++
		this.list = [...this.list.slice(-2), { id, words }]
		setTimeout(() => {
			this.drop(id)
		}, 8000)
	}

	drop(id: number): void {
		this.list = this.list.filter((toast) => toast.id !== id)
	}
}

export const toasts = new Toasts()
