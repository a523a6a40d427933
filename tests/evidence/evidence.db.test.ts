// Evidence of things: who may not, what it is good for, and what may not be taken away.
import { beforeAll, describe, expect, it } from 'vitest'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { keepEvidenceFile, keepLink, removeKept } from '@/lib/evidence/commands'
import type { EvidenceSubject } from '@/lib/evidence/model'
import { listProjectEvidence, listTargetEvidence } from '@/lib/evidence/overview/queries'
import { findSubject, listEvidenceOf, readEvidenceFile } from '@/lib/evidence/queries'
import { markReached, unmarkReached } from '@/lib/evidence/reached/commands'
import { publishPeriod } from '@/lib/rounds/publishing/commands'
import { approveReport, submitReport } from '@/lib/status-reports/commands'
import { readPublishedFile } from '@/lib/steering/evidence/queries'
import { findSnapshot, listPublished } from '@/lib/steering/queries'
import { fillReport, makeRound, type Round, reportOf } from '../support/builders/round'

let round: Round
let subjects: Record<EvidenceSubject['kind'], EvidenceSubject>
const system = systemViewer('operator')
const pdf = new Uint8Array(Buffer.from('%PDF-1.7 todiste'))
const link = { label: 'Päätös', note: null, url: 'https://example.fi/paatos' }

beforeAll(async () => {
  round = await makeRound()
  const { organisationId, projectId, unit } = round
  const own = { organisationId, projectId, sort: 0 }
  subjects = await asViewer(system, async (tx) => {
    const target = await tx.indicatorTarget.create({
      data: { organisationId, indicatorId: unit.shareId, role: 'final', asWritten: '80 %', sort: 0 },
    })
    const measurement = await tx.measurement.create({
      data: { organisationId, indicatorId: unit.shareId, role: 'actual', kind: 'number', asWritten: '54 %', sort: 0 },
    })
    const workPackageId = unit.id
    const purchase = await tx.purchase.create({ data: { ...own, sourceId: 'H1', title: 'Laite', workPackageId } })
    const decision = await tx.decision.create({ data: { ...own, text: 'Hyväksyttiin' } })
    return {
      target: { kind: 'target', id: target.id },
      measurement: { kind: 'measurement', id: measurement.id },
      action: { kind: 'action', id: unit.actionIds[0] ?? '' },
      purchase: { kind: 'purchase', id: purchase.id },
      decision: { kind: 'decision', id: decision.id },
      toimintamalli: { kind: 'toimintamalli', id: unit.modelId },
    }
  })
})

const kinds = ['target', 'measurement', 'action', 'purchase', 'decision', 'toimintamalli'] as const
const auditOf = (action: string) =>
  asViewer(system, (tx) =>
    tx.auditEvent.findMany({ where: { action, organisationId: round.organisationId }, orderBy: { id: 'asc' } }),
  )

