export { backend } from '$backend'
export { Answer } from './answer.svelte.ts'
export { watch, type Backend, type Result } from './backend.ts'
export type * from './bindings.ts'

/** The bytes of a secret that was typed; the caller hands them to `callWithSecrets`, which wipes them. */
export function secretBytes(text: string): Uint8Array {
	return new TextEncoder().encode(text.normalize('NFKC'))
}
