/** @type {import('stylelint').Config} */
export default {
	extends: ['stylelint-config-standard', 'stylelint-config-html/svelte'],
	rules: {
		'color-no-hex': true,
		'declaration-no-important': true,
		'declaration-property-unit-disallowed-list': { 'font-size': ['px'] },
		'selector-pseudo-class-no-unknown': [true, { ignorePseudoClasses: ['global'] }],
		'no-descending-specificity': null,
	},
	overrides: [{ files: ['src/lib/styles/tokens.css'], rules: { 'color-no-hex': null } }],
}
