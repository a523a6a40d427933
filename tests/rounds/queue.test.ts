import { describe, expect, it } from 'vitest'
import { filterQuery, readFilter } from '@/lib/rounds/filters/model'
import type { RoundRow, UnitState } from '@/lib/rounds/model'
import { queueAddress } from '@/lib/rounds/queue/addresses'
import {
  idsIn,
  markedReports,
  markText,
  nextWaiting,
  readMarks,
  readQueueAddress,
  viewQueue,
} from '@/lib/rounds/queue/model'
import { readReminderAddress, reminderQuery, unsentUnits } from '@/lib/rounds/reminders/model'
import { changesFrom, findingsOf, type WaitingBrief } from '@/lib/status-reports/review/model'

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const all = readFilter({})

function row(n: number, state: UnitState, fields: Partial<RoundRow> = {}): RoundRow {
  return {
    unitId: id(n),
    parentId: null,
    code: null,
    title: `Yksikkö ${n}`,
    investment: null,
    serviceAreas: [],
    coordinators: ['Koordinaattori'],
    report: state === 'no_report' ? null : { id: id(100 + n), version: 3, scope: 'full' },
    state,
    light: null,
    dueOn: '2025-10-15',
    exception: null,
    allowedBy: null,
    closed: false,
    late: false,
    unconfirmed: 0,
    movedAt: null,
    ...fields,
  }
}

describe('the address of the queue', () => {
  it('says what is chosen and comes back the same', () => {
    const given = { filter: { ...all, light: 'red', text: 'a&b' }, unit: id(1), done: [id(2), id(3)], left: [id(4)] }
    const [path, fragment] = queueAddress('kkk2', '2025-Q4', given).split('#')
    expect(fragment).toBe('report')
    const url = new URL(String(path), 'http://etappi')
    expect(url.pathname).toBe('/projects/kkk2/rounds/2025-Q4/queue')
    expect(readQueueAddress(Object.fromEntries(url.searchParams))).toEqual(given)
    expect(queueAddress('kkk2', '2025-Q4')).toBe('/projects/kkk2/rounds/2025-Q4/queue')
  })

  it('drops what is no id, and states that do not wait', () => {
    const read = readQueueAddress({ report: 'x', done: `${id(1)},<b>,${id(1)}`, state: 'draft', light: 'blue' })
    expect(read).toEqual({ filter: all, unit: null, done: [id(1)], left: [] })
    expect(readQueueAddress({ state: 'in_review' }).filter.state).toBe('in_review')
    expect(idsIn([id(1), 'nope'])).toEqual([id(1)])
  })

  it('carries marks with the version that was seen', () => {
    const marks = [
      { unitId: id(1), version: 3 },
      { unitId: id(2), version: 12 },
    ]
    expect(readMarks(marks.map(markText))).toEqual(marks)
    expect(readMarks(marks.map(markText).join(','))).toEqual(marks)
    expect(readMarks(`${id(1)},${id(2)}.x,7.7,${id(3)}.-1`)).toEqual([])
    expect(readMarks(undefined)).toEqual([])
  })
})

describe('what is shown', () => {
  const rows = [row(1, 'submitted'), row(2, 'draft'), row(3, 'in_review', { light: 'red' }), row(4, 'submitted')]

  it('is the first that waits, with its neighbours', () => {
    const view = viewQueue(rows, readQueueAddress({}))
    expect(view.waiting.map(({ unitId }) => unitId)).toEqual([id(1), id(3), id(4)])
    expect(view).toMatchObject({
      chosen: rows[0],
      place: 1,
      previous: null,
      next: rows[2],
      dealtWith: false,
      allWaiting: 3,
    })
    expect(viewQueue(rows, readQueueAddress({ report: id(4) }))).toMatchObject({
      place: 3,
      previous: rows[2],
      next: null,
    })
  })

  it('follows the filter', () => {
    const view = viewQueue(rows, readQueueAddress({ light: 'red' }))
    expect(view).toMatchObject({ chosen: rows[2], place: 1, previous: null, next: null, allWaiting: 3 })
    expect(viewQueue(rows, readQueueAddress({ text: 'ei tällaista' }))).toMatchObject({ chosen: null, place: null })
  })

  it('is the asked one even when somebody has dealt with it; the queue goes on from there', () => {
    const dealt = [row(1, 'submitted'), row(2, 'approved'), row(3, 'submitted')]
    const view = viewQueue(dealt, readQueueAddress({ report: id(2) }))
    expect(view).toMatchObject({ chosen: dealt[1], dealtWith: true, place: null, next: dealt[2] })
  })

  it('goes on after the one that was decided, from the top again after the last, and ends when nothing waits', () => {
    expect(nextWaiting(rows, all, id(1))?.unitId).toBe(id(3))
    expect(nextWaiting(rows, all, id(4))?.unitId).toBe(id(1))
    expect(nextWaiting(rows, readFilter({ light: 'red' }), id(4))?.unitId).toBe(id(3))
    expect(nextWaiting([row(1, 'approved'), row(2, 'no_report')], all, id(1))).toBeNull()
  })

  it('keeps what was marked apart from what has moved since', () => {
    const brief = (n: number, version: number): WaitingBrief => ({
      reportId: id(100 + n),
      version,
      light: null,
      reason: '',
      findings: [],
      openThreads: 0,
      sent: null,
    })
    const briefs = new Map([
      [id(1), brief(1, 3)],
      [id(3), brief(3, 5)],
    ])
    const round = { rows } as Parameters<typeof markedReports>[0]['round']
    const marks = [1, 2, 3].map((n) => ({ unitId: id(n), version: 3 }))
    const { ready, moved } = markedReports({ round, briefs }, marks)
    expect(ready.map((one) => one.row.unitId)).toEqual([id(1)])
    expect(moved.map(({ unitId }) => unitId)).toEqual([id(2), id(3)])
  })
})

