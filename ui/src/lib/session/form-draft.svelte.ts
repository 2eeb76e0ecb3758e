import { dropDraft, keepSoon, takeDraft } from './drafts.ts'
import { session } from './session.svelte.ts'

/** Keeps a half-filled form as one sealed draft: locking loses nothing, leaving the form by choice forgets it. */
export class FormDraft<T extends object> {
	#field: string
	#typed: () => T
	#begun = ''
	#holds = false

	/** `field` names the form; `typed` reads what is typed now. */
	constructor(field: string, typed: () => T) {
		this.#field = field
		this.#typed = typed
	}

	/** What is typed now counts as stored. */
	begin(): void {
		this.#begun = JSON.stringify(this.#typed())
	}

	/** Called in an effect, so that it follows every key. */
	follow(): void {
		const text = JSON.stringify(this.#typed())
		if (this.#begun === '' || text === this.#begun) return
		this.#holds = true
		keepSoon(this.#field, () => ({ text, caret: 0 }))
	}

	/** What a lock left half-filled: the same fields as the form has, or nothing. */
	async recall(): Promise<Partial<T>> {
		const kept = await takeDraft(this.#field)
		if (!kept) return {}
		this.#holds = true
		try {
			return JSON.parse(kept.text) as Partial<T>
		} catch {
			return {}
		}
	}

	/** The form was stored, or left while the vault is open. */
	forget(): void {
		if (!this.#holds || session.phase !== 'open') return
		this.#holds = false
		void dropDraft(this.#field)
	}
}
