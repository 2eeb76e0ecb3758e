export { beside, blockOf, holds, moved, spotsOf, within, type Block, type Size, type Spot } from './cursor.ts'
export { readSheet, writeSheet } from './sheet.ts'
