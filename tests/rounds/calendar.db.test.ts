import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { setClock } from '@/lib/platform/clock'
import { changePeriod, createQuarters } from '@/lib/rounds/calendar/commands'
import type { PeriodDays } from '@/lib/rounds/calendar/model'
import { planMark, planYear } from '@/lib/rounds/calendar/quarters/model'
import { listCalendar } from '@/lib/rounds/calendar/queries'
import { createPeriod, openDuePeriods } from '@/lib/rounds/commands'
import { publishPeriod } from '@/lib/rounds/publishing/commands'
import { approveReport, submitReport } from '@/lib/status-reports/commands'
import { fillReport, makeRound, type Round, reportOf } from '../support/builders/round'
import { testDatabase } from '../support/database'

let round: Round
const q4: PeriodDays = {
  from: '2025-10-01',
  to: '2025-12-31',
  opensOn: '2025-12-15',
  dueOn: '2026-01-15',
  closesOn: null,
}
const make = (more: Partial<PeriodDays & { key: string; overlaps: boolean }> = {}, who = round.director) =>
  createPeriod(who, { projectId: round.projectId, key: '2025-Q4', ...q4, ...more })
const calendar = () => listCalendar(round.director, round.projectId)
const audit = (action: string) =>
  asViewer(round.system, (tx) => tx.auditEvent.findMany({ where: { action, organisationId: round.organisationId } }))
const today = '2025-11-20'

beforeEach(async () => {
  setClock(new Date(`${today}T10:00:00Z`))
  round = await makeRound()
})

afterEach(() => setClock(null))

async function made(more: Parameters<typeof make>[0] = {}): Promise<string> {
  const period = await make(more)
  if (!period.ok) throw new Error(period.reason)
  return period.value.periodId
}

describe('who sees the calendar', () => {
  it.each(['steering', 'auditor', 'otherCounty'] as const)('not %s', async (role) => {
    expect(await listCalendar(round[role], round.projectId)).toEqual([])
  })

  it('the makers of reports, with days and counts', async () => {
    expect(await listCalendar(round.coordinator, round.projectId)).toMatchObject([
      {
        key: '2025-Q3',
        from: '2025-07-01',
        to: '2025-09-30',
        dueOn: '2025-10-15',
        state: 'open',
        done: 0,
        reports: 2,
        version: 0,
      },
    ])
  })
})

describe('a period that is made', () => {
  it.each([
    [null, 2],
    ['2025-11-19', 2],
    ['2025-11-20', 2],
    ['2025-11-21', null],
  ])('with the opening day %s has %s reports at once', async (opensOn, prepared) => {
    expect(await make({ opensOn })).toMatchObject({ ok: true, value: { prepared } })
    const state = prepared === null ? 'planned' : 'open'
    expect((await calendar()).at(-1)).toMatchObject({ state, reports: prepared ?? 0 })
    expect(await audit('period.opened')).toHaveLength(prepared === null ? 1 : 2)
  })

  it('the day turns in Helsinki, not in London', async () => {
    setClock(new Date('2025-11-20T22:30:00Z'))
    expect(await make({ opensOn: '2025-11-21' })).toMatchObject({ value: { prepared: 2 } })
  })

  it('may overlap another only when that is said', async () => {
    const days = { key: 'vuosi', from: '2025-01-01', to: '2025-12-31' }
    expect(await make(days)).toEqual({ ok: false, reason: 'OVERLAPS', fields: { overlaps: 'calendar.error.overlaps' } })
    expect(await calendar()).toHaveLength(1)
    expect(await make({ ...days, overlaps: true })).toMatchObject({ ok: true })
  })

  it('does not overlap another that is made at the same moment', async () => {
    const both = await Promise.all([make({ key: 'a' }), make({ key: 'b' })])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: 'OVERLAPS' })
  })
})

