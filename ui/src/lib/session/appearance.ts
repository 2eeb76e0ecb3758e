import type { SettingsView } from '$lib/ipc'

/** Puts theme, row height, motion and text size on the page; the style sheet does the rest. */
export function applyAppearance(
	settings: Pick<SettingsView, 'theme' | 'density' | 'text_size' | 'motion'>,
): void {
	const root = document.documentElement
	root.dataset['theme'] = settings.theme
	root.dataset['density'] = settings.density
	root.dataset['motion'] = settings.motion
	root.style.fontSize = `${settings.text_size}%`
}
