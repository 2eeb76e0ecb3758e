/** Everything a key can do outside a grid, a chart or a dialog. */
export type KeyAct =
	| 'palette'
	| 'lock'
	| 'quit'
	| 'undo'
	| 'redo'
	| 'add'
	| 'find'
	| 'print'
	| 'export'
	| 'settings'
	| 'help'
	| 'back'
	| 'forward'
	| 'previous-period'
	| 'next-period'
	| 'larger'
	| 'smaller'
	| 'normal'
	| 'next-region'
	| 'previous-region'
	| 'section'

/** One line of the keyboard map; `Mod` is Ctrl, and Cmd on macOS. Digits stand for the section's place. */
type KeyLine = { act: KeyAct; keys: readonly string[] }

/** The keyboard map of ux.md 8 as it comes. No single letters (WCAG 2.1.4). */
export const keymap: readonly KeyLine[] = [
	{ act: 'palette', keys: ['Mod+K'] },
	{ act: 'section', keys: ['Mod+1', 'Mod+2', 'Mod+3', 'Mod+4', 'Mod+5', 'Mod+6', 'Mod+7', 'Mod+8'] },
	{ act: 'undo', keys: ['Mod+Z'] },
	{ act: 'redo', keys: ['Mod+Shift+Z', 'Mod+Y'] },
	{ act: 'add', keys: ['Mod+N'] },
	{ act: 'find', keys: ['Mod+F'] },
	{ act: 'previous-period', keys: ['Mod+['] },
	{ act: 'next-period', keys: ['Mod+]'] },
	{ act: 'back', keys: ['Alt+ArrowLeft'] },
	{ act: 'forward', keys: ['Alt+ArrowRight'] },
	{ act: 'next-region', keys: ['F6'] },
	{ act: 'previous-region', keys: ['Shift+F6'] },
	{ act: 'lock', keys: ['Mod+L'] },
	{ act: 'quit', keys: ['Mod+Q'] },
	{ act: 'print', keys: ['Mod+P'] },
	{ act: 'export', keys: ['Mod+E'] },
	{ act: 'settings', keys: ['Mod+,'] },
	{ act: 'help', keys: ['F1', 'Mod+/'] },
	{ act: 'larger', keys: ['Mod+=', 'Mod++'] },
	{ act: 'smaller', keys: ['Mod+-'] },
	{ act: 'normal', keys: ['Mod+0'] },
]

/** Keys chosen in the settings, by what they do; `section` keeps its digits. */
let chosen = $state<Partial<Record<KeyAct, string>>>({})

/** Takes the keys of the settings; what is no act of this map is passed over. */
export function chooseKeys(keys: readonly { act: string; chord: string }[]): void {
	const isAct = (act: string) => keymap.some((line) => line.act === act)
	chosen = Object.fromEntries(keys.filter(({ act }) => isAct(act)).map(({ act, chord }) => [act, chord]))
}

/** The keyboard map as it holds now: a chosen chord stands in place of all others of its act. */
export function keysNow(): readonly KeyLine[] {
	return keymap.map((line) => {
		const own = chosen[line.act]
		return own === undefined ? line : { act: line.act, keys: [own] }
	})
}

/** Chords of the system and of every text field, which no act may take. */
const reserved = ['Mod+C', 'Mod+V', 'Mod+X', 'Mod+A', 'Mod+Q', 'Mod+W', 'Alt+F4', 'Alt+Tab']

/** Why a chord cannot stand for an act: a key alone, one of the system's, or what it stands for already. */
export function keyRefusal(act: KeyAct, chord: string): 'plain' | 'reserved' | KeyAct | undefined {
	if (!/^(Mod|Alt)\+.|^(Shift\+)?F\d{1,2}$/.test(chord)) return 'plain'
	if (reserved.includes(chord)) return 'reserved'
	return keysNow().find((line) => line.act !== act && line.keys.includes(chord))?.act
}

export const isMac = navigator.userAgent.includes('Mac OS')

/** The chord of an event as the map writes it. */
export function chordOf(event: KeyboardEvent, mac = isMac): string {
	const mod = mac ? event.metaKey : event.ctrlKey
	const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
	const shift = event.shiftKey && (event.key.length > 1 || /[A-Z]/.test(key))
	return [mod && 'Mod', event.altKey && 'Alt', shift && 'Shift', key].filter(Boolean).join('+')
}

/** What an event asks for, and for sections which one, from 0. */
export function actOf(event: KeyboardEvent, mac = isMac): { act: KeyAct; place: number } | undefined {
	const chord = chordOf(event, mac)
	for (const line of keysNow()) {
		const place = line.keys.indexOf(chord)
		if (place >= 0) return { act: line.act, place }
	}
	return undefined
}

const shownAs: Record<string, string> = { ArrowLeft: '←', ArrowRight: '→', '-': '−' }

/** A chord as people read it: "Ctrl Shift Z", "⌘ K". */
export function shownKeys(chord: string, mac = isMac): string[] {
	return chord
		.replace('++', '+plus')
		.split('+')
		.map((part) => (part === 'Mod' ? (mac ? '⌘' : 'Ctrl') : part === 'plus' ? '+' : (shownAs[part] ?? part)))
}

/** The first chord of an act, for a menu or a button. */
export function keysOf(act: KeyAct): string {
	const line = keysNow().find((candidate) => candidate.act === act)
	return shownKeys(line?.keys[0] ?? '').join(' ')
}
