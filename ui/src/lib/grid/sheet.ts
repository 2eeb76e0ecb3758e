/** One cell of a block: in quotes or plain, and what ends it. */
const cells = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/g

/**
 * A block as spreadsheets put it on the clipboard: rows by line, cells by tab. A cell that holds a line break or a
 * tab stands in quotes, and a quote inside it is doubled.
 */
export function readSheet(text: string): string[][] {
	const rows: string[][] = [[]]
	for (const [, quoted, plain = '', end] of text.replace(/\r\n?/g, '\n').replace(/\n$/, '').matchAll(cells)) {
		const cell = quoted === undefined ? plain : quoted.replaceAll('""', '"')
		rows.at(-1)?.push(cell.replace(/\s+/g, ' ').trim())
		if (end === '\n') rows.push([])
		if (end === '') break
	}
	return rows
}

export function writeSheet(rows: string[][]): string {
	return rows.map((row) => row.join('\t')).join('\n')
}
