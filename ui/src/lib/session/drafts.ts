import type { Attachment } from 'svelte/attachments'
import { backend } from '$lib/ipc'

type Typed = HTMLInputElement | HTMLTextAreaElement

const pause = 400
const pending = new Map<string, Typed>()

/**
 * Keeps what is half-typed in a field, so that locking loses nothing: the text goes encrypted into the vault soon
 * after each key and comes back, with its caret, when the field is shown again.
 */
export function draft(field: string): Attachment<Typed> {
	return (element) => {
		let timer: ReturnType<typeof setTimeout> | undefined
		const typed = () => {
			pending.set(field, element)
			clearTimeout(timer)
			timer = setTimeout(() => void keep(field), pause)
		}
		element.addEventListener('input', typed)
		void restore(field, element)
		return () => {
			clearTimeout(timer)
			pending.delete(field)
			element.removeEventListener('input', typed)
		}
	}
}

async function keep(field: string): Promise<void> {
	const element = pending.get(field)
	if (!element) return
	pending.delete(field)
	const caret = element.selectionStart ?? element.value.length
	await backend.call('vault_keep_draft', { field, text: element.value, caret })
}

async function restore(field: string, element: Typed): Promise<void> {
	const kept = await backend.call('vault_take_draft', field)
	if (!kept.ok || !kept.value?.text || !element.isConnected) return
	element.value = kept.value.text
	element.dispatchEvent(new Event('input', { bubbles: true }))
	element.focus()
	element.setSelectionRange(kept.value.caret, kept.value.caret)
}

/** Keeps everything that is still on its way; called before the vault locks. */
export async function flushDrafts(): Promise<void> {
	await Promise.all([...pending.keys()].map(keep))
}

/** Forgets a draft whose text has been stored. */
export async function dropDraft(field: string): Promise<void> {
	pending.delete(field)
	await backend.call('vault_keep_draft', { field, text: '', caret: 0 })
}
