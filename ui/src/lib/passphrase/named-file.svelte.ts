import { toasts } from '$lib/components'
import { t } from '$lib/i18n'
import { backend, type AppError, type WriteScorecard } from '$lib/ipc'
import { FreshPassphrase } from './fresh.svelte.ts'

/** A scorecard or the team report as a file. It names people, so the passphrase must be fresh. */
export class NamedFile {
	readonly fresh = new FreshPassphrase()
	error = $state.raw<AppError>()
	writing = $state(false)

	async write(request: WriteScorecard): Promise<void> {
		if (this.writing) return
		this.writing = true
		const written = await this.fresh.run(() => backend.call('scorecard_write', request))
		this.writing = false
		this.error = written && !written.ok ? written.error : undefined
		if (written?.ok && written.value.name !== null)
			toasts.say(t('app-saved-as', { name: written.value.name }))
	}
}
