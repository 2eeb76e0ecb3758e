export { default as AskFresh } from './AskFresh.svelte'
export { FreshPassphrase } from './fresh.svelte.ts'
export { NewPassphrase } from './passphrase.svelte.ts'
export { default as PassphraseFields } from './PassphraseFields.svelte'
