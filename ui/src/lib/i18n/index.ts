import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle'

/** The labels of the interface; what Rust says (`*-sentences`, dates) stays with Rust. */
const catalogues = import.meta.glob<string>(
	['$words/en/*.ftl', '!$words/en/*-sentences.ftl', '!$words/en/dates.ftl'],
	{ query: '?raw', import: 'default', eager: true },
)

const bundle = new FluentBundle('en-GB', { useIsolating: false })
for (const [path, text] of Object.entries(catalogues)) {
	const faults = bundle.addResource(new FluentResource(text))
	const [fault] = faults
	if (fault && import.meta.env.MODE === 'test') throw new Error(`${path}: ${fault.message}`)
}

export type Arguments = Record<string, FluentVariable>

/** Whether the catalogue has this key. */
export function has(key: string): boolean {
	return bundle.hasMessage(key)
}

/** The words of a key. A key that is missing shows as ⟨key⟩ and fails every test. */
export function t(key: string, values?: Arguments): string {
	const message = bundle.getMessage(key)
	if (!message?.value) return missing(key)
	const faults: Error[] = []
	const words = bundle.formatPattern(message.value, values ?? null, faults)
	return faults.length > 0 ? missing(key) : words
}

function missing(key: string): string {
	if (import.meta.env.MODE === 'test') throw new Error(`no words for ${key}`)
	return `⟨${key}⟩`
}