describe.each(kinds)('evidence of a thing: %s', (kind) => {
  it('is nothing for another county: not seen, not added, not removed, not downloaded', async () => {
    const subject = subjects[kind]
    const kept = await keepEvidenceFile(round.director, {
      ...subject,
      label: '',
      note: null,
      name: 'a.pdf',
      bytes: pdf,
    })
    if (!kept.ok) throw new Error(kept.reason)
    const { evidenceId } = kept.value
    expect(await findSubject(round.otherCounty, subject)).toBeNull()
    expect(await listEvidenceOf(round.otherCounty, subject)).toEqual([])
    expect(await keepLink(round.otherCounty, { ...subject, ...link })).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect(await removeKept(round.otherCounty, { ...subject, evidenceId })).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect(await readEvidenceFile(round.otherCounty, evidenceId)).toBeNull()
    expect((await readEvidenceFile(round.steering, evidenceId))?.bytes).toEqual(pdf)
  })

  it('is read but not kept by the steering group and the auditor', async () => {
    for (const viewer of [round.steering, round.auditor]) {
      expect(await keepLink(viewer, { ...subjects[kind], ...link })).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
      expect(await listEvidenceOf(viewer, subjects[kind])).not.toEqual([])
    }
  })

  it('is kept by the coordinator of its own unit, not of another, and tells who and when', async () => {
    const own = await keepLink(round.coordinator, { ...subjects[kind], ...link })
    expect(own.ok).toBe(kind !== 'decision')
    const other = await keepLink(round.otherCoordinator, { ...subjects[kind], ...link })
    expect(other).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    const byDirector = await keepLink(round.director, { ...subjects[kind], ...link, note: 'Sivu 3' })
    expect(byDirector.ok).toBe(true)
    const rows = await listEvidenceOf(round.steering, subjects[kind])
    expect(rows.at(-1)).toMatchObject({ label: 'Päätös', note: 'Sivu 3', url: link.url, isPublished: false })
    // The steering group knows roles, not names.
    expect(rows.at(-1)?.addedBy).toEqual({ name: null, role: 'director' })
    expect((await listEvidenceOf(round.director, subjects[kind])).at(-1)?.addedBy?.name).toBe(round.director.name)
  })

  it('is checked by its content', async () => {
    const wrong = { ...subjects[kind], label: '', note: null, name: 'a.pdf', bytes: new Uint8Array(Buffer.from('MZ')) }
    expect(await keepEvidenceFile(round.director, wrong)).toEqual({ ok: false, reason: 'WRONG_KIND' })
    expect(await keepEvidenceFile(round.director, { ...wrong, bytes: new Uint8Array() })).toEqual({
      ok: false,
      reason: 'EMPTY_FILE',
    })
    const large = { ...wrong, bytes: new Uint8Array(10_000_001) }
    expect(await keepEvidenceFile(round.director, large)).toEqual({ ok: false, reason: 'TOO_LARGE' })
  })

  it('is taken away by who may, once, and not through another thing', async () => {
    const kept = await keepLink(round.finance, { ...subjects[kind], ...link })
    if (!kept.ok) throw new Error(kept.reason)
    const { evidenceId } = kept.value
    const elsewhere = subjects[kind === 'purchase' ? 'decision' : 'purchase']
    expect(await removeKept(round.finance, { ...elsewhere, evidenceId })).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect(await removeKept(round.finance, { ...subjects[kind], evidenceId })).toEqual({ ok: true, value: null })
    expect(await removeKept(round.finance, { ...subjects[kind], evidenceId })).toEqual({
      ok: false,
      reason: 'NOT_FOUND',
    })
    expect((await auditOf('evidence.removed')).at(-1)).toMatchObject({ right: 'finance', subjectId: subjects[kind].id })
  })
})

describe('evidence of a decision of a meeting that is not approved', () => {
  it('is nothing for those who may not read the meeting yet', async () => {
    const { organisationId, projectId } = round
    const subject = await asViewer(system, async (tx) => {
      const body = await tx.steeringBody.create({ data: { organisationId, projectId, name: 'Ohjausryhmä', sort: 0 } })
      const meeting = await tx.meeting.create({ data: { organisationId, bodyId: body.id, title: 'Kokous' } })
      const item = await tx.agendaItem.create({
        data: { organisationId, meetingId: meeting.id, title: 'Asia', sort: 0 },
      })
      const own = { organisationId, projectId, agendaItemId: item.id, text: 'Keskeneräinen päätös', sort: 0 }
      return { kind: 'decision', id: (await tx.decision.create({ data: own })).id } as const
    })
    expect((await keepLink(round.director, { ...subject, ...link })).ok).toBe(true)
    expect(await findSubject(round.steering, subject)).not.toBeNull()
    expect(await findSubject(round.coordinator, subject)).toBeNull()
    expect(JSON.stringify(await listProjectEvidence(round.coordinator, projectId))).not.toContain('Keskeneräinen')
    expect(JSON.stringify(await listProjectEvidence(round.auditor, projectId))).toContain('Keskeneräinen')
  })
})

