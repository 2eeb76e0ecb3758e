/** One line of a menu. Off entries are read but do nothing; the menu opens at the one that is there already. */
export type MenuEntry = { label: string; keys?: string; off?: boolean; current?: boolean; run: () => void }

/** A column of a table: its head, a few words under it, and whether it holds numbers. */
export type Column = { head: string; number?: boolean; under?: string }
