import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { library } from '$lib/ipc/fake/library.ts'
import { chartOf } from '$lib/ipc/fake/chart.ts'
import Chart from './Chart.svelte'

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
