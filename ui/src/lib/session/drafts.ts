import { backend, type DraftView } from '$lib/ipc'

/** What is half-typed, asked for when it is kept. */
type Reading = () => Pick<DraftView, 'text' | 'caret'>

const pause = 400
/** Whoever goes on typing loses no more than this, in milliseconds. */
const most = 2000
/** A longer text is not kept; no field takes one. */
const longest = 20_000
/** So many letters go in one question at most. */
const load = 250_000
/** The field that stands for the screen itself. */
const screen = 'screen'

/** Fields whose half-typed text the vault holds. */
const held = new Set<string>()
/** The address the vault holds for it. */
let screenHeld = ''
const pending = new Map<string, Reading>()
let timer: ReturnType<typeof setTimeout> | undefined
/** When the oldest text that is still on its way was typed. */
let since: number | undefined

/**
 * Keeps what is half-typed in a field or a form, so that locking loses nothing: it goes encrypted into the vault a
 * moment after the last key.
 */
export function keepSoon(field: string, read: Reading): void {
	pending.set(field, read)
	clearTimeout(timer)
	const now = performance.now()
	since ??= now
	timer = setTimeout(() => void flushDrafts(), Math.max(0, Math.min(pause, since + most - now)))
}

/** What was half-typed, if anything. */
export async function takeDraft(field: string): Promise<DraftView | undefined> {
	return (await takeDrafts(field)).find((kept) => kept.field === field)
}

/** What was half-typed in a field, and in those whose names go on from it after a stroke. */
export async function takeDrafts(field: string): Promise<DraftView[]> {
	const kept = await backend.call('vault_take_drafts', field)
	if (!kept.ok) return []
	for (const one of kept.value) if (one.field !== screen) held.add(one.field)
	return kept.value
}

/** Keeps everything that is still on its way, with the screen it was typed on; called before the vault locks. */
export async function flushDrafts(): Promise<void> {
	clearTimeout(timer)
	since = undefined
	const drafts = [...pending].map(([field, read]) => ({ field, ...read() }))
	pending.clear()
	await send(drafts.map((one) => (one.text.length > longest ? { ...one, text: '' } : one)))
}

async function send(drafts: DraftView[]): Promise<void> {
	const given = drafts.map(({ field }) => field)
	const still = [...held].some((field) => !given.includes(field)) || drafts.some(({ text }) => text !== '')
	// With nothing half-typed any more, there is no screen to go back to.
	const here = still ? location.hash : ''
	const place = here === screenHeld ? [] : [{ field: screen, text: here, caret: 0 }]
	await Promise.all(inLoads([...drafts, ...place]).map(keep))
}

/** A vault that has just locked refuses, and keeps what it has. */
async function keep(drafts: DraftView[]): Promise<void> {
	const result = await backend.call('vault_keep_drafts', drafts)
	if (!result.ok) return
	for (const { field, text } of drafts)
		if (field === screen) screenHeld = text
		else if (text === '') held.delete(field)
		else held.add(field)
}

function inLoads(drafts: DraftView[]): DraftView[][] {
	const loads: DraftView[][] = []
	let room = 0
	for (const one of drafts) {
		if (loads.length === 0 || room < one.text.length) {
			loads.push([])
			room = load
		}
		room -= one.text.length
		loads.at(-1)?.push(one)
	}
	return loads
}

/** The screen something was half-typed on when the vault locked; the window is another one since. */
export async function takeScreen(): Promise<string | undefined> {
	const kept = await takeDraft(screen)
	if (!kept) return undefined
	await keep([{ ...kept, text: '' }])
	return kept.text
}

/** Forgets drafts whose text has been stored or given up. */
export async function dropDrafts(fields: string[]): Promise<void> {
	for (const field of fields) pending.delete(field)
	await send(fields.map((field) => ({ field, text: '', caret: 0 })))
}