describe('a target', () => {
  const fresh = async () => {
    const { organisationId, unit } = round
    const { id } = await asViewer(system, (tx) =>
      tx.indicatorTarget.create({
        data: { organisationId, indicatorId: unit.shareId, role: 'interim', asWritten: '60 %', sort: 1 },
      }),
    )
    return { kind: 'target', id } as const
  }
  const on = { on: '2025-09-30', note: null }

  it('is marked reached by nobody from elsewhere, nor by a coordinator or the steering group', async () => {
    const { id: targetId } = await fresh()
    expect(await markReached(round.otherCounty, { targetId, ...on })).toEqual({ ok: false, reason: 'NOT_FOUND' })
    for (const viewer of [round.coordinator, round.steering, round.auditor]) {
      expect(await markReached(viewer, { targetId, ...on })).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    }
  })

  it('is not marked reached without evidence, and its only piece cannot be taken away', async () => {
    const subject = await fresh()
    const mark = { targetId: subject.id, ...on }
    expect(await markReached(round.director, mark)).toEqual({ ok: false, reason: 'NO_EVIDENCE' })
    const first = await keepLink(round.director, { ...subject, ...link })
    if (!first.ok) throw new Error(first.reason)
    expect(await markReached(round.director, { ...mark, on: '2099-01-01' })).toMatchObject({ reason: 'INVALID' })
    expect(await markReached(round.director, mark)).toEqual({ ok: true, value: null })
    expect(await markReached(round.finance, mark)).toEqual({ ok: false, reason: 'STALE' })
    const only = { ...subject, evidenceId: first.value.evidenceId }
    expect(await removeKept(round.director, only)).toEqual({ ok: false, reason: 'SHOWS_REACHED' })
    await keepLink(round.director, { ...subject, ...link, label: 'Toinen' })
    expect(await removeKept(round.director, only)).toEqual({ ok: true, value: null })
    const row = (await listTargetEvidence(round.steering, round.projectId)).find((one) => one.subject.id === subject.id)
    expect(row).toMatchObject({ pieces: 1, reachedOn: '2025-09-30', target: { asWritten: '60 %' } })
  })

  it('keeps one piece when two people each take away the other’s at the same moment', async () => {
    const subject = await fresh()
    const two = await Promise.all([
      keepLink(round.director, { ...subject, ...link }),
      keepLink(round.finance, { ...subject, ...link }),
    ])
    await markReached(round.director, { targetId: subject.id, ...on })
    const gone = await Promise.all(
      two.map((kept) => removeKept(round.director, { ...subject, evidenceId: kept.ok ? kept.value.evidenceId : '' })),
    )
    expect(gone.map((one) => (one.ok ? 'gone' : one.reason)).sort()).toEqual(['SHOWS_REACHED', 'gone'])
    expect(await listEvidenceOf(round.director, subject)).toHaveLength(1)
  })

  it('loses its mark with a reason that stays, by who saw what it says now', async () => {
    const subject = await fresh()
    await keepLink(round.director, { ...subject, ...link })
    await markReached(round.director, { targetId: subject.id, ...on })
    const undo = { targetId: subject.id, seenOn: '2025-09-30', reason: 'Laskettiin väärin' }
    expect(await unmarkReached(round.coordinator, undo)).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    expect(await unmarkReached(round.director, { ...undo, seenOn: '2025-06-30' })).toEqual({
      ok: false,
      reason: 'STALE',
    })
    expect(await unmarkReached(round.director, undo)).toEqual({ ok: true, value: null })
    expect((await auditOf('target.not_reached')).at(-1)?.data).toEqual({
      before: '2025-09-30',
      reason: 'Laskettiin väärin',
    })
  })
})

describe('what has been published', () => {
  it('stays: it cannot be removed, stands in the snapshot, and its file opens from the publication', async () => {
    const { coordinator, director, steering, otherCounty, unit, periodId, projectId, projectKey } = round
    const file = { ...subjects.purchase, label: 'Sopimus', note: null, name: 'sopimus.pdf', bytes: pdf }
    const kept = await keepEvidenceFile(director, file)
    if (!kept.ok) throw new Error(kept.reason)
    const { evidenceId } = kept.value
    const report = await reportOf(unit.id, periodId)
    await fillReport(coordinator, report.id, { [`indicators/${unit.shareId}/value`]: '87,5' })
    const step = async () => ({ reportId: report.id, version: (await reportOf(unit.id, periodId)).version })
    for (const done of [await submitReport(coordinator, await step()), await approveReport(director, await step())]) {
      if (!done.ok) throw new Error(done.reason)
    }
    const published = await publishPeriod(director, { projectId, periodKey: '2025-Q3', note: 'Koe' })
    if (!published.ok) throw new Error(published.reason)

    expect(await removeKept(director, { ...subjects.purchase, evidenceId })).toEqual({ ok: false, reason: 'PUBLISHED' })
    const [newest] = await listPublished(steering, projectKey)
    const body = await findSnapshot(steering, newest?.snapshotId ?? '')
    const piece = body?.evidence.find((one) => one.id === evidenceId)
    expect(piece).toMatchObject({ subject: subjects.purchase, label: 'Sopimus', file: { name: 'sopimus.pdf' } })
    const [{ code } = { code: '' }] = await asViewer(system, (tx) =>
      tx.snapshot.findMany({ where: { projectId }, select: { code: true } }),
    )
    expect((await readPublishedFile(steering, { code, evidenceId }))?.bytes).toEqual(pdf)
    expect(await readPublishedFile(otherCounty, { code, evidenceId })).toBeNull()
    expect(await readPublishedFile(steering, { code: '0000000000', evidenceId })).toBeNull()
  })

  it('all pieces of a project are listed with what they show, to those who see the project', async () => {
    const rows = await listProjectEvidence(round.auditor, round.projectId)
    expect(new Set(rows.map((row) => row.subject.kind))).toEqual(new Set(kinds))
    expect(rows.find((row) => row.label === 'Sopimus')).toMatchObject({ shows: 'Laite', hasFile: true })
    expect(await listProjectEvidence(round.otherCounty, round.projectId)).toEqual([])
  })
})
