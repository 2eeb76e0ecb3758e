import type { AppError, Commands, DraftView, ErrorCode, SettingsView, VaultPhaseView } from '../bindings.ts'

/** Everything the made-up app remembers; a test sets it up and looks at it. */
export type World = {
	phase: VaultPhaseView
	name: string
	sample: boolean
	empty: boolean
	/** The day it is; a sample can move it. */
	today: string
	/** A large team instead of the eight: so many advisers, some with long aliases, and twelve KPIs. */
	advisers: number
	/** A second team, too small for a summary. */
	smallTeam: boolean
	recoveryConfirmed: boolean
	passphrase: string
	wrongTries: number
	waitSeconds: number
	lockedBy: 'asked' | 'idle' | null
	recent: boolean
	/** A file dropped on the window, by its name. */
	dropped: string | null
	/** Whether the passphrase was typed in the last five minutes. */
	freshPassphrase: boolean
	undo: string[]
	redo: string[]
	drafts: Map<string, DraftView>
	settings: SettingsView
	/** Commands called, in order. */
	calls: string[]
	/** Errors a command answers with, for tests. */
	failures: Partial<Record<keyof Commands, AppError>>
}

export const asked = [2, 5]
export const groups = ['7K3M', 'QX9D', '2F8R', 'HW4T', 'N6VB', '0JZ5', 'CP1E']
export const passphrase = 'correct horse battery staple'

const fresh = (): World => ({
	phase: 'closed',
	name: 'Harbour team',
	sample: false,
	empty: false,
	today: '2026-12-03',
	advisers: 8,
	smallTeam: false,
	recoveryConfirmed: true,
	passphrase,
	wrongTries: 0,
	waitSeconds: 0,
	lockedBy: null,
	recent: true,
	dropped: null,
	freshPassphrase: false,
	undo: [],
	redo: [],
	drafts: new Map(),
	settings: {
		idle_minutes: 10,
		theme: 'system',
		density: 'standard',
		text_size: 100,
		motion: 'system',
		keys: [],
		participant_word: 'client',
		count_chart: 'by_rule',
		rule_set: 'mdc7',
		points_needed: 'standard',
		remember_recent: true,
		handling_text: '',
		figures_kept_months: 25,
		figures_kept_reason: '',
	},
	calls: [],
	failures: {},
})

export const world: World = fresh()

const kept: (() => void)[] = []

/** Runs now and whenever the made-up app goes back to its beginning: for what a capability keeps by itself. */
export function atBeginning(begin: () => void): void {
	kept.push(begin)
	begin()
}

/** Puts the made-up app back to its beginning, with what a test wants otherwise. */
export function resetWorld(change: Partial<World> = {}): void {
	Object.assign(world, fresh(), change)
	for (const forget of kept) forget()
}

/** What a made-up command throws for an error that Rust would answer with. */
export class Refused extends Error {
	readonly error: AppError

	constructor(error: AppError) {
		super(error.message)
		this.error = error
	}
}

/** An error as Rust would word it. */
export function refusal(
	code: ErrorCode,
	message: string,
	hint: string | null = null,
	field: string | null = null,
): Refused {
	return new Refused({ code, message, hint, field })
}

/** Where a browser begins, from `?start=open`, `locked`, `sample`, `empty`, `many` …; the welcome screen otherwise. */
export function startFrom(search: string): void {
	const starts: Record<string, Partial<World>> = {
		open: { phase: 'open' },
		locked: { phase: 'locked', lockedBy: 'idle' },
		sample: { phase: 'open', sample: true, name: 'Harbour team (sample)' },
		empty: { phase: 'open', empty: true },
		many: { phase: 'open', advisers: 24, name: 'Harbour and Quayside, employability north' },
		region: { phase: 'open', advisers: 501 },
		unconfirmed: { phase: 'open', recoveryConfirmed: false },
		small: { phase: 'open', smallTeam: true },
		first: { recent: false },
	}
	const query = new URLSearchParams(search)
	resetWorld(starts[query.get('start') ?? ''])
	const theme = query.get('theme')
	if (theme === 'dark' || theme === 'light') world.settings.theme = theme
}

if (typeof window !== 'undefined') startFrom(window.location.search)
