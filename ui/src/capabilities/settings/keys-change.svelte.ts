import { t } from '$lib/i18n'
import type { KeyView } from '$lib/ipc'
import { chordOf, keyRefusal, shownKeys, type KeyAct } from '$lib/keys'
import { settings } from '$lib/session'

/** Keys that are held with others and stand for nothing alone. */
const held = ['Control', 'Shift', 'Alt', 'Meta', 'AltGraph']

/** Choosing other keys: one act waits for a chord at a time. */
export class KeysChange {
	waiting = $state<KeyAct>()
	refused = $state('')
	said = $state('')

	wait(act: KeyAct): void {
		this.waiting = act
		this.refused = ''
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
			this.refused = sentence(refusal)
			return
		}
		await this.keep([...others(act), { act, chord }])
		this.stop()
		this.said = t('settings-keys-changed', {
			act: t(`help-key-${act}`),
			keys: shownKeys(chord).join(' '),
		})
	}

	async putBack(act: KeyAct): Promise<void> {
		await this.keep(others(act))
	}

	async keep(keys: KeyView[]): Promise<void> {
		await settings.save({ keys })
	}
}

/** What was chosen for everything else. */
function others(act: KeyAct): KeyView[] {
	return (settings.value?.keys ?? []).filter((key) => key.act !== act)
}

function sentence(refusal: NonNullable<ReturnType<typeof keyRefusal>>): string {
	if (refusal === 'plain') return t('settings-keys-plain')
	if (refusal === 'reserved') return t('settings-keys-reserved')
	return t('settings-keys-taken', { act: t(`help-key-${refusal}`) })
}
