export {
	actOf,
	chooseKeys,
	chordOf,
	isMac,
	keyRefusal,
	keymap,
	keysNow,
	keysOf,
	shownKeys,
	type KeyAct,
} from './keymap.svelte.ts'
export { isTyping, moveRegion } from './regions.ts'
