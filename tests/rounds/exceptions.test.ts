import { describe, expect, it } from 'vitest'
import { canHaveMoreTime, refusedDay } from '@/lib/rounds/exceptions/model'
import { grantSchema } from '@/lib/rounds/exceptions/schema'
import { reportStates } from '@/lib/status-reports/model'

describe('more time', () => {
  it.each([
    ['2026-01-20', { dueOn: '2026-01-15' }, null],
    ['2026-01-20', { dueOn: null }, null],
    ['2026-01-10', { dueOn: null }, null],
    ['2026-01-09', { dueOn: null }, { dueOn: 'calendar.error.dayOver' }],
    ['2026-01-15', { dueOn: '2026-01-15' }, { dueOn: 'calendar.error.notLater' }],
    ['2026-01-12', { dueOn: '2026-01-15' }, { dueOn: 'calendar.error.notLater' }],
  ])('until %s of a period due %j on 10.1.2026: %j', (day, days, refused) => {
    expect(refusedDay(day, days, '2026-01-10')).toEqual(refused)
  })

  it('is for those who have not sent', () => {
    expect([...reportStates, 'no_report' as const].filter(canHaveMoreTime)).toEqual([
      'not_started',
      'draft',
      'returned',
      'no_report',
    ])
  })

  it.each([
    [{ dueOn: '' }, 'dueOn'],
    [{ dueOn: 'helmikuu' }, 'dueOn'],
    [{ allowedBy: '  ' }, 'allowedBy'],
    [{ allowedBy: 'x'.repeat(201) }, 'allowedBy'],
    [{ reason: ' ' }, 'reason'],
    [{ reason: 'x'.repeat(2001) }, 'reason'],
  ])('is refused at the field: %j', (part, at) => {
    const id = '0197a000-0000-7000-8000-000000000001'
    const form = {
      project: 'kkk2',
      period: '2025-Q4',
      periodId: id,
      unitId: id,
      seenDueOn: '',
      dueOn: '20.1.2026',
      allowedBy: 'Projektijohtaja',
      reason: 'Tilasto viivästyy.',
    }
    expect(grantSchema.parse(form)).toMatchObject({ dueOn: '2026-01-20', seenDueOn: null })
    const read = grantSchema.safeParse({ ...form, ...part })
    expect(read.success || read.error.issues[0]?.path[0]).toBe(at)
  })
})
