import { describe, expect, it } from 'vitest'
import { belongingTo, type Key } from '@/lib/retention/belonging/model'
import { madeBefore } from '@/lib/retention/due/model'
import { dueDay, holdOn, lastDayOf, laterDay, ruleFor, startsOf, yearsLater } from '@/lib/retention/model'
import { holdSchema, newRuleSchema } from '@/lib/retention/schema'

describe('when something is due', () => {
  it('is the day after the last day of its years, and after the day that is told as the least', () => {
    expect(dueDay('2025-12-31', 7, null)).toBe('2033-01-01')
    expect(dueDay('2025-12-31', 0, '2032-12-31')).toBe('2033-01-01')
    expect(dueDay('2025-12-31', 10, '2032-12-31')).toBe('2036-01-01')
    expect(dueDay('2024-02-29', 1, null)).toBe('2025-03-01')
    expect(dueDay(null, 0, '2032-12-31')).toBe(null)
    expect(yearsLater('2100-06-01', 150)).toBe(null)
  })

  it('of rows by their own age is the moment before which they were made', () => {
    expect(madeBefore('2031-12-31', 1, null)?.toISOString()).toBe('2030-12-30T22:00:00.000Z')
    expect(madeBefore('2031-12-31', 1, '2031-12-30')).not.toBe(null)
    expect(madeBefore('2031-12-31', 1, '2031-12-31')).toBe(null)
  })

  it('begins from the last day of the term, however it is coded', () => {
    expect(lastDayOf('2025-12')).toBe('2025-12-31')
    expect(lastDayOf('2025')).toBe('2025-12-31')
    expect(lastDayOf('joskus')).toBe(null)
    expect(laterDay('2032-12-31', '2033-01-01')).toBe('2033-01-01')
    expect(laterDay(null, '2033-01-01')).toBe('2033-01-01')
  })
})

describe('rules and holds', () => {
  it('the programme’s own goes first, then the one of all', () => {
    const rules = [
      { kind: 'files', programmeId: null, at: 'all' },
      { kind: 'files', programmeId: 'p', at: 'own' },
    ] as const
    expect(ruleFor(rules, 'files', 'p')?.at).toBe('own')
    expect(ruleFor(rules, 'files', 'q')?.at).toBe('all')
    expect(ruleFor(rules, 'project', 'p')).toBe(null)
  })

  it('a hold on any part keeps the whole project, one on a part only that part of the rest', () => {
    const files = [{ kind: 'files' }]
    expect(holdOn(files, 'project')).toBe(files[0])
    expect(holdOn(files, 'files')).toBe(files[0])
    expect(holdOn(files, 'working_copies')).toBe(null)
    expect(holdOn([{ kind: null }], 'personal_data')).toEqual({ kind: null })
  })

  it('fit their kind and have a reason', () => {
    const rule = { kind: 'mails', programme: '', start: 'created', years: '2', basis: 'Laki' }
    expect(newRuleSchema.safeParse(rule).success).toBe(true)
    expect(newRuleSchema.safeParse({ ...rule, start: 'project_end' }).success).toBe(false)
    expect(newRuleSchema.safeParse({ ...rule, programme: crypto.randomUUID() }).success).toBe(false)
    expect(newRuleSchema.safeParse({ ...rule, years: '151' }).success).toBe(false)
    expect(newRuleSchema.safeParse({ ...rule, basis: ' ' }).success).toBe(false)
    expect(startsOf('personal_data')).toEqual(['project_end'])
    const hold = { project: crypto.randomUUID(), kind: '', reason: 'x' }
    expect(holdSchema.safeParse(hold)).toMatchObject({ success: true, data: { kind: null } })
    expect(holdSchema.safeParse({ ...hold, kind: 'mails' }).success).toBe(false)
  })
})

describe('what belongs to a project', () => {
  const key = (table: string, column: string, parent: string, more: Partial<Key> = {}): Key => ({
    table,
    column,
    parent,
    required: false,
    cascades: false,
    ...more,
  })

  it('is what must name it or goes with it, parents first; what only may name it is not', () => {
    const found = belongingTo('Project', [
      key('Grandchild', 'childId', 'Child', { required: true }),
      key('Child', 'projectId', 'Project', { cascades: true }),
      key('Child', 'fileId', 'StoredFile'),
      key('Child', 'parentId', 'Child', { cascades: true }),
      key('Mail', 'projectId', 'Project'),
      key('Grandchild', 'userId', 'User', { required: true }),
    ])
    expect(found).toEqual([
      { table: 'Project', owners: [], files: [] },
      { table: 'Child', owners: [{ column: 'projectId', parent: 'Project' }], files: ['fileId'] },
      { table: 'Grandchild', owners: [{ column: 'childId', parent: 'Child' }], files: [] },
    ])
  })

  it('is refused when tables wait for each other', () => {
    const both = [
      key('A', 'b', 'B', { required: true }),
      key('B', 'a', 'A'),
      key('A', 'p', 'Project', { cascades: true }),
      key('B', 'p', 'Project', { cascades: true }),
    ]
    expect(() => belongingTo('Project', both)).toThrow('wait for each other')
  })
})
