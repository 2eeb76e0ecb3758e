/** One line of a menu. Off entries are read but do nothing. */
export type MenuEntry = { label: string; keys?: string; off?: boolean; run: () => void }

/** A column of a table: its head, a few words under it, and whether it holds numbers. */
export type Column = { head: string; number?: boolean; under?: string }
