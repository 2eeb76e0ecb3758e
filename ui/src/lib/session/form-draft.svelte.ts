import { tick } from 'svelte'
import type { Attachment } from 'svelte/attachments'
import { dropDrafts, keepSoon, takeDraft } from './drafts.ts'

/** Where the typing stands: which part of the form, and the caret in it. */
type Place = { at: number; caret: number }
/** What is kept of a form; the caret has its own place in a draft. */
type Kept<T> = { at: number; typed: T }

const isField = (part: Element): part is HTMLInputElement => 'selectionStart' in part

/**
 * Keeps a half-filled form as one sealed draft: locking loses nothing, leaving the form by choice forgets it. What
 * comes back has the caret where it stood.
 */
export class FormDraft<T extends object> {
	#field: string
	#typed: () => T
	#begun = ''
	#holds = false
	#form: HTMLFormElement | undefined
	#place: Place = { at: -1, caret: 0 }
	/** Whether the focus has to go back to its place. */
	#away = false

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
		const typed = this.#typed()
		const now = JSON.stringify(typed)
		if (this.#begun === '') return
		if (now === this.#begun) {
			this.forget()
			return
		}
		this.#holds = true
		this.#look()
		const { at, caret } = this.#place
		const text = JSON.stringify({ at, typed } satisfies Kept<T>)
		keepSoon(this.#field, () => ({ text, caret }))
	}

	/** What a lock left half-filled; nothing when there was nothing. */
	async recall(): Promise<Partial<T> | undefined> {
		const draft = await takeDraft(this.#field)
		const kept = draft && this.#parsed(draft.text)
		if (!kept) return undefined
		this.#holds = true
		this.#place = { at: kept.at, caret: draft.caret }
		this.#away = true
		return kept.typed
	}

	/** The form was stored, or left. When a lock closes it the vault refuses to forget, and keeps what it has. */
	forget(): void {
		if (!this.#holds) return
		this.#holds = false
		void dropDrafts([this.#field])
	}

	/** On the form itself: knows which field is typed into, and goes back to it. */
	readonly form: Attachment<HTMLFormElement> = (form) => {
		this.#form = form
		// The screen or the dialog puts the focus somewhere first.
		if (this.#away)
			void tick().then(() => {
				this.#goBack(form)
			})
		return () => {
			this.#form = undefined
		}
	}

	#look(): void {
		const parts = [...(this.#form?.elements ?? [])]
		const at = parts.findIndex((part) => part === document.activeElement)
		const here = parts[at]
		if (here) this.#place = { at, caret: (isField(here) ? here.selectionStart : null) ?? 0 }
	}

	#goBack(form: HTMLFormElement): void {
		const { at, caret } = this.#place
		const part = form.elements[at]
		this.#away = false
		if (!(part instanceof HTMLElement)) return
		part.focus()
		if (isField(part) && part.selectionStart !== null) part.setSelectionRange(caret, caret)
	}

	/** What a draft of an earlier version may hold is not trusted. */
	#parsed(text: string): Kept<Partial<T>> | undefined {
		try {
			const kept: unknown = JSON.parse(text)
			const whole = typeof kept === 'object' && kept !== null && 'at' in kept && 'typed' in kept
			return whole ? (kept as Kept<Partial<T>>) : undefined
		} catch {
			return undefined
		}
	}
}
