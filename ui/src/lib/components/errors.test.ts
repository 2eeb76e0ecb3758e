import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { AppError, ErrorCode } from '$lib/ipc'
import ErrorNotice from './ErrorNotice.svelte'
import ErrorSummary from './ErrorSummary.svelte'
import { windowTitle } from './window-title.svelte.ts'

const error = (code: ErrorCode): AppError => ({
	code,
	message: 'It went wrong.',
	hint: 'Try again.',
	field: null,
})

it('an error that others may be asked about shows its code and can be copied', async () => {
	const user = userEvent.setup()
	render(ErrorNotice, { error: error('unexpected') })
	await user.click(screen.getByRole('button', { name: 'Copy details' }))
	expect(await navigator.clipboard.readText()).toBe('It went wrong.\nTry again.\nCode: unexpected')
	expect(screen.getByRole('status').textContent).toContain('Copied')
})

it('where copying is refused the code can be written down', async () => {
	userEvent.setup()
	navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))
	render(ErrorNotice, { error: error('unexpected') })
	screen.getByRole('button', { name: 'Copy details' }).click()
	await expect.poll(() => screen.getByRole('status').textContent).toContain('could not be copied')
})

it('a plain refusal has no code to copy', () => {
	render(ErrorNotice, { error: error('release_refused') })
	expect(screen.queryByRole('button')).toBeNull()
})

it('the window says that there are errors, and stops when there are none', async () => {
	windowTitle.page = 'Settings'
	const { rerender } = render(ErrorSummary, { errors: [{ field: 'a', words: 'Too long.' }] })
	expect(windowTitle.words).toBe('Error: Settings · Plumbline')
	await rerender({ errors: [] })
	expect(windowTitle.words).toBe('Settings · Plumbline')
	windowTitle.page = 'Plumbline'
	expect(windowTitle.words).toBe('Plumbline')
})

it('an error that stands alone is in the window as well', () => {
	windowTitle.page = 'Settings'
	const { unmount } = render(ErrorNotice, { error: error('unexpected') })
	expect(windowTitle.words).toBe('Error: Settings · Plumbline')
	unmount()
	expect(windowTitle.words).toBe('Settings · Plumbline')
})
