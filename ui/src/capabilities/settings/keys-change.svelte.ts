import { t } from '$lib/i18n'
import type { KeyView } from '$lib/ipc'
import { chordOf, keptChord, keyRefusal, keysListed, keysTaken, shownKeys, type KeyAct } from '$lib/keys'
import { settings } from '$lib/session'

/** Keys that are held with others and stand for nothing alone. */
const held = ['Control', 'Shift', 'Alt', 'Meta', 'AltGraph']

type Refusal = NonNullable<ReturnType<typeof keyRefusal>>

/** Choosing other keys: one act waits for a chord at a time. */
export class KeysChange {
	waiting = $state<KeyAct>()
	/** What the refusal is about. */
	about = $state<KeyAct>()
	refused = $state('')
	said = $state('')

	wait(act: KeyAct): void {
		this.stop()
		this.waiting = act
		this.said = ''
	}

	stop(): void {
		this.waiting = undefined
		this.refused = ''
	}

	/** Takes the next chord; Esc and Tab leave everything as it is. */
	async take(event: KeyboardEvent): Promise<void> {
		const act = this.waiting
		if (!act || held.includes(event.key)) return
		if (event.key === 'Tab') {
			this.stop()
			return
		}
		event.preventDefault()
		event.stopPropagation()
		if (event.key === 'Escape') {
			this.stop()
			return
		}
		const chord = chordOf(event)
		const refusal = keyRefusal(act, chord)
		if (refusal) {
			this.#refuse(act, refusal)
			return
		}
		await this.keep([...others(act), { act, chord: keptChord(act, chord) }])
		this.stop()
		this.said = t('settings-keys-changed', { act: t(`help-key-${act}`), keys: shown(act) })
	}

	/** Puts an act's own keys back, unless they stand for something else by now. */
	async putBack(act: KeyAct): Promise<void> {
		const taken = keysTaken(act)
		if (taken) this.#refuse(act, taken)
		else await this.keep(others(act))
	}

	#refuse(act: KeyAct, refusal: Refusal): void {
		this.about = act
		this.refused = sentence(refusal)
	}

	async keep(keys: KeyView[]): Promise<void> {
		this.refused = ''
		await settings.save({ keys })
	}
}

/** What was chosen for everything else. */
function others(act: KeyAct): KeyView[] {
	return $state.snapshot(settings.value?.keys ?? []).filter((key) => key.act !== act)
}

/** The keys an act has now, as people read them. */
function shown(act: KeyAct): string {
	const line = keysListed().find((one) => one.act === act)
	const chords = line?.keys.map((chord) => shownKeys(chord).join(' ')) ?? []
	return chords.join(` ${t(`help-key-${line?.joiner ?? 'or'}`)} `)
}

function sentence(refusal: Refusal): string {
	if (refusal === 'plain' || refusal === 'digit' || refusal === 'reserved')
		return t(`settings-keys-${refusal}`)
	return t('settings-keys-taken', { act: t(`help-key-${refusal}`) })
}
