import { fireEvent, render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { library } from '$lib/ipc/fake/library.ts'
import { chartOf } from '$lib/ipc/fake/chart.ts'
import Chart from './Chart.svelte'
import { ChartReader } from './chart.svelte.ts'

const kpi = library().find(({ code }) => code === 'K13')
if (!kpi) throw new Error('the library has K13')
const { chart } = chartOf('Grace', kpi, { adviser: '6', kpi: 'K13' })

it('is a figure with the finding as its name and the sentence as its description', () => {
	render(Chart, { chart })
	const figure = screen.getByRole('figure', { name: chart.title })
	expect(figure).toHaveProperty('tabIndex', 0)
	const described = figure.getAttribute('aria-describedby')?.split(' ')[0] ?? ''
	expect(document.getElementById(described)?.textContent).toBe(chart.sentence)
})

it('arrows, Home and End read out points', async () => {
	const keys = userEvent.setup()
	render(Chart, { chart })
	screen.getByRole('figure').focus()
	const check = async (key: string, at: number) => {
		await keys.keyboard(key)
		const point = chart.points.at(at)
		expect(screen.getByText(`${point?.head ?? ''}. ${point?.body ?? ''}`)).toBeDefined()
	}
	await check('{ArrowRight}', -1)
	await check('{ArrowLeft}', -2)
	await check('{Home}', 0)
	await check('{ArrowRight}', 1)
	await check('{End}', -1)
})

it('Esc takes the tooltip away', async () => {
	const keys = userEvent.setup()
	render(Chart, { chart })
	screen.getByRole('figure').focus()
	await keys.keyboard('{Home}{Escape}')
	expect(screen.queryByText(chart.points[0]?.head ?? '')).toBeNull()
})

it('T shows the same as a table', async () => {
	const keys = userEvent.setup()
	render(Chart, { chart })
	screen.getByRole('figure').focus()
	await keys.keyboard('t')
	expect(screen.getByRole('table', { name: chart.table.caption })).toBeDefined()
	expect(screen.getAllByRole('row')).toHaveLength(chart.table.rows.length + 1)
})

it('draws every point', () => {
	const { container } = render(Chart, { chart })
	expect(container.querySelectorAll('svg g > :is(circle, rect, path)')).toHaveLength(chart.points.length)
})

it('T in the table leads back, and the focus follows', async () => {
	const keys = userEvent.setup()
	render(Chart, { chart })
	screen.getByRole('figure').focus()
	await keys.keyboard('t')
	expect(document.activeElement).toBe(screen.getByRole('region', { name: chart.table.caption }))
	await keys.keyboard('t')
	expect(document.activeElement).toBe(screen.getByRole('figure'))
})

it('the focus brings the latest point, without saying it twice', async () => {
	render(Chart, { chart })
	screen.getByRole('figure').focus()
	const head = chart.points.at(-1)?.head ?? ''
	expect(await screen.findByText(head)).toBeDefined()
	expect(screen.queryByText(new RegExp(`^${head}\\. `))).toBeNull()
})

it('the pointer brings the nearest point, and takes it away', async () => {
	render(Chart, { chart })
	const figure = screen.getByRole('figure')
	figure.getBoundingClientRect = () => new DOMRect(0, 0, chart.width, chart.height)
	const first = chart.points[0]
	await fireEvent.pointerMove(figure, { clientX: first?.x ?? 0 })
	expect(screen.getByText(first?.head ?? '')).toBeDefined()
	await fireEvent.pointerLeave(figure)
	expect(screen.queryByText(first?.head ?? '')).toBeNull()
})

it('Esc takes away what the pointer brought, wherever the focus is', async () => {
	render(Chart, { chart })
	const figure = screen.getByRole('figure')
	figure.getBoundingClientRect = () => new DOMRect(0, 0, chart.width, chart.height)
	await fireEvent.pointerMove(figure, { clientX: chart.points[0]?.x ?? 0 })
	await userEvent.keyboard('{Escape}')
	expect(screen.queryByText(chart.points[0]?.head ?? '')).toBeNull()
})

it('the pointer gives back the point that has the focus', async () => {
	render(Chart, { chart })
	const figure = screen.getByRole('figure')
	figure.getBoundingClientRect = () => new DOMRect(0, 0, chart.width, chart.height)
	figure.focus()
	await fireEvent.pointerMove(figure, { clientX: chart.points[0]?.x ?? 0 })
	await fireEvent.pointerLeave(figure)
	expect(screen.getByText(chart.points.at(-1)?.head ?? '')).toBeDefined()
})

it('the tooltip lies inside the drawing and covers no point', () => {
	const reader = new ChartReader(() => chart)
	for (const at of chart.points.keys()) {
		reader.at = at
		const { x, y, width, height } = reader.place
		expect(x >= 0 && y >= 0 && x + width <= chart.width && y + height <= chart.height).toBe(true)
		const covered = chart.points.filter(
			(point) => point.x > x && point.x < x + width && point.y > y && point.y < y + height,
		)
		expect(covered, `point ${at}`).toEqual([])
	}
})
