import { t } from '$lib/i18n'

/** What stands at the head of the window: the page's name, and "Error:" before it while the page shows errors. */
class WindowTitle {
	page = $state('')
	#failing = $state(0)

	words = $derived(t(this.#failing > 0 ? 'errors-title' : 'app-window-title', { page: this.page }))

	/** Called by a list of errors that is shown; the answer takes it back. */
	fail(): () => void {
		this.#failing += 1
		return () => {
			this.#failing -= 1
		}
	}
}

export const windowTitle = new WindowTitle()
