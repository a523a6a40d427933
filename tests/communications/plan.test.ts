import { describe, expect, it } from 'vitest'
import { progressCell, scheduleText } from '@/components/communications/row-texts'
import { communicationQuery, filterRows, logOf, readCommunicationFilter } from '@/lib/communications/filters/model'
import type { CommunicationEntry, CommunicationItemRow } from '@/lib/communications/model'
import { itemSchema, newRowSchema } from '@/lib/communications/schema'
import { words } from '@/lib/platform/words'
import { communicationsAtCut } from '@/lib/rounds/snapshot/registers/model'

const t = words('fi')
const item = (id: string, change: Partial<CommunicationItemRow> = {}): CommunicationItemRow => ({
  id,
  kind: 'done',
  text: id,
  periodId: null,
  happenedOn: null,
  url: null,
  ...change,
})
const row = (id: string, change: Partial<CommunicationEntry> = {}): CommunicationEntry => ({
  id,
  periodId: null,
  no: 1,
  topic: id,
  audience: null,
  statusText: null,
  responsibleRole: null,
  channels: [],
  dateAsWritten: null,
  dateCode: null,
  aim: null,
  version: 1,
  items: [],
  ...change,
})

describe('the filter of the plan', () => {
  it.each([
    [{}, ''],
    [
      { period: '2025-Q3', state: 'done', role: 'viestijä', text: 'a b' },
      '?period=2025-Q3&state=done&role=viestij%C3%A4&text=a+b',
    ],
    [{ period: '../x', state: 'x' }, ''],
  ])('%j is the address %j and back', (given, query) => {
    const filter = readCommunicationFilter(given)
    expect(communicationQuery(filter)).toBe(query)
    expect(readCommunicationFilter(Object.fromEntries(new URLSearchParams(query)))).toEqual(filter)
  })

  const rows = [
    row('q3', {
      periodId: 'p3',
      responsibleRole: 'viestijä',
      items: [item('a', { happenedOn: '2025-08-01', periodId: 'p3' })],
    }),
    row('q4', { periodId: 'p4', items: [item('b', { happenedOn: '2025-09-01', periodId: 'p3' })] }),
    row('always', { channels: ['Kaima'], items: [item('c', { kind: 'planned' })] }),
    row('other', { periodId: 'p4' }),
  ]
  const ids = (given: Record<string, string>, periodId: string | null = null) =>
    filterRows(rows, readCommunicationFilter(given), periodId).map(({ id }) => id)

  it('shows a period’s own rows, those of every period, and those of which something was done then', () => {
    expect(ids({})).toEqual(['q3', 'q4', 'always', 'other'])
    expect(ids({ period: '2025-Q3' }, 'p3')).toEqual(['q3', 'q4', 'always'])
    expect(ids({ period: '2025-Q9' }, null)).toEqual(['always'])
  })

  it('tells planned from done, and finds by role and text', () => {
    expect(ids({ state: 'done' })).toEqual(['q3', 'q4'])
    expect(ids({ state: 'planned' })).toEqual(['always', 'other'])
    expect(ids({ role: 'viestijä' })).toEqual(['q3'])
    expect(ids({ text: 'kaima' })).toEqual(['always'])
  })

  it('the log is what was done, newest first, in its own period', () => {
    const log = (period: string, id: string | null) => logOf(rows, { period }, id).map((one) => one.item.id)
    expect(log('', null)).toEqual(['b', 'a'])
    expect(log('2025-Q3', 'p3')).toEqual(['b', 'a'])
    expect(log('2025-Q4', 'p4')).toEqual([])
  })
})

it('planned and done stand beside each other', () => {
  expect(
    progressCell(t, row('x', { items: [item('a'), item('b', { kind: 'what' }), item('c', { kind: 'planned' })] })),
  ).toEqual({
    text: 'Tehtyä kirjattu',
    tag: 'good',
    note: 'suunniteltu 2, tehty 1',
  })
  expect(progressCell(t, row('x'))).toMatchObject({ text: 'Suunnitteilla', note: 'suunniteltu 0, tehty 0' })
})

it('a schedule is shown as understood, else as written', () => {
  expect(scheduleText(row('x', { dateAsWritten: '5.11.25', dateCode: '2025-11-05' }), t)).toBe('5.11.2025')
  expect(scheduleText(row('x', { dateAsWritten: 'jatkuva' }), t)).toBe('jatkuva')
  expect(scheduleText(row('x'), t)).toBeNull()
})

describe('the forms', () => {
  const id = '0197a000-0000-7000-8000-000000000001'
  const empty = { periodId: '', aim: '', audience: '', channels: '', schedule: '', responsibleRole: '', statusText: '' }
  it('read means by line, and a schedule that is no time as words', () => {
    const given = {
      project: 'kkk2',
      projectId: id,
      ...empty,
      topic: ' Digituki ',
      channels: 'some\nwww, some',
      schedule: 'jatkuva',
    }
    expect(newRowSchema.parse(given)).toMatchObject({
      topic: 'Digituki',
      channels: ['some', 'www'],
      schedule: { dateAsWritten: 'jatkuva', dateCode: null },
      aim: null,
      periodId: null,
    })
    expect(newRowSchema.parse({ ...given, schedule: '10–12/2025' }).schedule.dateCode).toBe('2025-Q4')
  })

  const filled = {
    project: 'kkk2',
    rowId: id,
    version: '1',
    itemId: '',
    kind: 'done',
    text: 'Juttu',
    happenedOn: '',
    url: '',
  }
  it.each([
    [{ text: '  ' }, 'text'],
    [{ url: 'javascript:alert(1)' }, 'url'],
    [{ url: 'www.example.fi' }, 'url'],
    [{ happenedOn: 'eilen' }, 'happenedOn'],
    [{ kind: 'else' }, 'kind'],
  ])('refuse %j', (change, at) => {
    expect(itemSchema.safeParse(filled).success).toBe(true)
    const read = itemSchema.safeParse({ ...filled, ...change })
    expect(read.success || read.error.issues[0]?.path[0]).toBe(at)
  })
})

describe('what a publication freezes of it', () => {
  const cut = {
    periodId: 'p3',
    lastDay: '2025-09-30',
    periods: new Map([['p3', { key: '2025-Q3', to: '2025-09-30' }]]),
    first: null,
  }
  const later = item('later', { happenedOn: '2025-10-01', periodId: 'p4' })
  const then = item('then', { happenedOn: '2025-09-30', periodId: 'p3' })

  it('is what was known by its last day, also of a row that belongs to another period', () => {
    const rows = [
      row('other', { periodId: 'p4', items: [later] }),
      row('of another period', { periodId: 'p2', items: [then, later] }),
      row('always', {
        items: [later, item('planned', { kind: 'planned', happenedOn: '2025-11-05' }), item('undated')],
      }),
    ]
    expect(communicationsAtCut(rows, cut).map(({ id, items }) => [id, items.map((one) => one.id)])).toEqual([
      ['of another period', ['then']],
      ['always', ['planned', 'undated']],
    ])
  })
})
