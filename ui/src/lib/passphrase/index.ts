export { NewPassphrase } from './passphrase.svelte.ts'
export { default as PassphraseFields } from './PassphraseFields.svelte'
