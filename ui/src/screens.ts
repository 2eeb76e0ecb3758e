import type { Component } from 'svelte'
import type { RouteName } from '$lib/router'
import About from './capabilities/about/About.svelte'
import Advisers from './capabilities/advisers/Advisers.svelte'
import Batches from './capabilities/batches/Batches.svelte'
import Chart from './capabilities/chart/Chart.svelte'
import Create from './capabilities/create/Create.svelte'
import Figures from './capabilities/figures/Figures.svelte'
import Help from './capabilities/help/Help.svelte'
import Intake from './capabilities/intake/Intake.svelte'
import Journal from './capabilities/journal/Journal.svelte'
import Kpis from './capabilities/kpis/Kpis.svelte'
import Overview from './capabilities/overview/Overview.svelte'
import Privacy from './capabilities/privacy/Privacy.svelte'
import Recover from './capabilities/recover/Recover.svelte'
import Recovery from './capabilities/recovery/Recovery.svelte'
import Scorecard from './capabilities/scorecard/Scorecard.svelte'
import Releases from './capabilities/releases/Releases.svelte'
import Summary from './capabilities/releases/Summary.svelte'
import Settings from './capabilities/settings/Settings.svelte'
import Adviser from './capabilities/team/Adviser.svelte'
import Teams from './capabilities/team/Teams.svelte'
import Unlock from './capabilities/unlock/Unlock.svelte'
import Welcome from './capabilities/welcome/Welcome.svelte'

/**
 * Which screen shows a place; it gets the place's parameters as properties. To add one, import it and add a line:
 * rail, keys, palette and menus show a place as soon as it stands here, and not before.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each screen has its own parameters
export const screens: Partial<Record<RouteName, Component<any>>> = {
	welcome: Welcome,
	create: Create,
	recovery: Recovery,
	unlock: Unlock,
	recover: Recover,
	overview: Overview,
	advisers: Advisers,
	adviser: Adviser,
	teams: Teams,
	scorecard: Scorecard,
	chart: Chart,
	figures: Figures,
	intake: Intake,
	batches: Batches,
	releases: Releases,
	summary: Summary,
	privacy: Privacy,
	journal: Journal,
	kpis: Kpis,
	settings: Settings,
	help: Help,
	about: About,
}
