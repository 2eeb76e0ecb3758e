import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** `fake` and `test` run without Rust, on the made-up Harbour team; every other mode talks to the real app. */
export default defineConfig(({ mode }) => ({
	plugins: [svelte()],
	resolve: {
		alias: {
			$backend: at(mode === 'fake' || mode === 'test' ? './src/lib/ipc/fake.ts' : './src/lib/ipc/tauri.ts'),
			$lib: at('./src/lib'),
			$words: at('../src-tauri/crates/words/locales'),
		},
		...(mode === 'test' && { conditions: ['browser'] }),
	},
	server: { port: 1420, strictPort: true, fs: { allow: ['..'] } },
	build: {
		target: 'es2023',
		// The content policy allows no data: addresses, so even small fonts stay files.
		assetsInlineLimit: 0,
		modulePreload: { polyfill: false },
	},
	test: {
		environment: 'jsdom',
		include: ['src/**/*.test.ts'],
		css: true,
		setupFiles: ['./tests/setup.ts'],
		restoreMocks: true,
		// A table of sixty links takes seconds to be searched by role when the machine is busy.
		testTimeout: 20_000,
	},
}))
