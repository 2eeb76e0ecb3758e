import {
	backend,
	type AppError,
	type DateOrderView,
	type DateQuestionView,
	type ImportedView,
	type IntakeChoices,
	type IntakeFileView,
	type IntakeKindView,
	type IntakePlanView,
	type KpiView,
	type MeaningView,
	type NewKpiView,
	type RefusedColumnView,
	type Result,
} from '$lib/ipc'
import { joined, nothingChosen } from './choices.ts'
import { Job } from './job.svelte.ts'
import { lackOf, steps, type Lack, type Step } from './steps.ts'

type Plain = 'grain' | 'create_advisers' | 'create_kpis' | 'keep_names' | 'known_advisers' | 'known_kpis'

/** The import wizard: five steps, each of which looks at the file again; nothing is stored before the last. */
export class Intake {
	step = $state<Step>('file')
	file = $state.raw<IntakeFileView>()
	plan = $state.raw<IntakePlanView>()
	choices = $state<IntakeChoices>(nothingChosen())
	/** All KPIs, those of the library that are not in use among them. */
	library = $state.raw<KpiView[]>([])
	kpis = $derived(this.library.filter((kpi) => kpi.active))
	/** Aliases of the roster. */
	roster = $state.raw<string[]>([])
	/** Set once the import is in. */
	done = $state.raw<ImportedView>()
	error = $state.raw<AppError>()
	lack = $state<Lack>()
	/** Whether an import was called off, so that the person is told that nothing came of it. */
	calledOff = $state(false)
	/** The last question about dates; it stays on its step once it is answered, so that it can be answered anew. */
	question = $state.raw<DateQuestionView>()
	/** Every column that was refused, those among them that the person takes in all the same. */
	refused = $state.raw<RefusedColumnView[]>([])
	/** KPIs of the file that the vault does not know, those taken for known ones among them. */
	strangers = $state.raw<NewKpiView[]>([])
	readonly job = new Job()
	#changed = false

	at = $derived(steps.indexOf(this.step))
	/** Whether anything would come in: rows, or totals of rows past keeping. */
	#brings = $derived((this.plan?.accepted ?? 0) > 0 || (this.choices.keep_totals && this.plan?.team_totals))
	canImport = $derived(this.plan?.blocked.length === 0 && Boolean(this.#brings))

	async start(): Promise<void> {
		const [kpis, team] = await Promise.all([backend.call('kpis_list'), backend.call('team_list')])
		if (kpis.ok) this.library = kpis.value.kpis
		if (team.ok) this.roster = team.value.advisers.map(({ alias }) => alias)
	}

	/** The system's dialog is Rust's; nothing means the person closed it. */
	async choose(): Promise<void> {
		const chosen = this.#take(await backend.call('intake_choose_file'))
		if (chosen) await this.begin(chosen)
	}

	/** A file was chosen, or dropped on the window. */
	async begin(chosen: IntakeFileView): Promise<void> {
		this.error = undefined
		this.#forget()
		this.file = chosen
		await this.look()
	}

	/** Reads the file with the choices made so far; says whether that worked. */
	async look(): Promise<boolean> {
		if (!this.file) return false
		this.calledOff = false
		const request = { file: this.file.file, choices: $state.snapshot(this.choices) }
		const result = await this.job.follow(backend.call('intake_plan', request))
		this.#changed = false
		if (this.job.cancelled && !result.ok) return false
		const plan = this.#take(result)
		if (plan) this.#learn(plan)
		return plan !== undefined
	}

	#learn(plan: IntakePlanView): void {
		this.plan = plan
		this.question = plan.date_question ?? this.question
		this.refused = joined(this.refused, plan.refused_columns, ({ position }) => position)
		this.strangers = joined(this.strangers, plan.new_kpis, ({ name }) => name)
	}

	#forget(): void {
		this.plan = undefined
		this.question = undefined
		this.refused = []
		this.strangers = []
		this.choices = nothingChosen()
	}

	async setKind(kind: IntakeKindView): Promise<void> {
		this.#forget()
		this.choices.kind = kind
		await this.look()
	}

	async setSheet(sheet: string): Promise<void> {
		const { kind } = this.choices
		this.#forget()
		Object.assign(this.choices, { kind, sheet })
		await this.look()
	}

	setMeaning(position: number, meaning: MeaningView): void {
		const count = this.plan?.columns.length ?? 0
		this.choices.meanings = Array.from({ length: count }, (_, at) =>
			at === position ? meaning : (this.choices.meanings[at] ?? null),
		)
		this.#changed = true
	}

	setDateOrder(order: DateOrderView): void {
		this.choices.date_order = order
		this.lack = undefined
		this.#changed = true
	}

	/** A choice that the next look takes along. */
	set<Choice extends Plain>(choice: Choice, value: IntakeChoices[Choice]): void {
		this.choices[choice] = value
		this.#changed = true
	}

	/** What may be imported hangs on it, so the file is looked at again at once. */
	async setKeepTotals(keep: boolean): Promise<void> {
		this.choices.keep_totals = keep
		await this.look()
	}

	setOverride(position: number, read: boolean): void {
		const others = this.choices.overrides.filter((one) => one !== position)
		this.choices.overrides = read ? [...others, position] : others
		this.#changed = true
	}

	/** Goes on to the next step, unless something has to be answered first. */
	async next(): Promise<void> {
		if (this.#changed && !(await this.look())) return
		this.lack = lackOf(this.step, this.plan)
		if (!this.lack) this.step = steps[this.at + 1] ?? this.step
	}

	async goTo(step: Step): Promise<void> {
		this.lack = undefined
		if (this.#changed) await this.look()
		this.step = step
	}

	async back(): Promise<void> {
		const before = steps[this.at - 1]
		if (before) await this.goTo(before)
	}

	async import(): Promise<void> {
		if (!this.file || !this.canImport || this.job.running) return
		const request = { file: this.file.file, choices: $state.snapshot(this.choices) }
		const result = await this.job.follow(backend.call('intake_run', request))
		this.calledOff = this.job.cancelled && !result.ok
		if (this.calledOff) this.error = undefined
		else this.done = this.#take(result)
	}

	/** Saves rejected rows or a template; answers the file's name. */
	async saveRejects(): Promise<string | undefined> {
		if (!this.file) return undefined
		const request = { file: this.file.file, choices: $state.snapshot(this.choices) }
		return this.#take(await backend.call('intake_save_rejects', request))?.name ?? undefined
	}

	async saveTemplate(kind: IntakeKindView): Promise<string | undefined> {
		return this.#take(await backend.call('intake_save_template', kind))?.name ?? undefined
	}

	/** Begins again with another file. */
	again(): void {
		this.#forget()
		Object.assign(this, { step: 'file', file: undefined, done: undefined, error: undefined })
	}

	#take<T>(result: Result<T>): T | undefined {
		this.error = result.ok ? undefined : result.error
		return result.ok ? result.value : undefined
	}
}
