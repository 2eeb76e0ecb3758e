import { saidOf } from '$lib/errors/said.ts'
import { t } from '$lib/i18n'
import { Answer, backend, type RosterView, type TeamView, type TerritoryView } from '$lib/ipc'
import { FormDraft } from '$lib/session'

type Typed = { name: string; site: string; programme: string; territory: TerritoryView }
type Faults = Partial<Record<string, string>>

const empty: Typed = { name: '', site: '', programme: '', territory: 'england_and_wales' }

/** The teams, and the form that adds or amends one. */
export class Teams {
	readonly answer = new Answer<RosterView>()
	list = $derived(this.answer.value?.teams ?? [])
	open = $state(false)
	/** The team being amended; nothing while one is added. */
	amended = $state.raw<TeamView>()
	typed = $state<Typed>({ ...empty })
	tries = $state(0)
	refused = $state.raw<Faults>({})
	readonly draft = new FormDraft('team/team', () => ({
		...$state.snapshot(this.typed),
		id: this.amended?.id ?? null,
	}))
	faults: Faults = $derived(this.tries > 0 ? { ...this.refused, ...this.#missing() } : {})

	async load(): Promise<void> {
		await this.answer.take(backend.call('team_list'))
		const left = await this.draft.recall()
		if (!left) return
		this.begin(this.list.find((team) => team.id === left.id))
		Object.assign(this.typed, left)
	}

	begin(team?: TeamView): void {
		this.amended = team
		const programme = team?.programme ?? this.list[0]?.programme ?? ''
		this.typed = team ? { ...team, site: team.site ?? '' } : { ...empty, programme }
		this.tries = 0
		this.refused = {}
		this.draft.begin()
		this.open = true
	}

	#missing(): Faults {
		const { name, programme } = this.typed
		return {
			...(name.trim() === '' ? { name: t('team-teams-fault-name') } : {}),
			...(programme.trim() === '' ? { programme: t('team-teams-fault-programme') } : {}),
		}
	}

	async save(): Promise<void> {
		this.tries += 1
		this.refused = {}
		if (Object.keys(this.#missing()).length > 0) return
		const { name, site, programme, territory } = this.typed
		const result = await this.answer.take(
			backend.call('team_save_team', {
				id: this.amended?.id ?? null,
				name: name.trim(),
				site: site.trim() || null,
				programme: programme.trim(),
				territory,
			}),
		)
		if (result.ok) this.open = false
		else if (result.error.field !== null) {
			this.refused = { [result.error.field]: saidOf(result.error) }
			this.tries += 1
			this.answer.error = undefined
		}
	}
}
