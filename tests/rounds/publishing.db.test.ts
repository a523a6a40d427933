import pg from 'pg'
import { beforeEach, describe, expect, it } from 'vitest'
import { asViewer } from '@/lib/access/viewer'
import { createPeriod, openPeriod } from '@/lib/rounds/commands'
import { publishPeriod } from '@/lib/rounds/publishing/commands'
import { approveReport, submitReport } from '@/lib/status-reports/commands'
import { saveField } from '@/lib/status-reports/fields/commands'
import { listPublications, listPublished } from '@/lib/steering/queries'
import { fillReport, makeRound, type Round, reportOf } from '../support/builders/round'
import { testDatabase } from '../support/database'

let round: Round
const report = () => reportOf(round.unit.id, round.periodId)
const otherReport = () => reportOf(round.otherUnit.id, round.periodId)
// The second unit does not report: every publication here needs its reason.
const input = () => ({ projectId: round.projectId, periodKey: '2025-Q3', note: 'Toinen yksikkö jää pois.' })
const behind = () =>
  asViewer(round.system, async (tx) => ({
    period: (await tx.reportingPeriod.findUniqueOrThrow({ where: { id: round.periodId } })).state,
    snapshots: await tx.snapshot.findMany({ where: { periodId: round.periodId }, orderBy: { version: 'asc' } }),
    audit: await tx.auditEvent.count({ where: { action: 'period.published', subjectId: round.periodId } }),
  }))

async function approve(texts: Record<string, string> = {}): Promise<void> {
  const { id } = await report()
  await fillReport(round.coordinator, id, texts)
  const sent = await submitReport(round.coordinator, { reportId: id, version: (await report()).version })
  const approved = await approveReport(round.director, { reportId: id, version: (await report()).version })
  if (!sent.ok || !approved.ok) throw new Error('not approved')
}

beforeEach(async () => {
  round = await makeRound()
})

describe('who may not publish', () => {
  it.each([
    ['coordinator', 'NOT_ALLOWED'],
    ['finance', 'NOT_ALLOWED'],
    ['steering', 'NOT_ALLOWED'],
    ['auditor', 'NOT_ALLOWED'],
    ['otherCounty', 'NOT_FOUND'],
  ] as const)('%s', async (role, reason) => {
    await approve()
    expect(await publishPeriod(round[role], input())).toEqual({ ok: false, reason })
    expect(await behind()).toEqual({ period: 'open', snapshots: [], audit: 0 })
    expect((await report()).state).toBe('approved')
  })

  it('nobody, when nothing is approved or the period does not exist', async () => {
    expect(await publishPeriod(round.director, input())).toEqual({ ok: false, reason: 'NOTHING_APPROVED' })
    const unknown = { ...input(), periodKey: '2099-Q1' }
    expect(await publishPeriod(round.director, unknown)).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect(await behind()).toEqual({ period: 'open', snapshots: [], audit: 0 })
  })
})

