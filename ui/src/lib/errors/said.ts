import type { AppError } from '$lib/ipc'

/** What stands beside a field: what is wrong, and what to do. */
export function saidOf({ message, hint }: AppError): string {
	return hint === null ? message : `${message} ${hint}`
}
