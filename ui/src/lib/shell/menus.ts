import type { MenuEntry } from '$lib/components'
import { t } from '$lib/i18n'
import { keysOf } from '$lib/keys'
import { backend } from '$lib/ipc'
import { router } from '$lib/router'
import { session, settings } from '$lib/session'
import { undoLabel } from './deeds.ts'
import type { Shell } from './shell.svelte.ts'

/** A menu of the in-window bar; `key` is its Alt mnemonic. */
export type BarMenu = { label: string; key: string; entries: MenuEntry[] }

const entry = (key: string, run: () => void, keys?: string, off = false): MenuEntry => ({
	label: t(key),
	run,
	off,
	...(keys && { keys }),
})

/** What the vault's name opens. */
export function vaultMenu(shell: Shell): MenuEntry[] {
	const recovery = entry('app-menu-recovery', () => {
		router.go('recovery')
	})
	return [
		entry(
			'app-menu-settings',
			() => {
				shell.go('settings')
			},
			keysOf('settings'),
		),
		// A throwaway vault opens for nobody again.
		...(session.vault?.sample ? [] : [recovery]),
		entry('app-menu-lock', () => void session.lock(), keysOf('lock')),
		entry('app-menu-close', () => void backend.call('vault_close')),
	]
}

function editMenu(shell: Shell): MenuEntry[] {
	const { vault } = session
	return [
		...(['undo', 'redo'] as const).map((way) => ({
			label: undoLabel(way),
			keys: keysOf(way),
			off: !vault?.[way],
			run: () => void shell.undo(way),
		})),
		entry('app-menu-find', () => (shell.paletteOpen = true), keysOf('palette')),
	]
}

function goMenu(shell: Shell): MenuEntry[] {
	return [
		...shell.sections.map((section, place) =>
			entry(
				section.label,
				() => {
					shell.go(section.route)
				},
				keysOf('section', place),
			),
		),
		entry(
			'app-menu-back',
			() => {
				router.back()
			},
			keysOf('back'),
		),
		entry(
			'app-menu-forward',
			() => {
				router.forward()
			},
			keysOf('forward'),
		),
	]
}

const quit = () => entry('app-menu-quit', () => void backend.call('vault_quit'), keysOf('quit'))

/** The menu bar of Windows and Linux; macOS has its own at the top of the screen. */
export function barMenus(shell: Shell): BarMenu[] {
	return [
		{ label: t('app-menu-file'), key: 'f', entries: [...vaultMenu(shell), quit()] },
		{ label: t('app-menu-edit'), key: 'e', entries: editMenu(shell) },
		{
			label: t('app-menu-view'),
			key: 'v',
			entries: [
				entry('app-menu-larger', () => void settings.resize(1), keysOf('larger')),
				entry('app-menu-smaller', () => void settings.resize(-1), keysOf('smaller')),
				entry('app-menu-normal', () => void settings.resize(0), keysOf('normal')),
			],
		},
		{ label: t('app-menu-go'), key: 'g', entries: goMenu(shell) },
		{
			label: t('app-help'),
			key: 'h',
			entries: [
				entry(
					'app-menu-help',
					() => {
						shell.go('help')
					},
					keysOf('help'),
				),
				entry('app-menu-about', () => {
					shell.go('about')
				}),
			],
		},
	]
}