describe('publishing', () => {
  it('orders periods by their days, whatever they are called', async () => {
    await approve()
    expect(await publishPeriod(round.director, input())).toMatchObject({ ok: true })
    const year = { key: 'vuosi-2024', from: '2024-01-01', to: '2024-12-31', opensOn: null, dueOn: null, closesOn: null }
    const made = await createPeriod(round.director, { projectId: round.projectId, ...year })
    if (!made.ok) throw new Error(made.reason)
    round.periodId = made.value.periodId
    await approve()
    expect(await publishPeriod(round.director, { ...input(), periodKey: year.key })).toMatchObject({ ok: true })
    const published = await listPublished(round.director, round.projectKey)
    expect(published.map(({ periodKey, lastDay }) => [periodKey, lastDay])).toEqual([
      ['vuosi-2024', '2024-12-31'],
      ['2025-Q3', '2025-09-30'],
    ])
    const newest = (await listPublications(round.director)).find(({ projectKey }) => projectKey === round.projectKey)
    expect(newest?.periodKey).toBe('2025-Q3')
  })

  it('freezes what is approved and leaves drafts out', async () => {
    await approve({ 'overall/light': 'yellow', 'overall/reason': 'Viive.', 'results/text': 'Julkaistu tulos.' })
    const other = await otherReport()
    await saveField(round.otherCoordinator, {
      reportId: other.id,
      path: 'results/text',
      text: 'Salainen luonnos.',
      version: 0,
    })
    const published = await publishPeriod(round.director, { ...input(), note: 'Ensimmäinen' })
    expect(published).toMatchObject({ ok: true, value: { version: 1, published: 1, leftOut: 1 } })
    expect(await report()).toMatchObject({ state: 'published' })
    expect((await report()).events.at(-1)).toMatchObject({ type: 'published', actorId: round.director.userId })
    expect(await otherReport()).toMatchObject({ state: 'draft' })
    const { period, snapshots, audit } = await behind()
    expect({ period, audit }).toEqual({ period: 'published', audit: 1 })
    expect(snapshots).toHaveLength(1)
    expect(snapshots[0]).toMatchObject({ version: 1, publishedById: round.director.userId, note: 'Ensimmäinen' })
    expect(snapshots[0]?.body).toContain('Julkaistu tulos.')
    expect(snapshots[0]?.body).not.toContain('Salainen luonnos.')
  })

  it('leaves a report out that was sent and not approved', async () => {
    await approve()
    const other = await otherReport()
    await fillReport(round.otherCoordinator, other.id, { 'results/text': 'Vielä tarkastamatta.' })
    await submitReport(round.otherCoordinator, { reportId: other.id, version: (await otherReport()).version })
    const published = await publishPeriod(round.director, input())
    expect(published).toMatchObject({ ok: true, value: { published: 1, leftOut: 1 } })
    expect(await otherReport()).toMatchObject({ state: 'submitted' })
    expect((await behind()).snapshots[0]?.body).not.toContain('Vielä tarkastamatta.')
  })

  it('is one publication for one look, however often it is asked at once', async () => {
    await approve()
    const asked = await Promise.all(
      [1, 2, 3, 4].map(() => publishPeriod(round.director, { ...input(), seenVersion: 0 })),
    )
    expect(asked.filter((one) => one.ok)).toHaveLength(1)
    expect(asked.filter((one) => !one.ok && one.reason === 'STALE')).toHaveLength(3)
    expect((await behind()).snapshots).toHaveLength(1)
  })

  it('makes a new version when something has been approved since, and keeps the old one', async () => {
    await approve({ 'results/text': 'Ensin tämä.' })
    await publishPeriod(round.director, { ...input(), seenVersion: 0 })
    const [first] = (await behind()).snapshots
    const other = await otherReport()
    await fillReport(round.otherCoordinator, other.id, { 'results/text': 'Myöhässä tullut.' })
    await submitReport(round.otherCoordinator, { reportId: other.id, version: (await otherReport()).version })
    await approveReport(round.director, { reportId: other.id, version: (await otherReport()).version })
    const again = await publishPeriod(round.director, { ...input(), seenVersion: 1 })
    expect(again).toMatchObject({ ok: true, value: { version: 2, published: 1, leftOut: 0 } })
    const { snapshots } = await behind()
    expect(snapshots[0]).toEqual(first)
    expect(snapshots[1]?.body).toContain('Myöhässä tullut.')
  })

  it('keeps nothing when the last step fails', async () => {
    await approve()
    const before = await report()
    // The database refuses the audit row: everything before it must be gone with it.
    const owner = (sql: string) => ownerQuery(sql)
    await owner(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF NEW.action = 'period.published' THEN RAISE EXCEPTION 'planted'; END IF; RETURN NEW; END $$`)
    await owner('CREATE TRIGGER refuse BEFORE INSERT ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION refuse()')
    try {
      await expect(publishPeriod(round.director, input())).rejects.toThrow(/planted/)
    } finally {
      await owner('DROP TRIGGER refuse ON "AuditEvent"')
      await owner('DROP FUNCTION refuse')
    }
    expect(await report()).toEqual(before)
    expect(await behind()).toEqual({ period: 'open', snapshots: [], audit: 0 })
    expect((await publishPeriod(round.director, input())).ok).toBe(true)
  })

  it('closes the report: nothing of it can be written or moved', async () => {
    await approve()
    await publishPeriod(round.director, input())
    const { id, version } = await report()
    expect(
      await saveField(round.coordinator, { reportId: id, path: 'results/text', text: 'x', version: 1 }),
    ).toMatchObject({
      reason: 'LOCKED',
    })
    expect(await submitReport(round.coordinator, { reportId: id, version })).toMatchObject({ reason: 'WRONG_STATE' })
    expect(await approveReport(round.director, { reportId: id, version })).toMatchObject({ reason: 'WRONG_STATE' })
    expect(await openPeriod(round.director, round.periodId)).toMatchObject({ reason: 'ALREADY_PUBLISHED' })
  })
})

describe('the snapshot in the database', () => {
  it.each([
    ['changed', `UPDATE "Snapshot" SET body = body`],
    ['annotated', `UPDATE "Snapshot" SET note = 'toinen'`],
    ['removed', 'DELETE FROM "Snapshot"'],
    ['emptied', 'TRUNCATE "Snapshot" CASCADE'],
  ])('cannot be %s, not even by its owner', async (_how, sql) => {
    await approve()
    await publishPeriod(round.director, input())
    await expect(ownerQuery(sql)).rejects.toThrow(/append-only/)
    expect((await behind()).snapshots).toHaveLength(1)
  })

  it('cannot be stored with a hash that is not its own', async () => {
    await approve()
    await publishPeriod(round.director, input())
    const copy = `INSERT INTO "Snapshot" (id, "organisationId", "projectId", "periodId", "projectKey", "projectName", "organisationName",
        "periodKey", "periodTo", version, format, body, sha256, "productVersion")
      SELECT gen_random_uuid(), "organisationId", "projectId", "periodId", "projectKey", "projectName", "organisationName",
        "periodKey", "periodTo", 9, format, '{}', sha256, "productVersion" FROM "Snapshot"`
    await expect(ownerQuery(copy)).rejects.toThrow(/body_matches_hash/)
  })
})

async function ownerQuery(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: testDatabase().ownerUrl })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
