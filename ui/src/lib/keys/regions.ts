/** Where the focus goes in a region, the best first. */
const stops = ['h1', '[aria-current=page]', 'h2[tabindex]', 'button, a, input']

/** Goes to the next region of the window that is shown; each carries `data-region`, and one may lie in another. */
export function moveRegion(step: 1 | -1): void {
	const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(isShown)
	// The region inside another comes after it, so the last one is the innermost.
	const here = regions.findLastIndex((region) => region.contains(document.activeElement))
	const from = here < 0 && step < 0 ? 0 : here
	const next = regions[(from + step + regions.length) % regions.length]
	if (next) stopIn(next)?.focus()
}

function stopIn(region: HTMLElement): HTMLElement | undefined {
	const found = stops.flatMap((stop) => [...region.querySelectorAll<HTMLElement>(stop)])
	return found.find(isShown)
}

function isShown(element: HTMLElement): boolean {
	return !('checkVisibility' in element) || element.checkVisibility()
}

/** Whether a key belongs to the text field that has the focus: its own undo comes first. */
export function isTyping(target: EventTarget | null): boolean {
	if (!(target instanceof HTMLElement)) return false
	return target.isContentEditable || /^(textarea|select)$/i.test(target.tagName) || isTextInput(target)
}

function isTextInput(target: HTMLElement): boolean {
	return target instanceof HTMLInputElement && !/^(radio|checkbox|button|range)$/.test(target.type)
}
