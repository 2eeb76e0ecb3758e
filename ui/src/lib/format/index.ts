export { dayLong, dayShort, dayWords, parseDay } from './day.ts'