describe('what stands out in a report', () => {
  const full = { 'overall/light': 'green', 'results/text': 'Tehty.' }

  it('is nothing when nothing does', () => {
    expect(findingsOf({ now: full, before: {}, indicators: 0, usesLights: true })).toEqual([])
    expect(
      findingsOf({ now: full, before: { 'results/text': 'Aloitettu.' }, indicators: 0, usesLights: true }),
    ).toEqual([])
  })

  it.each([
    [{}, {}, 0, ['light_missing']],
    [{ 'overall/light': 'red' }, {}, 0, ['reason_missing']],
    [{ 'overall/light': 'yellow', 'overall/reason': ' ' }, {}, 0, ['reason_missing']],
    [{ 'overall/light': 'yellow', 'overall/reason': 'Rekrytointi.' }, {}, 0, []],
    [full, full, 0, ['unchanged']],
    [full, {}, 2, ['no_values']],
    [{ ...full, [`indicators/${id(1)}/value`]: '12' }, {}, 2, []],
    [{ ...full, 'deviations/planChange': 'Jatketaan.' }, {}, 0, ['plan_change']],
  ])('%j after %j with %i indicators: %j', (now, before, indicators, findings) => {
    expect(findingsOf({ now, before, indicators, usesLights: true })).toEqual(findings)
  })

  it('is no missing light where the project uses none', () => {
    expect(findingsOf({ now: { 'results/text': 'Tehty.' }, before: {}, indicators: 0, usesLights: false })).toEqual([])
  })

  it('tells changed, added and removed texts apart; a value that was not measured this time is no change', () => {
    const now = { a: 'uusi', b: 'sama ', c: '', d: 'lisätty' }
    const before = { a: 'vanha', b: 'sama', c: 'poistuva', [`indicators/${id(1)}/value`]: '12' }
    expect(changesFrom(now, before)).toEqual([
      { path: 'a', kind: 'changed' },
      { path: 'c', kind: 'removed' },
      { path: 'd', kind: 'added' },
    ])
  })
})

describe('who has not sent', () => {
  const at = { today: '2025-10-20', dayOf: (moment: string) => moment.slice(0, 10) }

  it('latest first, with days late and whether they were reminded today', () => {
    const rows = [
      row(1, 'draft', { dueOn: null }),
      row(2, 'submitted'),
      row(3, 'not_started', { dueOn: '2025-10-21' }),
      row(4, 'returned', { dueOn: '2025-10-15' }),
      row(5, 'no_report', { dueOn: '2025-10-19' }),
      row(6, 'approved'),
    ]
    const reminded = new Map([
      [id(4), '2025-10-20T08:00:00.000Z'],
      [id(5), '2025-10-18T08:00:00.000Z'],
    ])
    const units = unsentUnits(rows, reminded, at)
    expect(units.map((unit) => [unit.row.unitId, unit.daysLate, unit.remindedToday])).toEqual([
      [id(4), 5, true],
      [id(5), 1, false],
      [id(3), null, false],
      [id(1), null, false],
    ])
  })

  it('what came of reminding travels in the address', () => {
    const text = reminderQuery({ sent: [id(1)], already: [id(2)], notNeeded: [], closed: [], nobody: [id(3)] })
    const url = new URL(text, 'http://etappi')
    expect(url.hash).toBe('#unsent')
    expect(readReminderAddress(Object.fromEntries(url.searchParams))).toEqual({
      reminded: [id(1)],
      notReminded: [id(2), id(3)],
    })
    expect(filterQuery(readFilter(Object.fromEntries(url.searchParams)))).toBe('')
  })
})
