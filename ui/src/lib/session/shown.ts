import { backend } from '$lib/ipc'

/** A screen that takes no frames lets one or two be drawn before it stops asking for more. */
const frames = 3

/**
 * Tells Rust once that the page is drawn, or that somebody types into it all the same: on some Linux machines the
 * window stays blank, and then Rust starts the program anew (ux.md 1, row 22).
 */
export function tellShown(): void {
	const events = ['keydown', 'pointerdown']
	const tell = () => {
		for (const event of events) window.removeEventListener(event, tell, { capture: true })
		if (told) return
		told = true
		void backend.call('settings_shown')
	}
	let told = false
	for (const event of events) window.addEventListener(event, tell, { capture: true })
	const draw = (left: number) => {
		if (left === 0) tell()
		else
			requestAnimationFrame(() => {
				draw(left - 1)
			})
	}
	draw(frames)
}
