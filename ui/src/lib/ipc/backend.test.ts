import { describe, expect, it } from 'vitest'
import { makeBackend, watch, type Transport } from './backend.ts'
import { packSecrets } from './tauri.ts'

const answers: Transport = (command) => Promise.resolve({ ok: true, value: command })

describe('secrets', () => {
	it('are zeros once they are sent', async () => {
		const secret = new TextEncoder().encode('open sesame')
		let sent = ''
		const backend = makeBackend((_, __, secrets = []) => {
			sent = new TextDecoder().decode(secrets[0])
			return Promise.resolve({ ok: true, value: null })
		})
		await backend.callWithSecrets('vault_confirm_passphrase', null, [secret])
		expect(sent).toBe('open sesame')
		expect(
			[...secret].every((byte) => byte === 0),
			'nothing of it may stay in memory',
		).toBe(true)
	})

	it('are zeros even when the call breaks', async () => {
		const secret = Uint8Array.of(1, 2, 3)
		const backend = makeBackend(() => Promise.reject(new Error('gone')))
		await expect(backend.callWithSecrets('vault_confirm_passphrase', null, [secret])).rejects.toThrow('gone')
		expect([...secret]).toEqual([0, 0, 0])
	})

	it('travel behind the request, each with its length', () => {
		const packed = packSecrets({ place: null }, [Uint8Array.of(7), Uint8Array.of(8, 9)])
		const json = [...new TextEncoder().encode('{"place":null}')]
		expect([...packed]).toEqual([json.length, 0, 0, 0, ...json, 1, 0, 0, 0, 7, 2, 0, 0, 0, 8, 9])
	})

	it('travel behind null when there is no request', () => {
		expect([...packSecrets(null, [])]).toEqual([4, 0, 0, 0, ...new TextEncoder().encode('null')])
	})
})

it('a watcher sees each answer until it is taken away', async () => {
	const seen: string[] = []
	const stop = watch((command) => seen.push(command))
	const backend = makeBackend(answers)
	await backend.call('vault_state')
	stop()
	await backend.call('vault_lock')
	expect(seen).toEqual(['vault_state'])
})
