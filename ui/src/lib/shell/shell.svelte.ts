import { backend } from '$lib/ipc'
import { actOf, isTyping, moveRegion, type KeyAct } from '$lib/keys'
import { router, type Params, type RouteName } from '$lib/router'
import { period, session, settings } from '$lib/session'
import { actions } from './actions.svelte.ts'
import { isWithin, sectionsOf, type Section } from './sections.ts'

/** Where a section of `UndoneView` is shown, when that is not its own name. */
const places: Record<string, RouteName> = { team: 'advisers', intake: 'batches' }

/** The frame around an open vault: what is reachable, and what each key does. */
export class Shell {
	paletteOpen = $state(false)
	railOpen = $state(false)
	readonly sections: Section[]
	readonly has: (route: RouteName) => boolean

	constructor(has: (route: RouteName) => boolean) {
		this.has = has
		this.sections = sectionsOf(has)
	}

	here = $derived.by(() => this.sections.find((section) => isWithin(section, router.route.name)))

	go(route: RouteName, params: Params = {}): void {
		this.railOpen = false
		router.go(route, params)
	}

	/** Undoes and goes to the place it concerns, so that nothing changes out of sight. */
	async undo(way: 'undo' | 'redo'): Promise<void> {
		const undone = await session[way]()
		if (!undone) return
		const { section, place } = undone
		const route = places[section] ?? (section as RouteName)
		const { name, params } = router.route
		// The grid turns to the period by itself and keeps its cursor.
		const isHere =
			name === route &&
			(route !== 'chart' || (params['adviser'] === place['adviser'] && params['kpi'] === place['kpi']))
		const isPlace = route !== 'chart' || place['kpi'] !== undefined
		if (!isHere && isPlace && this.has(route)) this.go(route, place)
	}

	#acts: Partial<Record<KeyAct, () => void>> = {
		palette: () => (this.paletteOpen = true),
		lock: () => void session.lock(),
		quit: () => void backend.call('vault_quit'),
		undo: () => void this.undo('undo'),
		redo: () => void this.undo('redo'),
		settings: () => {
			this.go('settings')
		},
		help: () => {
			this.go('help')
		},
		export: () => {
			if (this.has('releases')) this.go('releases')
		},
		// A screen without a search of its own is searched by the palette, which knows everybody and every KPI.
		find: () => (this.paletteOpen = true),
		back: () => {
			router.back()
		},
		forward: () => {
			router.forward()
		},
		'previous-period': () => {
			period.previous()
		},
		'next-period': () => {
			period.next()
		},
		larger: () => void settings.resize(1),
		smaller: () => void settings.resize(-1),
		normal: () => void settings.resize(0),
		'next-region': () => {
			moveRegion(1)
		},
		'previous-region': () => {
			moveRegion(-1)
		},
	}

	key(event: KeyboardEvent): void {
		const asked = actOf(event)
		if (!asked || event.defaultPrevented || isTaken(asked.act, event.target)) return
		const section = asked.act === 'section' ? this.sections[asked.place] : undefined
		const act = section
			? () => {
					this.go(section.route)
				}
			: (actions.forKey(asked.act) ?? this.#acts[asked.act])
		if (!act) return
		event.preventDefault()
		act()
	}
}

/**
 * In a text field Ctrl+Z is the field's own undo, and a dialog keeps all keys to itself; but whoever walks away from
 * it locks or quits all the same.
 */
function isTaken(act: KeyAct, target: EventTarget | null): boolean {
	if (act === 'lock' || act === 'quit') return false
	const isOfField = (act === 'undo' || act === 'redo') && isTyping(target)
	return isOfField || document.querySelector('dialog[open]') !== null
}
