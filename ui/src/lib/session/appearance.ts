import type { SettingsView } from '$lib/ipc'

/** Puts theme, row height and text size on the page; the style sheet does the rest. */
export function applyAppearance(settings: Pick<SettingsView, 'theme' | 'density' | 'text_size'>): void {
	const root = document.documentElement
	root.dataset['theme'] = settings.theme
	root.dataset['density'] = settings.density
	root.style.fontSize = `${settings.text_size}%`
}
