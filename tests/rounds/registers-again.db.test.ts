import { beforeEach, describe, expect, it } from 'vitest'
import { asViewer } from '@/lib/access/viewer'
import { decideChange, proposeChange, putInForce, takeUp } from '@/lib/plan-changes/commands'
import { findPlanChange } from '@/lib/plan-changes/queries'
import { addRisk, closeRisk } from '@/lib/risks/commands'
import { createPeriod, openPeriod } from '@/lib/rounds/commands'
import { readBody } from '@/lib/rounds/snapshot/schema'
import { correctFigure } from '@/lib/status-reports/corrections/commands'
import { approve, openNext, publishRound, sendAndApprove } from '../support/builders/later-period'
import { fillReport, makeRound, type Round, reportOf } from '../support/builders/round'

let round: Round
let reportId: string
const share = () => `indicators/${round.unit.shareId}/value`

async function risk(description: string, raisedOn: string | null = null): Promise<string> {
  const given = { kind: 'risk' as const, ownerRoles: [], workPackageId: null }
  const done = await addRisk(round.director, { projectId: round.projectId, description, raisedOn, ...given })
  if (!done.ok) throw new Error(done.reason)
  return done.value.riskId
}

async function change(title: string): Promise<string> {
  const texts = { what: null, why: null, oldText: null, newText: null, oldAmount: null, newAmount: null }
  const place = { reportId: null, workPackageId: null, investmentId: null }
  const done = await proposeChange(round.director, { projectId: round.projectId, title, ...place, ...texts })
  if (!done.ok) throw new Error(done.reason)
  return done.value.changeId
}

async function decide(changeId: string, timeCode: string): Promise<void> {
  const version = async () => (await findPlanChange(round.director, round.projectId, changeId))?.version ?? 0
  const decided = { asWritten: timeCode, timeCode, decidedOn: null }
  const steps = [
    await takeUp(round.director, { changeId, version: await version(), note: null }),
    await decideChange(round.director, { changeId, version: await version(), decided, decisionId: null, note: null }),
    await putInForce(round.director, { changeId, version: await version(), inForceFrom: '2025-12-01', note: null }),
  ]
  for (const done of steps) if (!done.ok) throw new Error(done.reason)
}

async function correct(text: string): Promise<void> {
  const { version } = await reportOf(round.unit.id, round.periodId)
  const done = await correctFigure(round.director, { reportId, version, path: share(), text, reason: 'Lyöntivirhe.' })
  if (!done.ok) throw new Error(done.reason)
}

/** What a version of a period's publication tells of the registers. */
async function told(version: number, key = '2025-Q3') {
  const { body } = await asViewer(round.system, (tx) =>
    tx.snapshot.findFirstOrThrow({ where: { periodKey: key, version, projectId: round.projectId } }),
  )
  const { risks, planChanges } = readBody(body)
  return {
    risks: risks.map(({ description }) => description),
    changes: planChanges.map(({ title, state, decided }) => `${title}: ${state}, ${decided.length}`),
  }
}

beforeEach(async () => {
  round = await makeRound()
  await risk('Ennen')
  await change('Aiempi')
})

describe('a period that is published again', () => {
  beforeEach(async () => {
    reportId = await approve(round, { [share()]: '87 %' }, true)
  })

  it('keeps to what its first publication could have told; the next period tells the rest', async () => {
    await risk('Jälkeen')
    await change('Uusi')
    await correct('85 %')
    expect(await publishRound(round)).toBe(2)
    const first = { risks: ['Ennen'], changes: ['Aiempi: proposed, 0'] }
    expect(await told(1)).toEqual(first)
    expect(await told(2)).toEqual(first)
    const next = await openNext(round)
    await fillReport(round.coordinator, next.reportId)
    await sendAndApprove(round, next.reportId, next.periodId)
    await publishRound(round, '2025-Q4')
    expect(await told(1, '2025-Q4')).toEqual({
      risks: ['Ennen', 'Jälkeen'],
      changes: ['Aiempi: proposed, 0', 'Uusi: proposed, 0'],
    })
    // Published a third time after the next period: still the same.
    await correct('84 %')
    await publishRound(round)
    expect(await told(3)).toEqual(first)
  })

  it('takes in a risk that is written down late for a day before it', async () => {
    await risk('Myöhässä kirjattu', '2025-08-15')
    await correct('85 %')
    await publishRound(round)
    expect((await told(2)).risks).toEqual(['Ennen', 'Myöhässä kirjattu'])
  })

  it('tells a change as it stood, whatever has been decided of it since', async () => {
    const [changeId] = await idsOf()
    await decide(String(changeId), '2025-11')
    await correct('85 %')
    await publishRound(round)
    expect((await told(2)).changes).toEqual(['Aiempi: proposed, 0'])
    const late = await change('Syksyn päätös')
    await decide(late, '2025-09')
    await publishRound(round)
    // A decision of the period that was written down late is a correction; what came into force later is not.
    expect((await told(3)).changes).toEqual(['Aiempi: proposed, 0', 'Syksyn päätös: decided, 1'])
  })

  it('does not tell why a risk was closed after it', async () => {
    const riskId = (
      await asViewer(round.system, (tx) => tx.risk.findFirstOrThrow({ where: { projectId: round.projectId } }))
    ).id
    await closeRisk(round.director, { riskId, version: 1, closedOn: '2025-11-01', reason: 'Poistui kokonaan.' })
    await publishRound(round)
    const { body } = await asViewer(round.system, (tx) =>
      tx.snapshot.findFirstOrThrow({ where: { periodId: round.periodId, version: 2 } }),
    )
    expect(body).toContain('Ennen')
    expect(body).not.toContain('Poistui kokonaan.')
  })
})

describe('a period that is published for the first time', () => {
  it('after a later one keeps to its own last day', async () => {
    await approve(round, { [share()]: '87 %' }, true)
    await risk('Keväältä', '2025-05-02')
    const days = { from: '2025-04-01', to: '2025-06-30', opensOn: null, dueOn: null, closesOn: null }
    const made = await createPeriod(round.director, { projectId: round.projectId, key: '2025-Q2', ...days })
    if (!made.ok || !(await openPeriod(round.director, made.value.periodId)).ok) throw new Error('not opened')
    const earlier = await reportOf(round.unit.id, made.value.periodId)
    await fillReport(round.coordinator, earlier.id)
    await sendAndApprove(round, earlier.id, made.value.periodId)
    await publishRound(round, '2025-Q2')
    expect(await told(1, '2025-Q2')).toEqual({ risks: ['Keväältä'], changes: [] })
  })
})

function idsOf(): Promise<string[]> {
  return asViewer(round.system, async (tx) =>
    (await tx.planChange.findMany({ where: { projectId: round.projectId }, select: { id: true } })).map(({ id }) => id),
  )
}
