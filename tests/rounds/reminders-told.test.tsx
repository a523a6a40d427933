import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { QueueLink } from '@/components/rounds/queue/queue-link'
import { RemindersTold } from '@/components/rounds/queue/reminders-told'
import { words } from '@/lib/platform/words'
import type { Round, RoundRow } from '@/lib/rounds/model'

const t = words('fi')
const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

function row(n: number, more: Partial<RoundRow> = {}): RoundRow {
  return {
    unitId: id(n),
    parentId: null,
    code: null,
    title: `Palvelu ${n}.`,
    investment: null,
    serviceAreas: [],
    coordinators: [n % 2 === 0 ? 'Parillinen' : 'Pariton'],
    report: { id: id(100 + n), version: 1, scope: 'full' },
    state: 'draft',
    light: null,
    dueOn: '2025-10-15',
    exception: null,
    allowedBy: null,
    closed: false,
    late: true,
    unconfirmed: 0,
    movedAt: null,
    ...more,
  }
}

const rowsTo = (count: number) => Array.from({ length: count }, (_, at) => row(at + 1))

function told(rows: readonly RoundRow[]): string[] {
  const units = rows.map((one) => ({ row: one, daysLate: 3, remindedAt: '2025-10-18T06:00:00Z', remindedToday: true }))
  const page = renderToStaticMarkup(
    <RemindersTold t={t} rows={rows} units={units} told={{ reminded: rows.map((r) => r.unitId), notReminded: [] }} />,
  )
  return [...page.matchAll(/<li>([^<]*)<\/li>/g)].map(([, text]) => text ?? '')
}

describe('what is told of reminders that were sent', () => {
  it('names each of a few units', () => {
    expect(told(rowsTo(2))).toEqual(['Palvelu 1.: Pariton', 'Palvelu 2.: Parillinen'])
  })

  it('names the people when there are many units, each person once', () => {
    expect(told(rowsTo(35))).toEqual(['Pariton: 18 yksikköä', 'Parillinen: 17 yksikköä'])
    expect(told([...rowsTo(5), row(6, { coordinators: ['Pariton', 'Kolmas'] })])).toEqual([
      'Pariton: 4 yksikköä',
      'Parillinen: 2 yksikköä',
      'Kolmas: 1 yksikkö',
    ])
  })
})

describe('the way from the top of a round', () => {
  const round = (rows: RoundRow[], more: Partial<Round> = {}): Round => ({
    projectId: id(1),
    periodId: id(2),
    periodKey: '2025-Q4',
    from: '2025-10-01',
    to: '2025-12-31',
    opensOn: null,
    dueOn: null,
    closesOn: null,
    state: 'open',
    version: 0,
    publishedAt: null,
    usesLights: true,
    rows,
    may: { manage: true, publish: true },
    ...more,
  })
  const links = (one: Round) => renderToStaticMarkup(<QueueLink t={t} project="kkk2" round={one} />)

  it('leads to the missing reports while they can be asked for', () => {
    const rows = [...rowsTo(3), row(4, { state: 'approved' })]
    expect(links(round(rows))).toContain('href="#unsent"')
    expect(links(round(rows))).toContain('Muistuta lähettämättömistä (3)')
    expect(links(round(rows, { state: 'published' }))).not.toContain('#unsent')
    expect(links(round([row(4, { state: 'approved' })]))).not.toContain('#unsent')
    expect(links(round(rows, { may: { manage: false, publish: false } }))).toBe('')
  })
})
