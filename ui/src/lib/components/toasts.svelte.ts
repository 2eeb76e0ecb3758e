/** Something to do about the news, such as doing again what was undone. */
type ToastAct = { label: string; run: () => void }
type Toast = { id: number; words: string; act?: ToastAct | undefined }

/**
 * Short news that may be missed; errors never come this way. News with something to do stays until it is closed or
 * other news comes (WCAG 2.2.1).
 */
class Toasts {
	list = $state<Toast[]>([])
	#next = 1

	say(words: string, act?: ToastAct): void {
		const id = this.#next++
		const read = this.list.filter((toast) => !toast.act)
		this.list = [...read.slice(-2), { id, words, act }]
		if (act) return
		setTimeout(() => {
			this.drop(id)
		}, 8000)
	}

	drop(id: number): void {
		this.list = this.list.filter((toast) => toast.id !== id)
	}
}

export const toasts = new Toasts()
