import { makeBackend, unexpected, type Transport } from './backend.ts'
import type { Commands } from './bindings.ts'
import { handlers } from './fake/handlers.ts'
import { Refused, world } from './fake/world.ts'

type Handler = (request: unknown, secrets: string[]) => unknown

/** The made-up app: the Harbour team, answered at once. Used by `npm run dev`, unit tests and browser tests. */
const transport: Transport = async (command, request, secrets = []) => {
	world.calls.push(command)
	const read = new TextDecoder()
	const handler = handlers[command as keyof Commands] as Handler
	try {
		const failure = world.failures[command as keyof Commands]
		if (failure) throw new Refused(failure)
		const answer = await handler(
			structuredClone(request),
			secrets.map((secret) => read.decode(secret)),
		)
		return { ok: true, value: structuredClone(answer) }
	} catch (error) {
		return error instanceof Refused ? { ok: false, error: error.error } : unexpected(String(error))
	}
}

export const backend = makeBackend(transport)
