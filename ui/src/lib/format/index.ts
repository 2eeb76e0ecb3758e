export { hasLongAlias } from './alias.ts'
export { dayLong, dayShort, dayWords, parseDay } from './day.ts'
export { periodWords } from './period.ts'
