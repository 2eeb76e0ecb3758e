import type { KpiView, SaveKpi } from '../bindings.ts'
import type { HandlersOf } from './handlers.ts'
import { library } from './library.ts'
import { atBeginning, refusal, world } from './world.ts'

/** The KPIs of the made-up vault; begins again with the world. */
export const allKpis: KpiView[] = []
atBeginning(() => {
	allKpis.splice(0, allKpis.length, ...library())
	if (world.advisers > 8)
		for (const kpi of allKpis) kpi.active ||= ['K17', 'K22', 'K28', 'K31'].includes(kpi.code)
})

function find(code: string): KpiView {
	const found = allKpis.find((candidate) => candidate.code === code)
	if (!found) throw refusal('not_found', 'There is no such KPI.')
	return found
}

const list = () => ({
	kpis: allKpis.map((kpi) => ({ ...kpi, has_figures: kpi.has_figures && !world.empty })),
})

function save({ code, ...given }: SaveKpi) {
	if (given.name.trim() === '') throw refusal('rule_refused', 'A KPI needs a name.', null, 'name')
	if (given.purpose.trim() === '')
		throw refusal('rule_refused', 'Say why it is kept. Without a purpose it may not be.', null, 'purpose')
	if (code) {
		const held = find(code)
		Object.assign(held, given, { version: held.version + (given.valid_from ? 1 : 0) })
	} else {
		const made = { ...find('K08'), ...given, version: 1, excludes: [], pair: null, feeders: [], targets: [] }
		const local = { local: true, active: true, has_figures: false, valid_from: null }
		allKpis.push({ ...made, ...local, code: `L${allKpis.length}` })
	}
	world.undo.push(`${given.name} saved`)
	return list()
}

export const kpis: HandlersOf<'kpis'> = {
	kpis_list: list,
	kpis_save: save,
	kpis_use: ({ code, active }) => {
		find(code).active = active
		world.undo.push(`${find(code).name} ${active ? 'taken into use' : 'taken out of use'}`)
		return list()
	},
	kpis_set_target: ({ code, ...given }) => {
		if (!/\d/.test(given.value))
			throw refusal('rule_refused', 'Write a number, such as 6 or 85 %.', null, 'value')
		find(code).targets.push({ ...given, id: 1 + allKpis.flatMap((kpi) => kpi.targets).length, to: null })
		world.undo.push('a target')
		return list()
	},
	kpis_end_target: ({ id, to }) => {
		const target = allKpis.flatMap((held) => held.targets).find((held) => held.id === id)
		if (!target) throw refusal('not_found', 'There is no such target.')
		if (to < target.from) throw refusal('rule_refused', 'A target cannot end before it began.', null, 'to')
		target.to = to
		return list()
	},
}
