import { t } from '$lib/i18n'
import { backend } from '$lib/ipc'
import { keysOf, type KeyAct } from '$lib/keys'
import type { Params, RouteName } from '$lib/router'
import { session, settings } from '$lib/session'
import type { Command } from './actions.svelte.ts'
import type { Shell } from './shell.svelte.ts'

/** Undo and redo with what they would change, as far as there is something. */
export function undoLabel(way: 'undo' | 'redo'): string {
	const what = session.vault?.[way]
	return what ? t(`app-menu-${way}-what`, { what }) : t(`app-menu-${way}`)
}

/** What can be done from every screen; what the screen in front offers itself has the same id. */
export function deedsOf(shell: Shell): Command[] {
	return [...begun(shell), ...ofEdit(shell), ...ofVault(shell), ...ofLooks(), ...ofHelp(shell)]
}

function begun(shell: Shell): Command[] {
	const places: { id: string; label: string; route: RouteName; params?: Params }[] = [
		{ id: 'figures-import', label: 'intake-title-file', route: 'intake' },
		{ id: 'advisers-add', label: 'advisers-add', route: 'adviser', params: { adviser: 'new' } },
		{ id: 'kpis-add', label: 'kpis-add', route: 'kpis', params: { amend: 'new' } },
		{ id: 'summary-new', label: 'releases-way-summary-act', route: 'summary' },
	]
	return places
		.filter(({ route }) => shell.has(route))
		.map(({ id, label, route, params }) => ({
			id,
			group: 'do',
			label: t(label),
			run: () => {
				shell.go(route, params)
			},
		}))
}

function ofEdit(shell: Shell): Command[] {
	return (['undo', 'redo'] as const)
		.filter((way) => session.vault?.[way])
		.map((way) => ({
			id: way,
			group: 'do',
			label: undoLabel(way),
			keys: keysOf(way),
			run: () => void shell.undo(way),
		}))
}

function ofVault(shell: Shell): Command[] {
	const recovery = deed('recovery', () => {
		shell.go('recovery')
	})
	return [
		deed('lock', () => void session.lock(), 'lock'),
		// A throwaway vault opens for nobody again.
		...(session.vault?.sample ? [] : [recovery]),
		deed(
			'settings',
			() => {
				shell.go('settings')
			},
			'settings',
		),
		deed('close', () => void backend.call('vault_close')),
		deed('quit', () => void backend.call('vault_quit'), 'quit'),
	]
}

function ofLooks(): Command[] {
	return [
		deed('larger', () => void settings.resize(1), 'larger'),
		deed('smaller', () => void settings.resize(-1), 'smaller'),
		deed('light', () => void settings.save({ theme: 'light' })),
		deed('dark', () => void settings.save({ theme: 'dark' })),
	]
}

function ofHelp(shell: Shell): Command[] {
	const help = deed(
		'help',
		() => {
			shell.go('help')
		},
		'help',
	)
	const about = deed('about', () => {
		shell.go('about')
	})
	return [help, about].map((command) => ({ ...command, group: 'help' }))
}

function deed(id: string, run: () => void, act?: KeyAct): Command {
	return { id, group: 'do', label: t(`app-menu-${id}`), run, ...(act && { keys: keysOf(act) }) }
}
