import { beforeEach, expect, it, vi } from 'vitest'
import { world } from '$lib/ipc/fake/world.ts'
import { tellShown } from './shown.ts'

let waiting: FrameRequestCallback[] = []
beforeEach(() => {
	waiting = []
	vi.spyOn(window, 'requestAnimationFrame').mockImplementation((frame) => waiting.push(frame))
})

const told = () => world.calls.filter((call) => call === 'settings_shown').length
const frame = () => {
	waiting.shift()?.(0)
}

it('a page is drawn once the screen has taken three frames, and says so once', () => {
	tellShown()
	frame()
	frame()
	expect(told()).toBe(0)
	frame()
	expect(told()).toBe(1)
	window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }))
	expect(told()).toBe(1)
})

it('a key or a pointer says as much, whatever the screen does', () => {
	tellShown()
	window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }))
	expect(told()).toBe(1)
	frame()
	frame()
	frame()
	expect(told()).toBe(1)
})
