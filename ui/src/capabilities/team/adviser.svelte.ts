import { toasts } from '$lib/components'
import { saidOf } from '$lib/errors/said.ts'
import { t } from '$lib/i18n'
import { Answer, backend, type AdviserView, type RosterView } from '$lib/ipc'
import { router } from '$lib/router'
import { FormDraft } from '$lib/session'
import {
	emptyAbsence,
	emptyAdviser,
	emptyShare,
	faultsOf,
	requestOf,
	typedFrom,
	type Faults,
	type TypedAdviser,
} from './typed.ts'

/** Adding an adviser, or amending one: then every change is saved at once. */
export class AdviserForm {
	readonly id: string | null
	readonly roster = new Answer<RosterView>()
	readonly answer = new Answer<AdviserView>()
	readonly draft: FormDraft<TypedAdviser>
	typed = $state<TypedAdviser>(emptyAdviser([]))
	ready = $state(false)
	/** Faults are said once the person has tried to add, or has left a field. */
	tries = $state(0)
	refused = $state.raw<Faults>({})
	/** Counts forms begun one after another, so that the focus goes back to the first field. */
	round = $state(0)

	constructor(id: string | null) {
		this.id = id
		this.draft = new FormDraft(`team/adviser/${id ?? 'new'}`, () => $state.snapshot(this.typed))
	}

	teams = $derived(this.roster.value?.teams ?? [])
	error = $derived(this.answer.error ?? this.roster.error)
	faults: Faults = $derived(this.tries > 0 ? { ...this.refused, ...faultsOf(this.typed) } : {})

	async load(): Promise<void> {
		const [roster, adviser] = await Promise.all([
			this.roster.take(backend.call('team_list')),
			this.id === null ? undefined : this.answer.take(backend.call('team_adviser', this.id)),
		])
		if (!roster.ok || (adviser && !adviser.ok)) return
		const { teams } = roster.value
		this.typed = adviser ? typedFrom(adviser.value, teams) : emptyAdviser(teams)
		this.draft.begin()
		Object.assign(this.typed, await this.draft.recall())
		this.ready = true
	}

	addShare(): void {
		this.typed.shares.push(emptyShare())
	}

	addAbsence(): void {
		this.typed.absences.push(emptyAbsence())
	}

	/** A field was left: an adviser who is on the roster is saved as soon as nothing is wrong. */
	async changed(): Promise<void> {
		if (this.id === null) return
		if (await this.#save()) this.draft.begin()
	}

	async remove(kind: 'shares' | 'absences', at: number): Promise<void> {
		this.typed[kind].splice(at, 1)
		await this.changed()
	}

	/** Adds the adviser; then leads to the list, or begins another. */
	async add(then: 'list' | 'another'): Promise<void> {
		const { alias } = this.typed
		if (!(await this.#save())) return
		toasts.say(t('team-saved', { alias: alias.trim() }))
		if (then === 'list') router.go('advisers')
		else {
			this.typed = emptyAdviser(this.teams)
			this.tries = 0
			this.draft.begin()
			this.round += 1
		}
	}

	async #save(): Promise<boolean> {
		this.tries += 1
		this.refused = {}
		if (Object.keys(faultsOf(this.typed)).length > 0) return false
		const request = requestOf(this.id, $state.snapshot(this.typed))
		const result = await this.roster.take(backend.call('team_save_adviser', request))
		if (result.ok) {
			this.draft.forget()
			return true
		}
		const { field } = result.error
		if (field !== null) {
			this.refused = { [field]: saidOf(result.error) }
			this.tries += 1
			this.roster.error = undefined
		}
		return false
	}
}
