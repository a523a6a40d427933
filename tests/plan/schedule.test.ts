import { describe, expect, it } from 'vitest'
import { drawGantt, layoutGantt } from '@/lib/charts/gantt'
import { printPalette } from '@/lib/charts/palette'
import { actionRows, countRows, ganttOf, partRows } from '@/lib/plan/gantt/model'
import { cellAt, type PhaseTable, readCell, spanOf, stateOf, typedCell } from '@/lib/plan/schedule/model'
import { cellsSchema, columnSchema } from '@/lib/plan/schedule/schema'

const id = (n: number) => `0198c1f0-0000-7000-8000-00000000000${n}`
const place = { project: 'kkk2', projectId: id(1), workPackageId: id(2), version: 'a' }

describe('a cell', () => {
  it.each([
    ['x', 'mark'],
    ['X', 'mark'],
    ['●', 'mark'],
    ['✓', 'mark'],
    ['-', 'empty'],
    ['–', 'empty'],
    ['pilotti', 'text'],
    ['X-hoitaja aloittaa', 'text'],
  ])('%s is %s', (typed, state) => {
    const cell = readCell(typed)
    expect(stateOf(cell ?? undefined)).toBe(state)
    expect(readCell(typedCell(cell ?? undefined))).toEqual(cell)
  })

  it('with nothing in it has nothing told, which is not the same as told to be empty', () => {
    expect(readCell('  ')).toBeNull()
    expect(stateOf(undefined)).toBe('none')
    expect(stateOf({ mark: false, text: null })).toBe('empty')
    expect(stateOf({ mark: true, text: null })).toBe('mark')
    expect(stateOf({ mark: false, text: 'kesä' })).toBe('text')
  })
})

describe('a column', () => {
  const read = (time: string) => columnSchema.safeParse({ ...place, columnId: '', label: 'Jakso', time, afterId: '' })
  it.each([
    ['1–3/2025', '2025-Q1'],
    ['2026', '2026'],
    ['kevät 2025', '2025-H1'],
    ['', null],
  ])('%s is the time %s', (time, code) => {
    const found = read(time)
    expect(found.success && found.data.time).toBe(code)
  })

  it.each(['pilotointi', '13/2025', '1–3'])('%s is no time that could be placed', (time) => {
    const found = read(time)
    expect(found.success).toBe(false)
    expect(found.error?.issues[0]).toMatchObject({ path: ['time'], message: 'plan.error.time' })
  })

  it('is a stage without a code, and with one that names no time', () => {
    expect(spanOf({ timeCode: null })).toBeNull()
    expect(spanOf({ timeCode: 'pilotti' })).toBeNull()
    expect(spanOf({ timeCode: '2025-10-01/..' })).toEqual({ from: '2025-10-01', to: null })
  })
})

describe('the form of the cells', () => {
  it('reads every cell under its own name, and tells at the cell what is too long', () => {
    const name = `cell/${id(3)}/${id(4)}`
    const read = cellsSchema.safeParse({ ...place, once: 'k', [name]: 'x' })
    expect(read.success && read.data.cells).toEqual([
      { actionId: id(3), columnId: id(4), says: { mark: true, text: null } },
    ])
    const long = cellsSchema.safeParse({ ...place, [name]: 'a'.repeat(301) })
    expect(long.error?.issues).toMatchObject([{ path: [name], message: 'plan.error.tooLong' }])
  })
})

const table: PhaseTable = {
  workPackageId: id(2),
  columns: [
    { id: 'k1', label: '1–3/2025', timeCode: '2025-Q1' },
    { id: 'k2', label: '4–6/2025', timeCode: '2025-Q2' },
    { id: 'k3', label: '10–12/2025', timeCode: '2025-Q4' },
    { id: 'k4', label: 'Juurrutus', timeCode: null },
  ],
  rows: [
    {
      actionId: 'a',
      title: '1. Ohjeet',
      cells: [
        { columnId: 'k1', mark: true, text: null },
        { columnId: 'k2', mark: true, text: 'pilotti' },
        { columnId: 'k3', mark: true, text: null },
        { columnId: 'k4', mark: true, text: null },
      ],
    },
    { actionId: 'b', title: '2. Koulutus', cells: [{ columnId: 'k4', mark: true, text: null }] },
    { actionId: 'c', title: '3. Arviointi', cells: [] },
    { actionId: 'd', title: '4. Ei keväällä', cells: [{ columnId: 'k1', mark: false, text: null }] },
  ],
}
const none = { planned: null, started: null, done: null }

