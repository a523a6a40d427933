import { beforeEach, describe, expect, it } from 'vitest'
import { asViewer } from '@/lib/access/viewer'
import { publishPeriod } from '@/lib/rounds/publishing/commands'
import { checkBeforePublishing } from '@/lib/rounds/publishing/prechecks/queries'
import { listVersions } from '@/lib/rounds/publishing/queries'
import { approveReport, submitReport } from '@/lib/status-reports/commands'
import { findSnapshot, listVersions as listPublishedVersions } from '@/lib/steering/queries'
import { fillReport, makeRound, type Round, reportOf } from '../support/builders/round'

let round: Round
const input = () => ({ projectId: round.projectId, periodKey: '2025-Q3' })
const check = (who = round.director) => checkBeforePublishing(who, round.projectId, '2025-Q3')
const rulesOf = async () => (await check())?.findings.map(({ rule }) => rule)
const snapshots = () =>
  asViewer(round.system, (tx) =>
    tx.snapshot.findMany({ where: { periodId: round.periodId }, orderBy: { version: 'asc' } }),
  )

/** A share and a yes/no of the unit, told in its report. */
const values = (unit: Round['unit']) => ({
  [`indicators/${unit.shareId}/value`]: '12 %',
  [`indicators/${unit.usedId}/value`]: 'kyllä',
})

async function approve(
  unitId: string,
  writer: Round['coordinator'],
  texts: Record<string, string> = {},
): Promise<void> {
  const { id } = await reportOf(unitId, round.periodId)
  await fillReport(writer, id, texts)
  const sent = await submitReport(writer, { reportId: id, version: (await reportOf(unitId, round.periodId)).version })
  const version = (await reportOf(unitId, round.periodId)).version
  const approved = await approveReport(round.director, { reportId: id, version })
  if (!sent.ok || !approved.ok) throw new Error('not approved')
}

beforeEach(async () => {
  round = await makeRound()
})

describe('who may not look at the list', () => {
  it.each(['coordinator', 'finance', 'steering', 'auditor', 'otherCounty'] as const)('%s', async (role) => {
    expect(await check(round[role])).toBeNull()
    expect(await listVersions(round.steering, round.periodId)).toEqual([])
  })
})

describe('publishing in spite of findings', () => {
  it('asks for a reason, keeps nothing without it, and keeps it with what was found', async () => {
    await approve(round.unit.id, round.coordinator, values(round.unit))
    const { findings, mark } = (await check()) ?? { findings: [], mark: '' }
    expect(findings.map(({ rule, state }) => [rule, state])).toEqual([['not_approved', 'not_started']])
    const refused = { ok: false, reason: 'REASON_MISSING', fields: { note: 'calendar.error.acceptReasonMissing' } }
    expect(await publishPeriod(round.director, input())).toEqual(refused)
    expect(await snapshots()).toEqual([])
    expect((await reportOf(round.unit.id, round.periodId)).state).toBe('approved')
    const note = 'Toinen yksikkö raportoi ensi jaksolla.'
    expect(await publishPeriod(round.director, { ...input(), note, seenFindings: mark })).toMatchObject({ ok: true })
    expect(await snapshots()).toMatchObject([{ note, findings }])
    const audit = await asViewer(round.system, (tx) =>
      tx.auditEvent.findFirstOrThrow({ where: { action: 'period.published', subjectId: round.periodId } }),
    )
    expect(audit.data).toMatchObject({ findings: { not_approved: 1 } })
    expect(await listVersions(round.director, round.periodId)).toMatchObject([
      { version: 1, by: round.director.name, note, findings: ['not_approved'] },
    ])
  })

  it('accepts only what was seen', async () => {
    await approve(round.unit.id, round.coordinator, values(round.unit))
    const mark = (await check())?.mark
    await asViewer(round.system, (tx) =>
      tx.indicator.create({
        data: {
          organisationId: round.organisationId,
          projectId: round.projectId,
          sourceId: 'uusi',
          sort: 9,
          versions: {
            create: {
              organisationId: round.organisationId,
              version: 1,
              name: 'Uusi mittari',
              scope: 'national',
              kind: 'numeric',
            },
          },
        },
      }),
    )
    const asked = { ...input(), note: 'Tiedossa.', seenFindings: mark }
    expect(await publishPeriod(round.director, asked)).toEqual({ ok: false, reason: 'FINDINGS_CHANGED' })
    expect(await snapshots()).toEqual([])
    expect(await rulesOf()).toEqual(['not_approved', 'no_national_value'])
  })

  it('finds a report whose values are missing, and not one that told them', async () => {
    await approve(round.unit.id, round.coordinator)
    expect(await rulesOf()).toEqual(['not_approved', 'no_value', 'no_value'])
  })
})

describe('publishing when nothing is amiss', () => {
  it('needs no reason; a note may be left', async () => {
    await approve(round.unit.id, round.coordinator, values(round.unit))
    const other = await asViewer(round.system, (tx) =>
      tx.indicator.findMany({ where: { workPackageId: round.otherUnit.id }, orderBy: { sort: 'asc' } }),
    )
    const texts = other.map(({ id }, i) => [`indicators/${id}/value`, i === 0 ? '3 %' : 'ei'])
    await approve(round.otherUnit.id, round.otherCoordinator, Object.fromEntries(texts))
    expect(await check()).toMatchObject({ findings: [] })
    expect(await publishPeriod(round.director, input())).toMatchObject({ ok: true, value: { leftOut: 0 } })
    expect(await snapshots()).toMatchObject([{ note: null, findings: [] }])
  })
})

describe('earlier publications', () => {
  it('stay readable beside the new one, by those who may read', async () => {
    await approve(round.unit.id, round.coordinator, { 'results/text': 'Ensin tämä.', ...values(round.unit) })
    await publishPeriod(round.director, { ...input(), note: 'Yksi puuttuu.' })
    await approve(round.otherUnit.id, round.otherCoordinator, { 'results/text': 'Myöhemmin tullut.' })
    await publishPeriod(round.director, { ...input(), note: 'Toinenkin mukana.' })
    const versions = await listPublishedVersions(round.steering, round.projectKey, '2025-Q3')
    expect(versions.map(({ version }) => version)).toEqual([1, 2])
    const [first, second] = await Promise.all(
      versions.map(({ snapshotId }) => findSnapshot(round.steering, snapshotId)),
    )
    expect(JSON.stringify(first)).not.toContain('Myöhemmin tullut.')
    expect(JSON.stringify(second)).toContain('Myöhemmin tullut.')
    expect(await listPublishedVersions(round.otherCounty, round.projectKey, '2025-Q3')).toEqual([])
  })
})

describe('a publication in the database', () => {
  it.each([
    ['changed', `UPDATE "Snapshot" SET findings = '[]'`],
    ['removed', 'DELETE FROM "Snapshot"'],
    ['emptied', 'TRUNCATE "Snapshot"'],
  ])('cannot be %s by the application', async (_how, sql) => {
    await approve(round.unit.id, round.coordinator)
    await publishPeriod(round.director, { ...input(), note: 'Toinen puuttuu.' })
    const before = await snapshots()
    expect(before).toHaveLength(1)
    await expect(asViewer(round.system, (tx) => tx.$executeRawUnsafe(sql))).rejects.toThrow(
      /append-only|permission denied/,
    )
    expect(await snapshots()).toEqual(before)
  })
})
