import Table2 from '@lucide/svelte/icons/table-2'
import LayoutList from '@lucide/svelte/icons/layout-list'
import Share from '@lucide/svelte/icons/share'
import ShieldCheck from '@lucide/svelte/icons/shield-check'
import Users from '@lucide/svelte/icons/users'
import type { Component } from 'svelte'
import type { RouteName } from '$lib/router'

/** A section of the rail; `also` are places inside it, so that the rail shows where one is. */
export type Section = { route: RouteName; label: string; icon: Component; also: readonly RouteName[] }

/** The sections in the order of the rail and of Ctrl+1 …; those whose features come later are not listed. */
export const allSections: readonly Section[] = [
	{ route: 'overview', label: 'app-section-overview', icon: LayoutList, also: [] },
	{
		route: 'advisers',
		label: 'app-section-advisers',
		icon: Users,
		also: ['adviser', 'scorecard', 'chart', 'teams', 'kpis'],
	},
	{ route: 'figures', label: 'app-section-figures', icon: Table2, also: ['intake', 'batches'] },
	{ route: 'releases', label: 'app-section-releases', icon: Share, also: ['summary'] },
	{ route: 'privacy', label: 'app-section-privacy', icon: ShieldCheck, also: ['journal'] },
]

/** The sections that have a screen. */
export function sectionsOf(hasScreen: (route: RouteName) => boolean): Section[] {
	return allSections.filter((section) => hasScreen(section.route))
}

export function isWithin(section: Section, route: RouteName): boolean {
	return section.route === route || section.also.includes(route)
}
