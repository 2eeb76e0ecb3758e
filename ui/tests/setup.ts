import { cleanup } from '@testing-library/svelte'
import { afterEach, beforeEach } from 'vitest'
import { resetWorld } from '../src/lib/ipc/fake/world.ts'

// jsdom has no dialogs and draws nothing; these stand in for what tests need of them.
HTMLDialogElement.prototype.showModal = function show(this: HTMLDialogElement) {
	this.open = true
}
HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement) {
	this.open = false
	this.dispatchEvent(new Event('close'))
}
Element.prototype.scrollIntoView = () => undefined

beforeEach(() => {
	resetWorld()
	window.history.replaceState(null, '', '#/')
})
afterEach(cleanup)
