import { createSubscriber } from 'svelte/reactivity'
import { settings } from './settings.svelte.ts'

/** Below so many rem the rail becomes a menu and tables become cards; the frame's style sheet has the same number. */
const least = 56

/** How much room there is, in letters rather than in pixels: larger text counts as a smaller window. */
class Room {
	#follow = createSubscriber((changed) => {
		window.addEventListener('resize', changed)
		return () => {
			window.removeEventListener('resize', changed)
		}
	})

	get narrow(): boolean {
		this.#follow()
		const letter = (16 * (settings.value?.text_size ?? 100)) / 100
		return window.innerWidth / letter <= least
	}
}

export const room = new Room()
