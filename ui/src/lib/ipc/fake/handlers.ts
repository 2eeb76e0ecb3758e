import type { Commands } from '../bindings.ts'
import { figures } from './figures.ts'
import { intake } from './intake.ts'
import { kpis } from './kpis.ts'
import { privacy } from './privacy.ts'
import { releases } from './releases.ts'
import { scorecard } from './scorecard.ts'
import { settings } from './settings.ts'
import { team } from './team.ts'
import { vault } from './vault.ts'

/** What answers a command: the request, and its secrets as text. An error is thrown as an `AppError`. */
export type Handlers = {
	[C in keyof Commands]: (
		request: Commands[C]['request'],
		secrets: string[],
	) => Commands[C]['response'] | Promise<Commands[C]['response']>
}

/** The handlers of one capability. */
export type HandlersOf<Prefix extends string> = {
	[C in keyof Commands as C extends `${Prefix}_${string}` ? C : never]: Handlers[C]
}

/** Complete by type: a command without a handler does not compile. */
export const handlers: Handlers = {
	...vault,
	...settings,
	...team,
	...kpis,
	...figures,
	...intake,
	...scorecard,
	...releases,
	...privacy,
}
