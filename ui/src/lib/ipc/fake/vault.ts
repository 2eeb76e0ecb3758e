import type { VaultStateView } from '../bindings.ts'
import type { HandlersOf } from './handlers.ts'
import { asked, groups, refusal, world } from './world.ts'

const place = { place: 'a1', name: 'Harbour team', folder: 'Plumbline', risks: [] }

const recent = [
	{ place: 'a1', name: 'Harbour team', folder: 'Plumbline' },
	{ place: 'b2', name: 'Quayside pilot', folder: 'Backup' },
]

function state(): VaultStateView {
	const { phase } = world
	return {
		phase,
		open: phase === 'open' ? open() : null,
		chosen: phase === 'locked' ? world.name : null,
		recent: world.recent ? recent.filter(({ name }) => phase !== 'locked' || name !== world.name) : [],
		locked: world.lockedBy
			? {
					reason: world.lockedBy,
					at: '13:41',
					idle_minutes: world.settings.idle_minutes,
					draft_kept: world.drafts.size > 0,
				}
			: null,
		wait_seconds: world.waitSeconds,
	}
}

function open(): NonNullable<VaultStateView['open']> {
	return {
		name: world.name,
		sample: world.sample,
		has_sample: world.sample,
		own_day: world.sample,
		today: world.today,
		recovery_confirmed: world.recoveryConfirmed,
		advisers: world.empty ? 0 : world.advisers,
		has_figures: !world.empty,
		saved_at: '14:02:11',
		idle_minutes: world.settings.idle_minutes,
		notices: [],
		undo: world.undo.at(-1) ?? null,
		redo: world.redo.at(-1) ?? null,
	}
}

function become(phase: typeof world.phase): VaultStateView {
	world.phase = phase
	if (phase !== 'locked') world.lockedBy = null
	return state()
}

function check(typed: string | undefined): void {
	if (typed === world.passphrase) {
		world.wrongTries = 0
		world.waitSeconds = 0
		return
	}
	world.wrongTries += 1
	if (world.wrongTries >= 5) world.waitSeconds = 2 ** (world.wrongTries - 4)
	throw refusal(
		'wrong_passphrase',
		'That passphrase does not open this vault.',
		'Check Caps Lock and try again.',
	)
}

/** As in Rust: capitals do not matter, O counts as 0, I and L as 1. */
const plain = (text: string) =>
	text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')

function move(from: string[], to: string[], word: string) {
	const words = from.pop()
	if (!words) throw refusal('not_found', 'There is nothing to go back to.')
	to.push(words)
	return { words: `${word}: ${words}`, section: 'figures', place: {} }
}

export const vault: HandlersOf<'vault'> = {
	vault_state: state,
	vault_choose_new: () => place,
	vault_choose_existing: () => {
		become('locked')
		return place
	},
	vault_suggest_passphrase: () => ({ passphrase: 'lantern gravel otter midnight' }),
	vault_judge_passphrase: (_, [typed = '']) =>
		typed.length < 15
			? { accepted: false, strength: 'weak', sentence: 'Too short: 15 characters are the least.' }
			: { accepted: true, strength: 'strong', sentence: 'Would take centuries to guess.' },
	vault_begin: (request, [typed = '']) => {
		world.passphrase = typed
		world.sample = request.sample
		world.empty = !request.sample
		world.recoveryConfirmed = false
		become('creating')
		return { groups, asked }
	},
	vault_confirm_recovery: ({ answers }) => {
		const matches = asked.map((number, at) => plain(answers[at] ?? '') === groups[number - 1])
		const finished = matches.every(Boolean)
		if (finished) {
			world.recoveryConfirmed = true
			become('open')
		}
		return { matches, finished }
	},
	vault_save_sheet: () => ({ name: 'plumbline-recovery.pdf' }),
	vault_abandon: () => become('closed'),
	vault_open: (_, [typed]) => {
		check(typed)
		return become('open')
	},
	vault_recover: (_, [code = '', next = '']) => {
		if (plain(code) !== groups.join(''))
			throw refusal('wrong_passphrase', 'That recovery code does not open this vault.')
		world.passphrase = next
		return become('open')
	},
	vault_sample: () => {
		Object.assign(world, { sample: true, empty: false, name: 'Harbour team (sample)', today: '2026-12-03' })
		return become('open')
	},
	vault_close: () => {
		Object.assign(world, { sample: false, name: 'Harbour team' })
		return become('closed')
	},
	vault_quit: () => null,
	vault_lock: () => {
		world.lockedBy = 'asked'
		return become('locked')
	},
	vault_touch: () => ({ seconds_left: world.settings.idle_minutes * 60 }),
	vault_keep_drafts: (drafts) => {
		if (world.phase !== 'open') throw refusal('vault_locked', 'The vault is locked.')
		for (const draft of drafts)
			if (draft.text === '') world.drafts.delete(draft.field)
			else world.drafts.set(draft.field, draft)
		return null
	},
	vault_take_drafts: (field) =>
		[...world.drafts.values()].filter((draft) => `${draft.field}/`.startsWith(`${field}/`)),
	vault_change_passphrase: (_, [old, next = '']) => {
		check(old)
		world.passphrase = next
		return state()
	},
	vault_check_recovery_code: (_, [code = '']) => {
		if (plain(code) !== groups.join(''))
			throw refusal('wrong_passphrase', 'That recovery code does not open this vault.', null, 'code')
		world.recoveryConfirmed = true
		return state()
	},
	vault_new_recovery_code: (_, [typed]) => {
		check(typed)
		world.recoveryConfirmed = false
		return { groups, asked }
	},
	vault_confirm_passphrase: (_, [typed]) => {
		check(typed)
		world.freshPassphrase = true
		return null
	},
	vault_undo: () => move(world.undo, world.redo, 'Undone'),
	vault_redo: () => move(world.redo, world.undo, 'Done again'),
	vault_move_sample_day: (day) => {
		if (!world.sample)
			throw refusal('rule_refused', 'Only a vault with nobody but the sample team has a day of its own.')
		if (day <= world.today) throw refusal('rule_refused', 'The sample’s day only moves forward.', null, 'day')
		if (day > '2027-12-31') throw refusal('rule_refused', 'The sample ends on 31 December 2027.', null, 'day')
		world.today = day
		return state()
	},
	vault_remove_sample: () => {
		world.sample = false
		world.empty = true
		return state()
	},
}
