export {
	actOf,
	chooseKeys,
	chordOf,
	isMac,
	keptChord,
	keyRefusal,
	keymap,
	keysListed,
	keysNow,
	keysOf,
	keysTaken,
	shownKeys,
	type KeyAct,
} from './keymap.svelte.ts'
export { isTyping, moveRegion } from './regions.ts'
