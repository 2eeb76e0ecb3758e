/**
 * A block as spreadsheets put it on the clipboard: rows by line, cells by tab. A cell that holds a line break or a
 * tab stands in quotes, and a quote inside it is doubled.
 */
export function readSheet(text: string): string[][] {
	const rows: string[][] = [['']]
	let quoted = false
	for (const [piece] of text.replace(/\r\n?/g, '\n').replace(/\n$/, '').matchAll(/""|[\s\S]/g)) {
		const row = rows.at(-1) ?? []
		const cell = row.at(-1) ?? ''
		if (piece === '"' && (quoted || cell === '')) quoted = !quoted
		else if (piece === '""' && !quoted && cell === '') continue
		else if (piece === '\t' && !quoted) row.push('')
		else if (piece === '\n' && !quoted) rows.push([''])
		else row[row.length - 1] = cell + (piece === '""' && quoted ? '"' : piece)
	}
	return rows.map((row) => row.map((cell) => cell.replace(/\s+/g, ' ').trim()))
}

export function writeSheet(rows: string[][]): string {
	return rows.map((row) => row.join('\t')).join('\n')
}
