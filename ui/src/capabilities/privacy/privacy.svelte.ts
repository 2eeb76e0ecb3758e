import { Answer, backend, type InventoryView } from '$lib/ipc'

/** What is held, about whom and until when, from the list in the code that also says what each field is for. */
export class Privacy {
	readonly answer = new Answer<InventoryView>()

	async load(): Promise<void> {
		await this.answer.take(backend.call('privacy_inventory'))
	}
}
