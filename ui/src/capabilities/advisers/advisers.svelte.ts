import { Answer, backend, type AdviserView, type RosterView } from '$lib/ipc'
import { session } from '$lib/session'

/** A share of full time in thousandths as people write it: "0.8", "0.75", "1.0". */
export const shareWords = (share: number) => (share / 1000).toFixed(share % 100 === 0 ? 1 : 2)

/** The roster: who is in the team, and who has left and is kept only for a while. */
export class Advisers {
	readonly answer = new Answer<RosterView>()
	wanted = $state('')
	roster = $derived(this.answer.value)

	found = $derived.by(() => {
		const words = this.wanted.toLowerCase().split(/\s+/).filter(Boolean)
		const fits = (adviser: AdviserView) => {
			const known = [adviser.alias, adviser.team, adviser.site, adviser.grade].join(' ').toLowerCase()
			return words.every((word) => known.includes(word))
		}
		return this.roster?.advisers.filter(fits) ?? []
	})
	here = $derived(this.found.filter((adviser) => !hasLeft(adviser)))
	left = $derived(this.found.filter(hasLeft))

	async load(): Promise<void> {
		await this.answer.take(backend.call('team_list'))
	}
}

function hasLeft({ left }: AdviserView): boolean {
	return left !== null && left < (session.vault?.today ?? left)
}
