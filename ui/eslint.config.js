import globals from 'globals'
import svelte from 'eslint-plugin-svelte'
import ts from 'typescript-eslint'
import svelteConfig from './svelte.config.js'

const tauri = { group: ['@tauri-apps/*'], message: 'Only lib/ipc knows Tauri; call backend.' }
const library = { group: ['bits-ui', 'bits-ui/*'], message: 'Libraries live inside lib/components.' }
const capability = {
	group: ['../*/*', '**/capabilities/*'],
	message: 'Capabilities never import each other; share through lib.',
}
const imports = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] })

export default ts.config(
	{ ignores: ['dist', 'dist-fake', 'node_modules', 'src/lib/ipc/bindings.ts', '*.config.js'] },
	ts.configs.strictTypeChecked,
	ts.configs.stylisticTypeChecked,
	svelte.configs.recommended,
	{
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		languageOptions: {
			globals: globals.browser,
			parserOptions: {
				project: ['./tsconfig.json', './tsconfig.node.json'],
				extraFileExtensions: ['.svelte'],
				tsconfigRootDir: import.meta.dirname,
			},
		},
		rules: {
			eqeqeq: 'error',
			'no-console': 'error',
			complexity: ['error', 10],
			'no-restricted-properties': [
				'error',
				...['innerHTML', 'outerHTML', 'insertAdjacentHTML'].map((property) => ({
					property,
					message: 'Text reaches the page as text nodes only.',
				})),
			],
			'no-eval': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': 'error',
			'@typescript-eslint/consistent-type-definitions': 'off',
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			...imports(tauri, library),
		},
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
		rules: {
			'svelte/no-at-html-tags': 'error',
			'svelte/require-each-key': 'error',
			'svelte/button-has-type': 'error',
			'svelte/no-unused-props': 'error',
			// ESLint sees callbacks of components as `any`; svelte-check gives them their types.
			'@typescript-eslint/no-unsafe-assignment': 'off',
			'@typescript-eslint/no-unsafe-argument': 'off',
			'svelte/no-unused-svelte-ignore': 'off', // -- it takes the reason behind the dashes for more codes
			'svelte/no-inline-styles': ['error', { allowTransitions: false }],
			'svelte/block-lang': ['error', { script: 'ts' }],
		},
	},
	{ files: ['src/lib/ipc/**'], rules: imports(library) },
	{ files: ['src/lib/components/**'], rules: imports(tauri) },
	{ files: ['src/capabilities/**'], rules: imports(tauri, library, capability) },
	{
		files: ['src/**'],
		ignores: ['**/*.test.ts'],
		rules: { 'max-lines': ['error', { max: 200, skipBlankLines: false }] },
	},
	{ files: ['src/**/*.svelte'], rules: { 'max-lines': ['error', 200] } },
)
