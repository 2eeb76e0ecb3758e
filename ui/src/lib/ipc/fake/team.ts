import type { AdviserView, RosterView } from '../bindings.ts'
import type { HandlersOf } from './handlers.ts'
import { refusal, world } from './world.ts'

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
		site: 'Leith',
		grade: null,
		share: alias === 'Chloe' ? 800 : 1000,
		started: alias === 'Farid' ? '2026-08-03' : '2023-04-03',
		left,
		kept_until: left && '2027-04-30',
		shares: [],
		absences: [],
	}
}

const roster: RosterView = {
	advisers: aliases.map(adviser),
	teams: [{ id: 1, name: 'Harbour', site: 'Leith', programme: 'Into work', territory: 'scotland' }],
	calendar_until: '2035-12-31',
}

export function listAdvisers(): AdviserView[] {
	return world.empty ? [] : roster.advisers
}

export function aliasOf(id: string): string {
	const found = roster.advisers.find((candidate) => candidate.id === id)
	if (!found) throw refusal('not_found', 'There is no such adviser.')
	return found.alias
}

const list = (): RosterView => ({ ...roster, advisers: listAdvisers() })

export const team: HandlersOf<'team'> = {
	team_list: list,
	team_adviser: (id) => ({ ...adviser(aliasOf(id), Number(id)), name: 'Made-up Name' }),
	team_save_adviser: (request) => {
		if (request.alias.trim() === '')
			throw refusal('rule_refused', 'An adviser needs an alias.', null, 'alias')
		const place = request.id === null ? roster.advisers.length : Number(request.id)
		const { alias, site, grade, started, left, shares, absences } = request
		roster.advisers[place] = { ...adviser(alias, place), site, grade, started, left, shares, absences }
		world.empty = false
		world.undo.push(`${request.alias} saved`)
		return list()
	},
	team_save_team: (request) => {
		const id = request.id ?? roster.teams.length + 1
		roster.teams = [...roster.teams.filter((kept) => kept.id !== id), { ...request, id }]
		return list()
	},
}
