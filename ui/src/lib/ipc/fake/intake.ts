import type { BatchView, ImportedView, IntakeChoices, IntakePlanView, ProgressView } from '../bindings.ts'
import type { HandlersOf } from './handlers.ts'
import { rosterPlan, scorecardPlan } from './spreadsheet.ts'
import { atBeginning, refusal, world } from './world.ts'

let batches: BatchView[] = []
/** Set while a test or a person watches an import run: it goes on when this is called. */
let held: { progress: ProgressView; go: () => void; stop: () => void } | undefined
let holding = false
/** Rows of the file that are past keeping, and months of a KPI of which a total may be kept. */
let old = { expired: 0, team_totals: 0 }

atBeginning(() => {
	holding = false
	held = undefined
	old = { expired: 0, team_totals: 0 }
	const past = { rejected: 0, undone: false, can_undo: true }
	batches = [
		{ ...past, batch: 3, at: '2026-12-01 09:12', kind: 'figures', accepted: 196, rejected: 4 },
		{
			...past,
			batch: 2,
			at: '2026-11-02 10:40',
			kind: 'figures',
			accepted: 187,
			undone: true,
			can_undo: false,
		},
		{ ...past, batch: 1, at: '2025-11-24 08:55', kind: 'roster', accepted: 8, can_undo: false },
	]
})

/** Makes the next import wait, so that its progress can be looked at. */
export function holdImport(): void {
	holding = true
}

/** Lets a waiting import end. */
export function releaseImport(): void {
	held?.go()
}

/** Puts old rows into the file. */
export function ageFile(rows: typeof old): void {
	old = rows
}

function planOf(choices: IntakeChoices): IntakePlanView {
	return choices.kind === 'roster' ? rosterPlan(choices) : { ...scorecardPlan(choices), ...old }
}

async function run(choices: IntakeChoices): Promise<ImportedView> {
	const plan = planOf(choices)
	if (plan.blocked.length > 0) throw refusal('intake_refused', plan.blocked.join(' '))
	if (holding)
		await new Promise<void>((go, stop) => {
			const progress: ProgressView = { stage: 'writing', done: 120, total: plan.rows }
			held = {
				progress,
				go,
				stop: () => {
					stop(refusal('rule_refused', 'The import was cancelled. Nothing has been stored.'))
				},
			}
		}).finally(() => (held = undefined))
	const { kind, accepted, rejected, figures_new, figures_changed } = plan
	const team_totals = choices.keep_totals ? plan.team_totals : 0
	const batch = batches.length + 1
	batches.unshift({ batch, at: '2026-12-03 14:02', kind, accepted, rejected, undone: false, can_undo: true })
	world.empty = false
	world.undo.push(`${figures_new + figures_changed} figures imported`)
	return { batch, accepted, rejected, figures_new, figures_changed, team_totals }
}

function undoBatch(number: number) {
	const batch = batches.find((one) => one.batch === number)
	if (!batch?.can_undo) throw refusal('not_found', 'This import cannot be taken out any more.')
	Object.assign(batch, { undone: true, can_undo: false })
	return { removed: batch.accepted - 1, kept: ['Ben, Attendance, November 2026'] }
}

export const intake: HandlersOf<'intake'> = {
	intake_choose_file: () => ({ file: 'f1', name: 'Harbour scorecard 2026.xlsx' }),
	intake_take_dropped: () => {
		const name = world.dropped
		world.dropped = null
		return name === null ? null : { file: 'f1', name }
	},
	intake_plan: ({ choices }) => planOf(choices),
	intake_run: ({ choices }) => run(choices),
	intake_progress: () => ({ progress: held?.progress ?? null }),
	intake_cancel: () => {
		held?.stop()
		return null
	},
	intake_batches: () => ({ batches: world.empty ? [] : batches }),
	intake_undo_batch: undoBatch,
	intake_save_rejects: () => ({ name: 'Harbour scorecard 2026-rejects.csv' }),
	intake_save_template: (kind) => ({ name: `plumbline-${kind}.xlsx` }),
}
