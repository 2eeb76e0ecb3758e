export { actions, type Command, type ScreenActions } from './actions.svelte.ts'
export { default as Frame } from './Frame.svelte'
export { Shell } from './shell.svelte.ts'
export { default as TeamTabs } from './TeamTabs.svelte'
