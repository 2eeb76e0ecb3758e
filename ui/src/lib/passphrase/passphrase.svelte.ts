import { t } from '$lib/i18n'
import { backend, secretBytes, type PassphraseJudgementView } from '$lib/ipc'

const pause = 250

/** A passphrase being chosen: judged while it is typed, and typed twice. */
export class NewPassphrase {
	typed = $state('')
	again = $state('')
	suggestion = $state('')
	judgement = $state<PassphraseJudgementView>()
	/** How often the person has tried to go on; errors are not shown before. */
	tries = $state(0)
	/** Where the vault will lie, so that its own name is no help; nothing for the vault chosen. */
	place: string | null = null
	#timer: ReturnType<typeof setTimeout> | undefined

	same = $derived(this.typed === this.again)
	ready = $derived(this.typed !== '' && this.judgement?.accepted === true && this.same)

	/** What keeps the passphrase from being used, by field; nothing before it was tried. */
	faults: { typed?: string | undefined; again?: string | undefined } = $derived.by(() => {
		if (this.tries === 0) return {}
		const refused = this.judgement?.accepted === false ? this.judgement.sentence : undefined
		return {
			typed: this.typed === '' ? t('vault-passphrase-missing') : refused,
			again: this.same ? undefined : t('vault-passphrase-different'),
		}
	})

	/** The same as a list for the head of the form; the fields are those of `PassphraseFields`. */
	problems = $derived(
		[
			{ field: 'new-passphrase', words: this.faults.typed ?? '' },
			{ field: 'new-passphrase-again', words: this.faults.again ?? '' },
		].filter(({ words }) => words !== ''),
	)

	async suggest(): Promise<void> {
		const result = await backend.call('vault_suggest_passphrase')
		if (result.ok) this.suggestion = result.value.passphrase
	}

	/** Takes the suggested words; they are typed once more, so that they are read. */
	take(): void {
		this.typed = this.suggestion
		this.again = ''
		void this.judge()
	}

	/** Judges a moment after the last key. */
	changed(): void {
		clearTimeout(this.#timer)
		this.judgement = undefined
		this.#timer = setTimeout(() => void this.judge(), pause)
	}

	async judge(): Promise<void> {
		clearTimeout(this.#timer)
		if (this.typed === '') return
		const { typed } = this
		const result = await backend.callWithSecrets('vault_judge_passphrase', this.place, [secretBytes(typed)])
		if (result.ok && typed === this.typed) this.judgement = result.value
	}

	/** Whether it may be used, judging it first if that has not happened; shows what is wrong otherwise. */
	async check(): Promise<boolean> {
		if (!this.judgement) await this.judge()
		this.tries += 1
		return this.ready
	}

	bytes(): Uint8Array {
		return secretBytes(this.typed)
	}

	clear(): void {
		clearTimeout(this.#timer)
		this.typed = ''
		this.again = ''
		this.judgement = undefined
		this.tries = 0
	}
}
