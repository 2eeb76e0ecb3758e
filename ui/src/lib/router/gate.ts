import type { VaultPhaseView } from '$lib/ipc'
import { beforeVault, type RouteName } from './routes.ts'

const always: readonly RouteName[] = ['help', 'about']

/** Places each phase of the vault allows; open allows all but the ways in. */
const allowed: Record<Exclude<VaultPhaseView, 'open'>, readonly RouteName[]> = {
	closed: ['welcome', 'create', 'unlock', 'recover', ...always],
	creating: ['recovery', ...always],
	locked: ['unlock', 'recover', ...always],
}

const landing: Record<Exclude<VaultPhaseView, 'open'>, RouteName> = {
	closed: 'welcome',
	creating: 'recovery',
	locked: 'unlock',
}

/** Where one must go instead of `here`, if anywhere: nothing of a vault is reachable while it is shut. */
export function detour(phase: VaultPhaseView, here: RouteName, first: RouteName): RouteName | undefined {
	if (phase !== 'open') return allowed[phase].includes(here) ? undefined : landing[phase]
	const wayIn = beforeVault.includes(here) && !always.includes(here) && here !== 'recovery'
	return wayIn ? first : undefined
}
