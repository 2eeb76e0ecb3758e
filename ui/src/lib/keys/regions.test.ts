import { afterEach, beforeEach, expect, it } from 'vitest'
import { moveRegion } from './regions.ts'

function region(tag: string, id: string): HTMLElement {
	const place = document.createElement(tag)
	place.dataset['region'] = ''
	const button = document.createElement('button')
	button.id = id
	place.append(button)
	return place
}

beforeEach(() => {
	const rail = region('nav', 'rail')
	rail.style.display = 'none'
	const main = region('main', 'main')
	main.append(region('aside', 'side'))
	document.body.append(rail, region('header', 'bar'), main)
})

afterEach(() => {
	document.body.replaceChildren()
})

it('F6 walks round through a side within the page, and passes by what is not shown', () => {
	document.getElementById('bar')?.focus()
	const visited = [1, 2, 3].map(() => {
		moveRegion(1)
		return document.activeElement?.id
	})
	expect(visited).toEqual(['main', 'side', 'bar'])
	moveRegion(-1)
	expect(document.activeElement?.id).toBe('side')
})
