import { preview } from 'vite'

/** Serves the build with the made-up app for all browser tests. */
export default async function serve() {
	const server = await preview({
		mode: 'fake',
		build: { outDir: 'dist-fake' },
		preview: { port: 4199, strictPort: true },
		logLevel: 'error',
	})
	return () => server.close()
}