describe('the timeline of actions', () => {
  const rows = actionRows(table, () => none)

  it('joins columns that follow each other, leaves the gap, and tells stages as words', () => {
    expect(rows[0]).toMatchObject({
      bars: [
        { from: '2025-01-01', to: '2025-06-30', is: 'planned' },
        { from: '2025-10-01', to: '2025-12-31', is: 'planned' },
      ],
      stages: ['Juurrutus'],
    })
    expect(rows[1]).toMatchObject({ bars: [], stages: ['Juurrutus'] })
  })

  it('draws nothing where nothing is told, nor where it is told that nothing happens', () => {
    expect(rows.slice(2).map(({ bars, stages }) => [bars, stages])).toEqual([
      [[], []],
      [[], []],
    ])
    expect(rows[3]?.isEmpty).toBe(true)
    expect(rows[2]?.isEmpty).toBeUndefined()
    expect(countRows(rows)).toEqual({
      dated: 1,
      stages: 1,
      empty: 1,
      unknown: 1,
      first: '2025-01-01',
      last: '2025-12-31',
    })
  })

  it('takes what the action tells itself only when the table says nothing, and guesses no start', () => {
    const times = actionRows(table, (action) =>
      action === 'c' ? { planned: 'syksyllä', started: null, done: '2025-03-14' } : { ...none, started: '2020' },
    )
    expect(times[0]?.bars).toHaveLength(2)
    expect(times[2]).toMatchObject({
      bars: [{ from: '2025-03-14', to: '2025-03-14', is: 'actual' }],
      stages: ['syksyllä'],
    })
    expect(times[3]?.bars).toEqual([{ from: '2020-01-01', to: null, is: 'actual' }])
    expect(cellAt({ cells: [] }, 'k1')).toBeUndefined()
  })
})

describe('the timeline of parts', () => {
  const part = (start: string | null, end: string | null, asWritten: string | null) =>
    partRows([{ id: 'p', label: 'TP1', depth: 0, schedule: { start, end, asWritten } }])[0]

  it.each([
    ['2023-01', '2024-11', [{ from: '2023-01-01', to: '2024-11-30', is: 'planned' }]],
    ['2023-01', null, [{ from: '2023-01-01', to: null, is: 'planned' }]],
    ['2025', '2023', []],
    ['kevät', null, []],
  ])('%s to %s', (start, end, bars) => {
    expect(part(start, end, 'Kevät 2023')?.bars).toEqual(bars)
  })

  it('keeps the words of a schedule that names no time, and is silent where there are none', () => {
    expect(part(null, null, 'Kun rahoitus on varma')?.stages).toEqual(['Kun rahoitus on varma'])
    expect(part(null, null, null)).toMatchObject({ bars: [], stages: [] })
  })
})

describe('the drawing', () => {
  const rows = [
    ...partRows([
      { id: 'p', label: 'TP1 <koe> & muut', depth: 0, schedule: { start: '2023-07', end: '2023-12', asWritten: null } },
      { id: 'q', label: 'TP2', depth: 1, schedule: { start: '2024-01', end: null, asWritten: null } },
    ]),
  ]
  const chart = {
    title: 'Aikajana',
    from: '2023-01-01',
    to: '2024-12-31',
    rows: rows.map((row) => ({ ...row, words: null })),
  }

  it('needs whole years, and nothing at all without a single day', () => {
    expect(ganttOf(rows)).toMatchObject({ from: '2023-01-01', to: '2024-12-31' })
    expect(ganttOf(partRows([]))).toBeNull()
  })

  it('puts bars where their days are, inside the axis', () => {
    const { rows: placed, left, right } = layoutGantt(chart, { width: 800 })
    const [first, second] = placed.map(({ bars }) => bars[0])
    expect(first?.x).toBeCloseTo(left + ((right - left) * 181) / 731, 0)
    expect((first?.x ?? 0) + (first?.width ?? 0)).toBeCloseTo(left + ((right - left) * 365) / 731, 0)
    expect((second?.x ?? 0) + (second?.width ?? 0)).toBeCloseTo(right, 0)
  })

  it('writes hostile text as text, and shows today only where it is on the axis', () => {
    const options = { palette: printPalette, locale: 'fi' as const, width: 800, prefix: 'g' }
    const { body } = drawGantt({ ...chart, today: { day: '2024-05-01', label: 'Tänään' } }, options)
    expect(body).toContain('&lt;koe&gt; &amp; muut')
    expect(body).not.toContain('<koe>')
    expect(body).toContain('Tänään')
    expect(drawGantt({ ...chart, today: { day: '2030-05-01', label: 'Tänään' } }, options).body).not.toContain('Tänään')
  })
})
