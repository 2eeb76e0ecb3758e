import { defineConfig } from 'vitest/config'

/** Tests in a real browser, against a build with the fake backend. */
export default defineConfig({
	test: {
		include: ['tests/ui/**/*.test.ts'],
		globalSetup: ['./tests/ui/serve.ts'],
		fileParallelism: false,
		testTimeout: 60_000,
		hookTimeout: 60_000,
	},
})
