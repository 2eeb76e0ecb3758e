import ChartLine from '@lucide/svelte/icons/chart-line'
import ShieldCheck from '@lucide/svelte/icons/shield-check'
import Table2 from '@lucide/svelte/icons/table-2'
import Users from '@lucide/svelte/icons/users'
import { t } from '$lib/i18n'
import { backend, type AdviserView, type KpiView } from '$lib/ipc'
import { keysOf } from '$lib/keys'
import { router } from '$lib/router'
import { actions, type Command } from './actions.svelte.ts'
import { deedsOf } from './deeds.ts'
import type { Shell } from './shell.svelte.ts'

/** A command with the stretches of its label that were typed. */
export type Hit = { command: Command; parts: { text: string; hit: boolean }[] }

const most = 12

/** Stretches of a label whose words begin with what was typed; nothing when a typed word fits nowhere. */
export function matchLabel(label: string, typed: string): Hit['parts'] | undefined {
	const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean)
	const pieces = label.split(/([\s›’]+)/).map((text) => ({ text, hit: 0 }))
	for (const word of wanted) {
		const piece = pieces.find(({ text, hit }) => hit === 0 && text.toLowerCase().startsWith(word))
		if (!piece) return undefined
		piece.hit = word.length
	}
	return pieces
		.flatMap(({ text, hit }) => [
			{ text: text.slice(0, hit), hit: true },
			{ text: text.slice(hit), hit: false },
		])
		.filter((part) => part.text !== '')
}

/** The palette: everything that can be reached or done, found by the beginnings of its words. */
export class Palette {
	typed = $state('')
	at = $state(0)
	#advisers = $state.raw<AdviserView[]>([])
	#kpis = $state.raw<KpiView[]>([])
	#shell: Shell

	constructor(shell: Shell) {
		this.#shell = shell
	}

	hits: Hit[] = $derived.by(() =>
		this.#all()
			.flatMap((command) => {
				const parts = matchLabel(command.label, this.typed)
				return parts ? [{ command, parts }] : []
			})
			.slice(0, most),
	)

	groups = $derived(
		(['go', 'do', 'help'] as const)
			.map((group) => ({ group, hits: this.hits.filter((hit) => hit.command.group === group) }))
			.filter(({ hits }) => hits.length > 0),
	)

	/** Hits in the order they are shown, which is the order arrows walk. */
	shown = $derived(this.groups.flatMap(({ hits }) => hits))

	async open(): Promise<void> {
		this.typed = ''
		this.at = 0
		const [roster, kpis] = await Promise.all([backend.call('team_list'), backend.call('kpis_list')])
		this.#advisers = roster.ok ? roster.value.advisers : []
		this.#kpis = kpis.ok ? kpis.value.kpis.filter((kpi) => kpi.active) : []
	}

	move(step: 1 | -1): void {
		const count = this.shown.length
		if (count > 0) this.at = (this.at + step + count) % count
	}

	#all(): Command[] {
		const own = actions.commands()
		const isOwn = ({ id }: Command) => own.some((command) => command.id === id)
		const deeds = deedsOf(this.#shell).filter((deed) => !isOwn(deed))
		return [...this.#places(), ...this.#people(), ...own, ...deeds]
	}

	#places(): Command[] {
		const within = (
			[
				['teams', 'advisers-teams', Users],
				['kpis', 'advisers-kpis', Users],
				['batches', 'intake-past', Table2],
				['journal', 'journal-title', ShieldCheck],
			] as const
		)
			.filter(([route]) => this.#shell.has(route))
			.map(([route, label, icon]): Command => ({
				id: route,
				group: 'go',
				label: t(label),
				icon,
				run: () => {
					this.#shell.go(route)
				},
			}))
		const sections = this.#shell.sections.map((section, place): Command => ({
			id: section.route,
			group: 'go',
			label: t(section.label),
			icon: section.icon,
			keys: keysOf('section', place),
			run: () => {
				this.#shell.go(section.route)
			},
		}))
		return [...sections, ...within]
	}

	#people(): Command[] {
		if (!this.#shell.has('scorecard')) return []
		const cards: Command[] = this.#advisers.map(({ id, alias }) => ({
			id,
			group: 'go',
			label: alias,
			beside: t('app-palette-scorecard'),
			icon: Users,
			run: () => {
				router.go('scorecard', { adviser: id })
			},
		}))
		if (!this.#shell.has('chart') || this.typed.trim() === '') return cards
		const charts = this.#advisers.flatMap(({ id, alias }) =>
			this.#kpis.map((kpi): Command => ({
				id: `${id}/${kpi.code}`,
				group: 'go',
				label: `${alias} › ${kpi.name}`,
				beside: t('app-palette-chart'),
				icon: ChartLine,
				run: () => {
					router.go('chart', { adviser: id, kpi: kpi.code })
				},
			})),
		)
		return [...cards, ...charts]
	}
}
