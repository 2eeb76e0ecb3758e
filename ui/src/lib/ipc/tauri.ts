import { invoke } from '@tauri-apps/api/core'
import { t } from '$lib/i18n'
import { makeBackend, unexpected, type Transport } from './backend.ts'
import type { AppError } from './bindings.ts'

/** Length of the JSON, JSON, then each secret with its length before it; lengths are 32-bit little-endian. */
export function packSecrets(request: unknown, secrets: Uint8Array[]): Uint8Array {
	const json = new TextEncoder().encode(JSON.stringify(request ?? null))
	const parts = [json, ...secrets]
	const packed = new Uint8Array(parts.reduce((size, part) => size + 4 + part.length, 0))
	const view = new DataView(packed.buffer)
	let at = 0
	for (const part of parts) {
		view.setUint32(at, part.length, true)
		packed.set(part, at + 4)
		at += 4 + part.length
	}
	return packed
}

function isAppError(error: unknown): error is AppError {
	return typeof error === 'object' && error !== null && 'code' in error && 'message' in error
}

const transport: Transport = async (command, request, secrets) => {
	const packed = secrets && packSecrets(request, secrets)
	try {
		return { ok: true, value: await invoke(command, packed ?? { request }) }
	} catch (error) {
		return isAppError(error) ? { ok: false, error } : unexpected(t('errors-no-answer'))
	} finally {
		packed?.fill(0)
	}
}

export const backend = makeBackend(transport)
