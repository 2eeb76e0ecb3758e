import { saidOf } from '$lib/errors/said.ts'
import { parseDay } from '$lib/format'
import { t } from '$lib/i18n'
import { backend } from '$lib/ipc'
import { router } from '$lib/router'

/** Moving the day of the sample; a date chosen again in a moment, so nothing typed is kept. */
export class SampleDay {
	open = $state(false)
	day = $state('')
	tries = $state(0)
	fault = $state<string>()

	begin(): void {
		this.day = ''
		this.tries = 0
		this.fault = undefined
		this.open = true
	}

	async move(): Promise<void> {
		this.tries += 1
		const day = parseDay(this.day)
		this.fault = day ? undefined : t('app-sample-move-missing')
		if (!day) return
		const result = await backend.call('vault_move_sample_day', day)
		if (!result.ok) {
			this.fault = saidOf(result.error)
			this.tries += 1
			return
		}
		this.open = false
		// Whatever screen is shown, it is asked for anew as of that day.
		router.replace(router.route.name, router.route.params)
	}
}
