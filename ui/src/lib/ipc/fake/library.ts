import type { BlockView, DirectionView, GrainView, KindView, KpiView } from '../bindings.ts'

/** Made-up short form of the library: in use or not, code, name, words beside it, kind, block, grain, direction … */
const inUse = `
K08|Client contacts|per day|rate|leading|month|up|two-way contacts with clients|available full-time days|see early whether clients are met often enough|a monthly count typed by the adviser; no call logs
K09|Attendance|of booked|proportion|leading|month|up|appointments attended|appointments booked|see whether meetings are arranged so that people can come|totals a month; no diary is read
K05|Plans on time|of due|proportion|leading|month|up|plans agreed within 20 working days|starts due a plan|see whether new clients get a plan soon|a count a month; plans themselves are not read
K13|Employer conversations|a week|count|leading|week|up|two-way contacts with an employer about a real or likely role||see early whether vacancies are likely|a weekly count typed by the adviser; no call logs
K19|Job starts|a month|count|lagging|month|up|clients who started a job||see whether the work leads to jobs|a team total would hide who needs support
K23|In work at 13 weeks|of starts|proportion|lagging|month|up|starts still in work at 13 weeks|job starts at least 13 weeks ago|see whether jobs last|asked once at 13 weeks; no pay details
K30|Files, no critical fail|random sample|proportion|quality|month|up|files audited without a critical fail|files sampled|see whether records protect clients|a random sample of 12 instead of every file
K29|Client: next step clear|of replies|proportion|quality|month|up|clients who say their next step is clear|clients who replied|hear from clients whether meetings help|three questions without a name`

const notInUse = `
K01|Contact on time|of referrals|proportion|leading|week|up|referrals spoken to within 2 working days|referrals received|see whether new people wait|a weekly count; no names
K07|Contact standard met|of caseload|proportion|leading|week|up|active clients contacted within 14 days|active caseload|see whether anybody is forgotten|a weekly count; no names
K14|New vacancies sourced|per day|rate|leading|month|up|vacancies with a brief|available full-time days|see whether conversations lead to vacancies|a monthly count
K17|Submission to interview|of submissions|proportion|leading|month|up|interviews|submissions|see whether people are put forward for the right roles|a monthly count
K22|Early job loss|of starts|proportion|lagging|month|down|jobs ended within 28 days|job starts at least 28 days ago|see whether jobs fit|asked once at 28 days
K28|Active caseload|per full-time|value|context|week|range|active clients per full-time adviser||read every other figure fairly|a weekly count
K31|Call quality|of points|score_share|quality|month|up|points reached|points possible|see whether calls move people on|12 calls drawn at random instead of all
R1|Business conversations|a week|count|leading|week|up|conversations that could lead to a vacancy||see early whether vacancies are likely|a weekly count
R3|CV to interview|of CVs sent|proportion|leading|month|up|interviews|CVs sent|see whether the right people are put forward|a monthly count
R8|Placements|a month|count|lagging|month|up|people placed||see whether the work leads to jobs|a monthly count`

const pairs: Record<string, string> = {
	K08: 'K31',
	K09: 'K29',
	K05: 'K30',
	K13: 'K14',
	K19: 'K22',
	K23: 'K33',
}
const lags: Record<string, number> = { K19: 120, K23: 210, K22: 150 }

function kpi(line: string, active: boolean): KpiView {
	const [code, name, unit_words, kind, block, grain, direction, numerator, denominator, purpose, less] =
		line.split('|') as [string, string, string, KindView, BlockView, GrainView, DirectionView, ...string[]]
	return {
		code,
		version: 1,
		valid_from: null,
		name,
		unit_words,
		numerator: numerator ?? '',
		denominator: denominator ?? '',
		excludes: code === 'K13' ? ['voicemail', 'mass e-mail', 'job-board browsing'] : [],
		kind,
		direction,
		block,
		grain,
		exposure: kind === 'rate' ? 'fte_days' : 'none',
		lag_days: lags[code] ?? 7,
		minimum_denominator: 10,
		pair: pairs[code] ?? null,
		feeders: code === 'K13' ? ['K14', 'K19'] : [],
		tasks: ['Meets clients'],
		purpose: purpose ?? '',
		less_intrusive: less ?? '',
		local: false,
		active,
		has_figures: active,
		targets: [],
	}
}

const lines = (text: string) => text.trim().split('\n')

/** The KPIs of the made-up vault as it begins. */
export function library(): KpiView[] {
	const all = [
		...lines(inUse).map((line) => kpi(line, true)),
		...lines(notInUse).map((line) => kpi(line, false)),
	]
	const target = (code: string, value: string, id: number) => {
		const source = 'contract, schedule 4'
		all
			.find((one) => one.code === code)
			?.targets.push({ id, scope: 'each', level: 'expected', value, from: '2026-04-01', to: null, source })
	}
	target('K13', '8', 1)
	target('K19', '6', 2)
	target('K30', '95 %', 3)
	return all
}
