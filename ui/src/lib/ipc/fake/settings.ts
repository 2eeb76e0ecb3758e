import type { HandlersOf } from './handlers.ts'
import { refusal, world } from './world.ts'

export const settings: HandlersOf<'settings'> = {
	settings_shown: () => null,
	settings_load: () => world.settings,
	settings_about: () => ({
		version: '0.1.0',
		commit: 'unknown',
		parts: ['File format 1', 'Schema 1', 'SQLCipher 4.20.0', 'SQLite 3.54.1'],
		licences: [
			['argon2', '0.6.0', 'MIT OR Apache-2.0'],
			['ring', '0.17.14', 'Apache-2.0 AND ISC'],
			['rusqlite', '0.43.0', 'MIT'],
			['Atkinson Hyperlegible Next', '5.3.0', 'OFL-1.1'],
		],
	}),
	settings_resize: ({ text_size }) => Object.assign(world.settings, { text_size }),
	settings_save: (wanted) => {
		if (wanted.idle_minutes < 1 || wanted.idle_minutes > 60)
			throw refusal('rule_refused', 'Choose 1 to 60 minutes.', null, 'idle_minutes')
		const { figures_kept_months: months, figures_kept_reason: reason } = wanted
		if (months < 13 || months > 61)
			throw refusal(
				'rule_refused',
				'Figures are kept for between 13 and 61 months.',
				null,
				'figures_kept_months',
			)
		if (months > 25 && reason.trim() === '')
			throw refusal(
				'rule_refused',
				'Keeping figures for more than 25 months needs a written reason.',
				null,
				'figures_kept_reason',
			)
		world.settings = wanted
		return wanted
	},
}
