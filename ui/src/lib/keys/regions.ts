/** Regions of the window in the order F6 visits them; each carries `data-region`. */
export function moveRegion(step: 1 | -1): void {
	const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(isShown)
	// The innermost: the side of a page lies within its main region.
	const here = regions.findLastIndex((region) => region.contains(document.activeElement))
	const next = regions[(here + step + regions.length) % regions.length]
	const target = next?.querySelector<HTMLElement>('h1, [aria-current=page], button, a, input')
	target?.focus()
}

/** In little room the rail is not shown, and nothing in it can have the focus. */
function isShown(region: HTMLElement): boolean {
	return getComputedStyle(region).display !== 'none'
}

/** Whether a key belongs to the text field that has the focus: its own undo comes first. */
export function isTyping(target: EventTarget | null): boolean {
	if (!(target instanceof HTMLElement)) return false
	return target.isContentEditable || /^(textarea|select)$/i.test(target.tagName) || isTextInput(target)
}

function isTextInput(target: HTMLElement): boolean {
	return target instanceof HTMLInputElement && !/^(radio|checkbox|button|range)$/.test(target.type)
}
