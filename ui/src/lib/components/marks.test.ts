import { render, screen } from '@testing-library/svelte'
import { expect, it } from 'vitest'
import type { StatusView } from '$lib/ipc'
import StatusMark from './StatusMark.svelte'
import TargetMark from './TargetMark.svelte'

const serializer = new XMLSerializer()
const statuses: StatusView[] = ['better', 'worse', 'changed', 'no_clear_change', 'too_few', 'no_figures']

it('each status has a word and a shape of its own', () => {
	const shapes = statuses.map((status) => {
		const { container, unmount } = render(StatusMark, { status })
		expect(container.textContent.trim()).not.toBe('')
		const shape = [...container.querySelectorAll('svg > *')]
			.map((part) => serializer.serializeToString(part).replaceAll(/ class="[^"]*"/g, ''))
			.join()
		const ring = container.querySelector('.ring') ? 'ring' : ''
		unmount()
		return shape + ring
	})
	expect(new Set(shapes).size, 'in greyscale only the shape is left').toBe(statuses.length)
})

it('a quiet mark still says its word', () => {
	render(StatusMark, { status: 'worse', quiet: true })
	expect(screen.getByText('Worse').className).toContain('unseen')
})

it('no target is written out, without a box', () => {
	const { container } = render(TargetMark, { props: { target: 'no_target' } })
	expect(screen.getByText('No target')).toBeDefined()
	expect(container.querySelector('svg')).toBeNull()
})
