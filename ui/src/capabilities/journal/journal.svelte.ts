import { Answer, backend, type JournalView } from '$lib/ipc'

/** So many entries make a page. */
export const pageSize = 50

/** The activity journal, newest first, a page at a time. */
export class Journal {
	readonly answer = new Answer<JournalView>()
	skip = $state(0)

	total = $derived(this.answer.value?.total ?? 0)
	first = $derived(this.total === 0 ? 0 : this.skip + 1)
	last = $derived(Math.min(this.total, this.skip + pageSize))
	hasNewer = $derived(this.skip > 0)
	hasOlder = $derived(this.last < this.total)

	async load(): Promise<void> {
		await this.answer.take(backend.call('journal_page', { skip: this.skip, take: pageSize }))
	}

	async turn(step: 1 | -1): Promise<void> {
		if (step > 0 ? !this.hasOlder : !this.hasNewer) return
		this.skip = Math.max(0, this.skip + step * pageSize)
		await this.load()
	}
}
