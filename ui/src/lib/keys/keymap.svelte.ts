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

/** The sections' keys, by the one of the first: what is held stays, the digit is the section's place. */
const sectionKeys = (first: string) => Array.from({ length: 8 }, (_, at) => `${first.slice(0, -1)}${at + 1}`)

/** Sections there are by now, of which the list of keys speaks. */
const sectionsNow = 5

/** The keyboard map of ux.md 8 as it comes. No single letters (WCAG 2.1.4). */
export const keymap: readonly KeyLine[] = [
	{ act: 'palette', keys: ['Mod+K'] },
	{ act: 'section', keys: sectionKeys('Mod+1') },
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

/** Keys chosen in the settings, by what they do; that of `section` is the first section's. */
let chosen = $state<Partial<Record<KeyAct, string>>>({})

/** Takes the keys of the settings; what is no act of this map is passed over. */
export function chooseKeys(keys: readonly { act: string; chord: string }[]): void {
	const isAct = (act: string) => keymap.some((line) => line.act === act)
	chosen = Object.fromEntries(keys.filter(({ act }) => isAct(act)).map(({ act, chord }) => [act, chord]))
}

/** The keyboard map as it holds now: a chosen chord stands in place of all others of its act. */
export function keysNow(): readonly KeyLine[] {
	return keymap.map(({ act, keys }) => {
		const own = chosen[act]
		return { act, keys: own === undefined ? keys : chordsFor(act, own) }
	})
}

/** The map as it is listed: of the sections' keys only the first and the last. */
export function keysListed(): readonly (KeyLine & { joiner: 'or' | 'to' })[] {
	return keysNow().map(({ act, keys }) =>
		act === 'section'
			? { act, keys: [keys[0], keys[sectionsNow - 1]].filter((one) => one !== undefined), joiner: 'to' }
			: { act, keys, joiner: 'or' },
	)
}

/** What is kept when a chord is pressed for an act: for the sections any digit does, and the first's is kept. */
export function keptChord(act: KeyAct, chord: string): string {
	return act === 'section' ? chord.replace(/\d$/, '1') : chord
}

const chordsFor = (act: KeyAct, kept: string) => (act === 'section' ? sectionKeys(kept) : [kept])

/** Chords of the system and of every text field, which no act may take. */
const reserved = ['Mod+C', 'Mod+V', 'Mod+X', 'Mod+A', 'Mod+Q', 'Mod+W', 'Alt+F4', 'Alt+Tab']

/** Why a chord cannot stand for an act: a key alone, one of the system's, or what it stands for already. */
export function keyRefusal(act: KeyAct, chord: string): 'plain' | 'digit' | 'reserved' | KeyAct | undefined {
	if (act === 'section' && !/^(Mod|Alt)\+(.+\+)?\d$/.test(chord)) return 'digit'
	if (!/^(Mod|Alt)\+.|^(Shift\+)?F\d{1,2}$/.test(chord)) return 'plain'
	if (reserved.includes(chord)) return 'reserved'
	return takenBy(act, chordsFor(act, keptChord(act, chord)))
}

/** What holds the keys that an act has as it comes, if something else was given them. */
export function keysTaken(act: KeyAct): KeyAct | undefined {
	return takenBy(act, keymap.find((line) => line.act === act)?.keys ?? [])
}

function takenBy(act: KeyAct, chords: readonly string[]): KeyAct | undefined {
	return keysNow().find((line) => line.act !== act && line.keys.some((key) => chords.includes(key)))?.act
}

export const isMac = navigator.userAgent.includes('Mac OS')

/** The chord of an event as the map writes it. */
export function chordOf(event: KeyboardEvent, mac = isMac): string {
	const mod = mac ? event.metaKey : event.ctrlKey
	const key = keyOf(event, mac)
	const shift = event.shiftKey && (event.key.length > 1 || /[A-Z]/.test(key))
	return [mod && 'Mod', event.altKey && 'Alt', shift && 'Shift', key].filter(Boolean).join('+')
}

function keyOf(event: KeyboardEvent, mac: boolean): string {
	// Option writes another sign in a digit's place.
	const digit = mac && event.altKey ? /^Digit(\d)$/.exec(event.code)?.[1] : undefined
	return digit ?? (event.key.length === 1 ? event.key.toUpperCase() : event.key)
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

/** The first chord of an act, for a menu or a button; of the sections that of the one at a place. */
export function keysOf(act: KeyAct, place = 0): string {
	const line = keysNow().find((candidate) => candidate.act === act)
	return shownKeys(line?.keys[place] ?? '').join(' ')
}
