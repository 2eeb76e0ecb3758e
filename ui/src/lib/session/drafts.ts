import type { Attachment } from 'svelte/attachments'
import { backend, type DraftView } from '$lib/ipc'

type Typed = HTMLInputElement | HTMLTextAreaElement
/** What is half-typed, asked for when it is kept. */
type Reading = () => Pick<DraftView, 'text' | 'caret'>

const pause = 400
/** Fields whose half-typed text the vault holds. */
const held = new Set<string>()
/** The field that stands for the screen itself. */
const screen = 'screen'
let screenHeld = false
const pending = new Map<string, { read: Reading; timer: ReturnType<typeof setTimeout> }>()

/**
 * Keeps what is half-typed in a field, so that locking loses nothing: the text goes encrypted into the vault soon
 * after each key and comes back, with its caret, when the field is shown again.
 */
export function draft(field: string): Attachment<Typed> {
	return (element) => {
		const typed = () => {
			keepSoon(field, () => ({
				text: element.value,
				caret: element.selectionStart ?? element.value.length,
			}))
		}
		element.addEventListener('input', typed)
		void restore(field, element)
		return () => {
			forget(field)
			element.removeEventListener('input', typed)
		}
	}
}

/** Keeps something half-typed a moment after the last key; for what is more than the text of one field. */
export function keepSoon(field: string, read: Reading): void {
	forget(field)
	pending.set(field, { read, timer: setTimeout(() => void keep(field), pause) })
}

/** What was half-typed, if anything. */
export async function takeDraft(field: string): Promise<DraftView | undefined> {
	const kept = await backend.call('vault_take_draft', field)
	return kept.ok && kept.value?.text ? kept.value : undefined
}

function forget(field: string): void {
	clearTimeout(pending.get(field)?.timer)
	pending.delete(field)
}

async function keep(field: string): Promise<void> {
	const waiting = pending.get(field)
	if (!waiting) return
	forget(field)
	const reading = waiting.read()
	if (reading.text === '') held.delete(field)
	else held.add(field)
	await backend.call('vault_keep_draft', { field, ...reading })
	await leaveScreen()
}

async function restore(field: string, element: Typed): Promise<void> {
	const kept = await takeDraft(field)
	if (!kept || !element.isConnected) return
	element.value = kept.text
	element.dispatchEvent(new Event('input', { bubbles: true }))
	element.focus()
	element.setSelectionRange(kept.caret, kept.caret)
}

/** Keeps everything that is still on its way; called before the vault locks. */
export async function flushDrafts(): Promise<void> {
	await Promise.all([...pending.keys()].map(keep))
	if (held.size > 0) {
		screenHeld = true
		await backend.call('vault_keep_draft', { field: screen, text: location.hash, caret: 0 })
	}
}

/** The screen something was half-typed on when the vault locked; the window is another one since. */
export async function takeScreen(): Promise<string | undefined> {
	const kept = await takeDraft(screen)
	if (kept) await dropDraft(screen)
	return kept?.text
}

/** With nothing half-typed any more, there is no screen to go back to. */
async function leaveScreen(): Promise<void> {
	if (!screenHeld || held.size > 0) return
	screenHeld = false
	await backend.call('vault_keep_draft', { field: screen, text: '', caret: 0 })
}

/** Forgets a draft whose text has been stored. */
export async function dropDraft(field: string): Promise<void> {
	forget(field)
	held.delete(field)
	await backend.call('vault_keep_draft', { field, text: '', caret: 0 })
	await leaveScreen()
}
