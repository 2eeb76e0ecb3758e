/** An alias that does not fit the column of short ones: then the column is made wider, instead of breaking words. */
const long = 10

export const hasLongAlias = (rows: readonly { alias: string }[]) =>
	rows.some(({ alias }) => alias.length > long)
