import type { AppError, Commands } from './bindings.ts'

/** What every command answers; a refusal is an ordinary answer, never an exception. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: AppError }

type Command = keyof Commands
/** Commands that take no secret. */
export type PlainCommand = { [C in Command]: Commands[C]['secrets'] extends [] ? C : never }[Command]
/** Commands that take passphrases or recovery codes beside the request. */
export type SecretCommand = Exclude<Command, PlainCommand>

/** A command's request; commands without one are called with the name alone. */
type Ask<C extends Command> = Commands[C]['request'] extends null ? [] : [request: Commands[C]['request']]
type Bytes<Names extends string[]> = { [Name in keyof Names]: Uint8Array }

/** The one door to everything that is not drawing. */
export interface Backend {
	call<C extends PlainCommand>(command: C, ...request: Ask<C>): Promise<Result<Commands[C]['response']>>
	/** Passes secrets as bytes beside the request and fills the arrays with zeros once they are sent. */
	callWithSecrets<C extends SecretCommand>(
		command: C,
		request: Commands[C]['request'],
		secrets: Bytes<Commands[C]['secrets']>,
	): Promise<Result<Commands[C]['response']>>
}

/** How a real or made-up app is reached: one untyped call, which `makeBackend` gives its types. */
export type Transport = (
	command: string,
	request: unknown,
	secrets?: Uint8Array[],
) => Promise<Result<unknown>>

/** Called after each answer, so that the session can follow what a command changed. */
export type Watcher = (command: Command, result: Result<unknown>) => void

const watchers = new Set<Watcher>()

/** Adds a watcher; the answer takes it away again. */
export function watch(watcher: Watcher): () => void {
	watchers.add(watcher)
	return () => watchers.delete(watcher)
}

export function makeBackend(transport: Transport): Backend {
	const told = <T>(command: Command, result: Result<unknown>): Result<T> => {
		for (const watcher of watchers) watcher(command, result)
		return result as Result<T>
	}
	return {
		async call(command, ...request) {
			return told(command, await transport(command, request[0] ?? null))
		},
		async callWithSecrets(command, request, secrets) {
			const bytes = secrets as Uint8Array[]
			try {
				return told(command, await transport(command, request, bytes))
			} finally {
				for (const secret of bytes) secret.fill(0)
			}
		},
	}
}

/** An error of our own making, for what never reached the app. */
export function unexpected(message: string): Result<never> {
	return { ok: false, error: { code: 'unexpected', message, hint: null, field: null } }
}
