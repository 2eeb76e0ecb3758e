import { render, screen } from '@testing-library/svelte'
import { expect, it, vi } from 'vitest'
import { idle } from '$lib/session'
import IdleDialog from '$lib/shell/IdleDialog.svelte'

const row = () => screen.getByRole('button', { name: 'Stay' }).parentElement

it.each([
	['Windows NT 10.0', true],
	['X11; Linux', false],
])('on %s the buttons of a dialog stand in that system’s order', (system, turned) => {
	const agent = vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(`Mozilla/5.0 (${system})`)
	idle.left = 1
	render(IdleDialog)
	expect(row()?.lastElementChild?.textContent).toBe('Stay')
	expect(row()?.classList.contains('windows')).toBe(turned)
	agent.mockRestore()
	idle.left = Infinity
})
