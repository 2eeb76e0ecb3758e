import { afterEach, beforeEach, expect, it } from 'vitest'
import { moveRegion } from './index.ts'

beforeEach(() => {
	const page = `
		<div data-region><button id="bar"></button></div>
		<nav data-region><a href="#a"></a><a id="rail" href="#b" aria-current="page"></a></nav>
		<main data-region><a href="#c"></a><h1 id="main" tabindex="-1"></h1>
			<aside data-region><button></button><h2 id="side" tabindex="-1"></h2></aside></main>`
	document.body.replaceChildren(...new DOMParser().parseFromString(page, 'text/html').body.childNodes)
})
afterEach(() => {
	document.body.replaceChildren()
})

const visited = (step: 1 | -1, times: number) =>
	Array.from({ length: times }, () => {
		moveRegion(step)
		return document.activeElement?.id
	})

it('F6 goes through all regions, one inside another too, and round again', () => {
	expect(visited(1, 5)).toEqual(['bar', 'rail', 'main', 'side', 'bar'])
})

it('Shift with it goes the other way', () => {
	expect(visited(-1, 5)).toEqual(['side', 'main', 'rail', 'bar', 'side'])
})

it('a region that is not shown is passed over', () => {
	const rail = document.querySelector('nav')
	if (rail) rail.checkVisibility = () => false
	expect(visited(1, 3)).toEqual(['bar', 'main', 'side'])
})
