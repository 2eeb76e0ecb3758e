import { untrack, type Component } from 'svelte'
import type { KeyAct } from '$lib/keys'

/** One line of the command palette. */
export type Command = {
	id: string
	group: 'go' | 'do' | 'help'
	label: string
	/** A muted word beside the label that tells two alike apart. */
	beside?: string
	icon?: Component
	keys?: string
	run: () => void
}

/** What the screen in front answers to: keys such as Ctrl+N, and lines of the palette. */
export type ScreenActions = { keys?: Partial<Record<KeyAct, () => void>>; commands?: () => Command[] }

class Actions {
	#stack = $state.raw<ScreenActions[]>([])

	/** A screen's actions while it is shown: call it in `$effect(() => actions.offer({...}))`. */
	offer(actions: ScreenActions): () => void {
		// Called in an effect, which must not come to depend on what it changes.
		this.#stack = [...untrack(() => this.#stack), actions]
		return () => {
			this.#stack = this.#stack.filter((held) => held !== actions)
		}
	}

	commands(): Command[] {
		return this.#stack.flatMap((held) => held.commands?.() ?? [])
	}

	/** What the screen does for a key, if anything; the latest one wins. */
	forKey(act: KeyAct): (() => void) | undefined {
		return this.#stack.findLast((held) => held.keys?.[act])?.keys?.[act]
	}
}

export const actions = new Actions()
