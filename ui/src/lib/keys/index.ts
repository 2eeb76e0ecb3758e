export { actOf, chordOf, isMac, keymap, keysOf, shownKeys, type KeyAct } from './keymap.ts'
export { isTyping, moveRegion } from './regions.ts'
