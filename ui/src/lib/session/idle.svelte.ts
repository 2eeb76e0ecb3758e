import { untrack } from 'svelte'
import { backend } from '$lib/ipc'
import { flushDrafts } from './drafts.ts'
import { session } from './session.svelte.ts'

const activity = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'focusin', 'input'] as const
const second = 1000
/** Activity is reported at most this often. */
export const reportEvery = 10 * second
/** So long before the vault locks the person is asked whether they are still there; half of a shorter limit. */
export const warnSeconds = 60

/** Counts from the last key, pointer or focus; Rust locks by its own clock, this only warns and keeps drafts. */
export class Idle {
	left = $state(Infinity)
	warning = $derived(this.left <= Math.min(warnSeconds, this.#allowed() / 2))
	#last: number
	#reported = -Infinity
	#now: () => number

	constructor(now: () => number = () => performance.now()) {
		this.#now = now
		this.#last = now()
	}

	/** Watches while a vault is open; the answer stops it. */
	start(): () => void {
		untrack(() => {
			this.seen()
		})
		// An effect may move the focus, and so come here: it must not end up depending on the time left.
		const seen = () => {
			untrack(() => {
				this.seen()
			})
		}
		for (const event of activity) document.addEventListener(event, seen, { capture: true, passive: true })
		const timer = setInterval(() => void this.tick(), second)
		return () => {
			clearInterval(timer)
			for (const event of activity) document.removeEventListener(event, seen, { capture: true })
			this.left = Infinity
		}
	}

	seen(): void {
		const now = this.#now()
		this.#last = now
		if (this.left !== Infinity) this.#count()
		if (now - this.#reported < reportEvery) return
		this.#reported = now
		void backend.call('vault_touch')
	}

	async tick(): Promise<void> {
		const wasWarning = this.warning
		this.#count()
		if (this.warning && !wasWarning) await flushDrafts()
		if (this.left <= 0) await session.refresh()
	}

	/** Seconds until it locks. */
	#allowed(): number {
		return (session.vault?.idle_minutes ?? 10) * 60
	}

	#count(): void {
		this.left = Math.max(0, Math.ceil(this.#allowed() - (this.#now() - this.#last) / second))
	}
}

export const idle = new Idle()
