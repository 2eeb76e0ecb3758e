/** The made-up ids end in the adviser's place by alias, from 0. */
const adviser = (place: number) => `${place}`.padStart(32, '0')

/** Every place to be looked at, with where the made-up app begins. A new screen adds its line here. */
export const screens: { name: string; address: string }[] = [
	{ name: 'welcome', address: '?start=first#/' },
	{ name: 'welcome with vaults opened lately', address: '#/' },
	{ name: 'create', address: '#/create' },
	{ name: 'unlock', address: '?start=locked#/unlock' },
	{ name: 'recover', address: '?start=locked#/recover' },
	{ name: 'recovery of an open vault', address: '?start=unconfirmed#/recovery' },
	{ name: 'settings', address: '?start=open#/settings' },
	{ name: 'settings of a sample', address: '?start=sample#/settings' },
	{ name: 'overview', address: '?start=open#/overview' },
	{ name: 'overview of an empty vault', address: '?start=empty#/overview' },
	{ name: 'advisers', address: '?start=open#/advisers' },
	{ name: 'advisers of an empty vault', address: '?start=empty#/advisers' },
	{ name: 'a new adviser', address: '?start=open#/advisers/new' },
	{ name: 'details of an adviser', address: `?start=open#/advisers/${adviser(4)}` },
	{ name: 'teams', address: '?start=open#/teams' },
	{ name: 'scorecard', address: `?start=open#/scorecard/${adviser(6)}` },
	{ name: 'scorecard with few figures', address: `?start=open#/scorecard/${adviser(5)}` },
	{ name: 'entry grid', address: '?start=open#/figures?period=2026-11' },
	{ name: 'entry grid without a team', address: '?start=empty#/figures' },
	{ name: 'chart', address: `?start=open#/scorecard/${adviser(6)}/K13` },
	{ name: 'chart with few figures', address: `?start=open#/scorecard/${adviser(5)}/K09?show=working` },
	{ name: 'import', address: '?start=open#/intake' },
	{ name: 'past imports', address: '?start=open#/intake/batches' },
	{ name: 'past imports, none yet', address: '?start=empty#/intake/batches' },
	{ name: 'help', address: '?start=open#/help' },
	{ name: 'about', address: '?start=open#/about' },
]
