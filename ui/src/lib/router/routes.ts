/** Every place in the app. A place is only reachable once `screens.ts` has a screen for it. */
export const paths = {
	welcome: '/',
	create: '/create',
	unlock: '/unlock',
	recover: '/recover',
	recovery: '/recovery',
	overview: '/overview',
	advisers: '/advisers',
	teams: '/teams',
	adviser: '/advisers/:adviser',
	scorecard: '/scorecard/:adviser',
	chart: '/scorecard/:adviser/:kpi',
	figures: '/figures',
	intake: '/intake',
	batches: '/intake/batches',
	releases: '/releases',
	summary: '/releases/new',
	privacy: '/privacy',
	journal: '/privacy/journal',
	kpis: '/kpis',
	settings: '/settings',
	help: '/help',
	about: '/about',
} as const

export type RouteName = keyof typeof paths
export type Params = Record<string, string>
export type Route = { name: RouteName; params: Params }

/** Places that exist without an open vault; all others wait for one. */
export const beforeVault: readonly RouteName[] = [
	'welcome',
	'create',
	'recovery',
	'unlock',
	'recover',
	'help',
	'about',
]

/** The address of a place; what no `:part` takes follows as a query. */
export function addressOf(name: RouteName, params: Params = {}): string {
	const rest = new URLSearchParams(params)
	const path = paths[name].replace(/:(\w+)/g, (_, part: string) => {
		const value = rest.get(part) ?? ''
		rest.delete(part)
		return encodeURIComponent(value)
	})
	return rest.size > 0 ? `#${path}?${rest.toString()}` : `#${path}`
}

function match(pattern: string, path: string): Params | undefined {
	const wanted = pattern.split('/')
	const given = path.split('/')
	if (wanted.length !== given.length) return undefined
	const params: Params = {}
	for (const [index, part] of wanted.entries()) {
		const value = decodeURIComponent(given[index] ?? '')
		if (part.startsWith(':') && value !== '') params[part.slice(1)] = value
		else if (part !== value) return undefined
	}
	return params
}

/** The place of an address, if there is one. */
export function routeOf(address: string): Route | undefined {
	const [path = '/', query = ''] = address.replace(/^#/, '').split('?')
	for (const [name, pattern] of Object.entries(paths) as [RouteName, string][]) {
		const params = match(pattern, path === '' ? '/' : path)
		if (params) return { name, params: { ...params, ...Object.fromEntries(new URLSearchParams(query)) } }
	}
	return undefined
}