describe('changing the days of a period', () => {
  const change = (
    periodId: string,
    days: Partial<PeriodDays>,
    more: { seen?: Partial<PeriodDays>; who?: Round['director']; overlaps?: boolean } = {},
  ) =>
    changePeriod(more.who ?? round.director, {
      periodId,
      seen: { ...q4, ...more.seen },
      days: { ...q4, ...days },
      overlaps: more.overlaps,
    })

  it.each([
    ['coordinator', 'NOT_ALLOWED'],
    ['finance', 'NOT_ALLOWED'],
    ['steering', 'NOT_ALLOWED'],
    ['auditor', 'NOT_ALLOWED'],
    ['otherCounty', 'NOT_FOUND'],
  ] as const)('is not for %s', async (role, reason) => {
    const id = await made()
    expect(await change(id, { dueOn: '2026-01-20' }, { who: round[role] })).toEqual({ ok: false, reason })
    expect((await calendar()).at(-1)).toMatchObject(q4)
    expect(await audit('period.changed')).toEqual([])
  })

  it('keeps what was and what became, once', async () => {
    const id = await made()
    expect(await change(id, { dueOn: '2026-01-20', closesOn: '2026-01-31' })).toMatchObject({
      ok: true,
      value: { changed: ['dueOn', 'closesOn'], prepared: null },
    })
    expect((await calendar()).at(-1)).toMatchObject({ dueOn: '2026-01-20', closesOn: '2026-01-31', state: 'planned' })
    const [row] = await audit('period.changed')
    expect(row?.data).toEqual({
      key: '2025-Q4',
      before: { dueOn: '2026-01-15', closesOn: null },
      after: { dueOn: '2026-01-20', closesOn: '2026-01-31' },
    })
  })

  it('of which somebody else was faster is told, whichever day it was', async () => {
    const id = await made()
    await change(id, { dueOn: '2026-01-20' })
    expect(await change(id, { closesOn: '2026-02-01' })).toEqual({ ok: false, reason: 'STALE' })
    expect((await calendar()).at(-1)).toMatchObject({ dueOn: '2026-01-20', closesOn: null })
    const both = await Promise.all(
      ['2026-01-21', '2026-01-22'].map((dueOn) => change(id, { dueOn }, { seen: { dueOn: '2026-01-20' } })),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('opens a planned period whose day is moved to today, and an opened one keeps its day', async () => {
    const id = await made()
    expect(await change(id, { opensOn: today })).toMatchObject({ ok: true, value: { prepared: 2 } })
    const seen = { opensOn: today }
    expect(await change(id, { opensOn: '2025-12-24' }, { seen })).toMatchObject({
      reason: 'DAYS',
      fields: { opensOn: 'calendar.error.alreadyOpened' },
    })
    expect((await calendar()).at(-1)).toMatchObject({ state: 'open', opensOn: today })
  })

  it('refuses an overlap unless it is meant', async () => {
    const id = await made()
    expect(await change(id, { from: '2025-09-30' })).toMatchObject({ reason: 'OVERLAPS' })
    expect(await change(id, { from: '2025-09-30' }, { overlaps: true })).toMatchObject({ ok: true })
  })

  it('keeps the from and to of a published period, but not its deadlines', async () => {
    const { id } = await reportOf(round.unit.id, round.periodId)
    await fillReport(round.coordinator, id)
    const version = async () => (await reportOf(round.unit.id, round.periodId)).version
    await submitReport(round.coordinator, { reportId: id, version: await version() })
    await approveReport(round.director, { reportId: id, version: await version() })
    await publishPeriod(round.director, { projectId: round.projectId, periodKey: '2025-Q3', note: 'Toinen puuttuu.' })
    const seen = { from: '2025-07-01', to: '2025-09-30', opensOn: null, dueOn: '2025-10-15', closesOn: null }
    const refused = await changePeriod(round.director, {
      periodId: round.periodId,
      seen,
      days: { ...seen, to: '2025-09-29' },
    })
    expect(refused).toEqual({ ok: false, reason: 'DAYS', fields: { to: 'calendar.error.publishedDays' } })
    const days = { ...seen, closesOn: '2025-12-01' }
    expect(await changePeriod(round.director, { periodId: round.periodId, seen, days })).toMatchObject({ ok: true })
  })
})

describe('the quarters of a year', () => {
  const shown = async (year = 2026) => planMark(planYear(year, await calendar(), today))
  const create = async (who = round.director, year = 2026) =>
    createQuarters(who, { projectId: round.projectId, year, shown: await shown(year) })

  it.each([
    ['coordinator', 'NOT_ALLOWED'],
    ['steering', 'NOT_ALLOWED'],
    ['otherCounty', 'NOT_FOUND'],
  ] as const)('are not made by %s', async (role, reason) => {
    expect(await create(round[role])).toEqual({ ok: false, reason })
    expect(await calendar()).toHaveLength(1)
  })

  it('are made as they were shown; what exists stays', async () => {
    await made()
    expect(await create(round.director, 2025)).toMatchObject({ ok: true, value: { made: ['2025-Q1', '2025-Q2'] } })
    expect(await create()).toMatchObject({ ok: true, value: { made: ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'] } })
    const all = await calendar()
    expect(all).toHaveLength(8)
    expect(all.find(({ key }) => key === '2026-Q2')).toMatchObject({
      opensOn: '2026-06-15',
      dueOn: '2026-07-15',
      state: 'planned',
    })
    expect(await create()).toEqual({ ok: false, reason: 'NOTHING_TO_MAKE' })
  })

  it('are not made as something else than was shown, nor twice', async () => {
    const seen = await shown()
    await made({ dueOn: '2026-01-20' })
    const input = { projectId: round.projectId, year: 2026, shown: seen }
    expect(await createQuarters(round.director, input)).toEqual({ ok: false, reason: 'STALE' })
    const now = { ...input, shown: await shown() }
    const both = await Promise.all([1, 2].map(() => createQuarters(round.director, now)))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await calendar()).filter(({ key }) => key.startsWith('2026'))).toHaveLength(4)
  })
})

describe('periods open by themselves on their day', () => {
  it('not before it, once on it, and nothing for those who may not', async () => {
    const id = await made()
    expect((await openDuePeriods(systemViewer('operator', round.organisationId))).opened).toEqual([])
    setClock(new Date('2025-12-15T04:00:00Z'))
    expect((await openDuePeriods(round.coordinator)).opened).toEqual([])
    const own = systemViewer('operator', round.organisationId)
    const asked = await Promise.all([1, 2, 3].map(() => openDuePeriods(own)))
    expect(asked.flatMap(({ opened }) => opened)).toEqual([
      {
        periodId: id,
        periodKey: '2025-Q4',
        projectId: round.projectId,
        organisationId: round.organisationId,
        prepared: 2,
      },
    ])
    expect((await calendar()).at(-1)).toMatchObject({ state: 'open', reports: 2 })
  })

  it('only those of the organisation the actor was given, and none that waits for a person', async () => {
    const other = await makeRound()
    await made()
    await createPeriod(other.director, { projectId: other.projectId, key: '2025-Q4', ...q4 })
    const days = { key: '2026-Q1', from: '2026-01-01', to: '2026-03-31', opensOn: '2025-12-01' }
    const waits = await made(days)
    await asViewer(round.system, (tx) => tx.reportingPeriod.update({ where: { id: waits }, data: { opensOn: null } }))
    setClock(new Date('2025-12-20T04:00:00Z'))
    const { opened } = await openDuePeriods(systemViewer('operator', round.organisationId))
    expect(opened.map(({ periodKey, organisationId }) => [periodKey, organisationId])).toEqual([
      ['2025-Q4', round.organisationId],
    ])
    expect((await openDuePeriods(systemViewer('operator', other.organisationId))).opened).toHaveLength(1)
  })

  it('one that fails does not keep the others shut, and is tried again', async () => {
    const other = await makeRound()
    const broken = await made()
    await createPeriod(other.director, { projectId: other.projectId, key: '2025-Q4', ...q4 })
    setClock(new Date('2025-12-20T04:00:00Z'))
    await refuseOpening(broken)
    try {
      const { opened } = await openDuePeriods(round.system)
      expect(opened.map(({ organisationId }) => organisationId)).toContain(other.organisationId)
      expect(opened.map(({ periodId }) => periodId)).not.toContain(broken)
    } finally {
      await ownerQuery('DROP TRIGGER refuse ON "ReportingPeriod"; DROP FUNCTION refuse()')
    }
    expect((await openDuePeriods(round.system)).opened.map(({ periodId }) => periodId)).toContain(broken)
  })
})

/** The database itself keeps one period shut. */
function refuseOpening(periodId: string): Promise<void> {
  return ownerQuery(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NEW.id = '${periodId}' THEN RAISE EXCEPTION 'planted'; END IF; RETURN NEW; END $$;
    CREATE TRIGGER refuse BEFORE UPDATE ON "ReportingPeriod" FOR EACH ROW EXECUTE FUNCTION refuse()`)
}

async function ownerQuery(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: testDatabase().ownerUrl })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
