/** @type {import('prettier').Config} */
export default {
	useTabs: true,
	semi: false,
	singleQuote: true,
	printWidth: 110,
	plugins: ['prettier-plugin-svelte'],
	overrides: [{ files: '*.svelte', options: { parser: 'svelte' } }],
}
