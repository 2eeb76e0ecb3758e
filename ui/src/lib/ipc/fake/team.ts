import type { AdviserView, RosterView, SaveAdviser, SaveTeam, TeamView } from '../bindings.ts'
import type { HandlersOf } from './handlers.ts'
import { atBeginning, refusal, world } from './world.ts'

const aliases = ['Amara', 'Ben', 'Chloe', 'Dev', 'Esi', 'Farid', 'Grace', 'Hugo']

/** The ids are made up like everything else: 32 digits that end in the adviser's place. */
export const adviserId = (place: number) => `${place}`.padStart(32, '0')

function adviser(alias: string, place: number): AdviserView {
	const left = alias === 'Hugo' ? '2026-10-30' : null
	return {
		id: adviserId(place),
		alias,
		name: null,
		team: 'Harbour',
		site: place < 5 ? 'North' : 'South',
		grade: null,
		band: null,
		share: alias === 'Chloe' ? 800 : 1000,
		started: alias === 'Farid' ? '2026-08-03' : '2023-04-03',
		left,
		kept_until: left && '2027-04-30',
		shares: alias === 'Chloe' ? [{ from: '2025-09-01', share: 800 }] : [],
		absences: alias === 'Esi' ? [{ from: '2026-11-09', to: '2026-11-20', half_days: 20 }] : [],
	}
}

/** Aliases beyond the eight of the made-up team, every third of them as long as an alias may be. */
const further = (place: number) =>
	place % 3 === 0 ? `Bartholomew Featherstonehaugh-Williams ${place}` : `Adviser ${place}`

let advisers: AdviserView[] = []
let teams: TeamView[] = []
atBeginning(() => {
	advisers = Array.from({ length: world.advisers }, (_, place) =>
		adviser(aliases[place] ?? further(place), place),
	)
	teams = [
		{ id: 1, name: 'Harbour', site: null, programme: 'Into work', territory: 'england_and_wales' },
		{ id: 2, name: 'Quayside', site: 'South', programme: 'Into work', territory: 'scotland' },
	]
})

/** By alias, leavers last. */
export function listAdvisers(): AdviserView[] {
	const held = world.empty ? [] : [...advisers]
	const place = (one: AdviserView) => `${one.left === null ? 0 : 1}${one.alias}`
	return held.sort((one, other) => place(one).localeCompare(place(other)))
}

function find(id: string): AdviserView {
	const found = advisers.find((candidate) => candidate.id === id)
	if (!found) throw refusal('not_found', 'There is no such adviser.')
	return found
}

export const aliasOf = (id: string): string => find(id).alias

const list = (): RosterView => ({ advisers: listAdvisers(), teams, calendar_until: '2035-12-31' })

function check({ id, alias, started, left }: SaveAdviser): void {
	if (alias.trim() === '') throw refusal('rule_refused', 'An adviser needs an alias.', null, 'alias')
	const same = (one: AdviserView) => one.alias.toLowerCase() === alias.trim().toLowerCase()
	if (advisers.some((one) => one.id !== id && same(one)))
		throw refusal('rule_refused', 'Another adviser has this alias.', null, 'alias')
	if (started && left && left < started)
		throw refusal('rule_refused', 'The last day is before the first.', null, 'left')
}

function saveAdviser(request: SaveAdviser): RosterView {
	check(request)
	const { id, alias, team, site, grade, band, started, left, shares, absences, name } = request
	if (world.empty) advisers = []
	world.empty = false
	const place = id === null ? advisers.length : Number(id)
	const named = (teams.find((one) => one.id === team) ?? teams[0])?.name ?? ''
	const kept_until = left ? '2027-04-30' : null
	const share = shares.at(-1)?.share ?? 1000
	const own = { name, team: named, site, grade, band, share, started, left, kept_until, shares, absences }
	advisers[place] = { ...adviser(alias, place), ...own }
	world.undo.push(`${alias} saved`)
	return list()
}

function saveTeam(request: SaveTeam): RosterView {
	if (request.name.trim() === '') throw refusal('rule_refused', 'A team needs a name.', null, 'name')
	const before = teams.find((kept) => kept.id === request.id)?.name
	const id = request.id ?? teams.length + 1
	teams = [...teams.filter((kept) => kept.id !== id), { ...request, id }]
	teams.sort((one, other) => one.name.localeCompare(other.name))
	for (const one of advisers) if (one.team === before) one.team = request.name
	world.undo.push(`${request.name} saved`)
	return list()
}

export const team: HandlersOf<'team'> = {
	team_list: list,
	team_adviser: (id) => ({ ...find(id), name: find(id).name ?? 'Made-up Name' }),
	team_save_adviser: saveAdviser,
	team_save_team: saveTeam,
}
