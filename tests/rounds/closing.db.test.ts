import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { asViewer } from '@/lib/access/viewer'
import { setClock } from '@/lib/platform/clock'
import { changePeriod } from '@/lib/rounds/calendar/commands'
import { grantException } from '@/lib/rounds/exceptions/commands'
import { findRound } from '@/lib/rounds/queries'
import { approveReport, recallReport, returnReport, submitReport } from '@/lib/status-reports/commands'
import { addLink } from '@/lib/status-reports/evidence/commands'
import { saveField } from '@/lib/status-reports/fields/commands'
import { confirmSection } from '@/lib/status-reports/fields/confirmation/commands'
import { findMyWork } from '@/lib/status-reports/my-work/queries'
import { findReport } from '@/lib/status-reports/views/queries'
import { fillReport, makeRound, type Round, reportOf } from '../support/builders/round'

// The period closes at the end of 31.10.2025 in Helsinki, which is 22.00 of that day in London.
const lastMinute = new Date('2025-10-31T21:59:00Z')
const minuteAfter = new Date('2025-10-31T22:01:00Z')

let round: Round
const report = () => reportOf(round.unit.id, round.periodId)
const step = async () => {
  const { id, version } = await report()
  return { reportId: id, version }
}
const save = async (text: string) => {
  const { id, entries } = await report()
  const version = entries.find(({ path }) => path === 'deviations/text')?.version ?? 0
  return saveField(round.coordinator, { reportId: id, path: 'deviations/text', text, version })
}
const refused = { ok: false, reason: 'CLOSED' }

beforeEach(async () => {
  setClock(new Date('2025-10-10T10:00:00Z'))
  round = await makeRound()
  const seen = { from: '2025-07-01', to: '2025-09-30', opensOn: null, dueOn: '2025-10-15', closesOn: null }
  const closes = await changePeriod(round.director, {
    periodId: round.periodId,
    seen,
    days: { ...seen, closesOn: '2025-10-31' },
  })
  if (!closes.ok) throw new Error(closes.reason)
  await fillReport(round.coordinator, (await report()).id)
})

afterEach(() => setClock(null))

describe('after the closing day', () => {
  it('nothing of an unsent report can be written or sent, and nothing of it changes', async () => {
    setClock(minuteAfter)
    const before = await report()
    expect(await save('Myöhässä')).toEqual(refused)
    expect(await submitReport(round.coordinator, await step())).toEqual(refused)
    expect(await confirmSection(round.coordinator, { reportId: before.id, section: null })).toEqual(refused)
    const link = { reportId: before.id, label: 'Linkki', url: 'https://esimerkki.fi' }
    expect(await addLink(round.coordinator, link)).toEqual(refused)
    expect(await report()).toEqual(before)
  })

  it('others are told no more than before: the right comes first', async () => {
    setClock(minuteAfter)
    const { id } = await report()
    const field = { reportId: id, path: 'results/text', text: 'x', version: 1 }
    expect(await saveField(round.otherCoordinator, field)).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    expect(await saveField(round.otherCounty, field)).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect(await submitReport(round.steering, await step())).toMatchObject({ ok: false, reason: 'NOT_FOUND' })
  })

  it('the last minute still counts', async () => {
    setClock(lastMinute)
    expect(await save('Ajoissa')).toMatchObject({ ok: true, value: { ok: true } })
    expect(await submitReport(round.coordinator, await step())).toMatchObject({ ok: true })
  })

  it('is told in the round, on the report and in the work of its writer', async () => {
    const asked = { projectId: round.projectId, periodKey: '2025-Q3', unitId: round.unit.id }
    const told = async () => [
      (await findRound(round.director, round.projectId, '2025-Q3'))?.rows.find(({ unitId }) => unitId === round.unit.id)
        ?.closed,
      (await findReport(round.coordinator, asked))?.closed,
      (await findMyWork(round.coordinator)).due[0]?.closed,
    ]
    setClock(lastMinute)
    expect(await told()).toEqual([false, false, false])
    setClock(minuteAfter)
    expect(await told()).toEqual([true, true, true])
  })

  it('a unit with a day of its own writes and sends until the end of it', async () => {
    setClock(minuteAfter)
    const own = { periodId: round.periodId, unitId: round.unit.id, dueOn: '2025-11-05' }
    await grantException(round.director, { ...own, allowedBy: 'Projektijohtaja', reason: 'Tilasto viivästyy.' })
    setClock(new Date('2025-11-05T21:59:00Z'))
    expect(await save('Lisäajalla')).toMatchObject({ ok: true })
    setClock(new Date('2025-11-05T22:01:00Z'))
    expect(await save('Liian myöhään')).toEqual(refused)
    setClock(new Date('2025-11-05T21:59:00Z'))
    expect(await submitReport(round.coordinator, await step())).toMatchObject({ ok: true })
  })

  it('what was sent in time goes on: it is returned, mended and sent again', async () => {
    await submitReport(round.coordinator, await step())
    setClock(minuteAfter)
    await returnReport(round.director, { ...(await step()), opens: ['deviations'], reason: 'Täydennä.' })
    expect(await save('Täydennetty')).toMatchObject({ ok: true })
    expect(await submitReport(round.coordinator, await step())).toMatchObject({ ok: true })
    expect(await recallReport(round.coordinator, await step())).toMatchObject({
      ok: true,
      value: { state: 'returned' },
    })
    await submitReport(round.coordinator, await step())
    expect(await approveReport(round.director, await step())).toMatchObject({ ok: true })
  })

  it('what was sent is not taken back into a draft that could not be sent again', async () => {
    await submitReport(round.coordinator, await step())
    setClock(minuteAfter)
    expect(await recallReport(round.coordinator, await step())).toEqual(refused)
    expect((await report()).state).toBe('submitted')
  })

  it('what was taken back before is a draft, and closes with the rest', async () => {
    await submitReport(round.coordinator, await step())
    expect(await recallReport(round.coordinator, await step())).toMatchObject({ ok: true })
    setClock(minuteAfter)
    expect(await save('Liian myöhään')).toEqual(refused)
  })

  it('the closing day moved on opens it again', async () => {
    setClock(minuteAfter)
    await asViewer(round.system, (tx) =>
      tx.reportingPeriod.update({ where: { id: round.periodId }, data: { closesOn: new Date('2025-11-10') } }),
    )
    expect(await save('Jatketaan')).toMatchObject({ ok: true })
  })
})
