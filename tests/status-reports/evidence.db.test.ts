import { beforeAll, describe, expect, it } from 'vitest'
import { asViewer } from '@/lib/access/viewer'
import { submitReport } from '@/lib/status-reports/commands'
import { addFile, addLink, removeEvidence } from '@/lib/status-reports/evidence/commands'
import { listReportEvidence, readReportFile } from '@/lib/status-reports/evidence/queries'
import { linkSchema } from '@/lib/status-reports/evidence/schema'
import { fillReport, makeRound, type Round, reportOf } from '../support/builders/round'

let round: Round
let reportId: string
const bytes = (text: string) => new TextEncoder().encode(text)
const file = (name: string, text: string) => ({ reportId, label: '', name, bytes: bytes(text) })

beforeAll(async () => {
  round = await makeRound()
  reportId = (await reportOf(round.unit.id, round.periodId)).id
})

describe('who may not hang evidence on a report', () => {
  it.each([
    ['otherCoordinator', 'NOT_ALLOWED'],
    ['director', 'NOT_ALLOWED'],
    ['steering', 'NOT_FOUND'],
    ['auditor', 'NOT_FOUND'],
    ['otherCounty', 'NOT_FOUND'],
  ] as const)('%s', async (role, reason) => {
    const link = { reportId, label: 'x', url: 'https://esimerkki.fi' }
    expect(await addLink(round[role], link)).toEqual({ ok: false, reason })
    expect(await addFile(round[role], file('a.txt', 'x'))).toEqual({ ok: false, reason })
    expect(await listReportEvidence(round.coordinator, reportId)).toEqual([])
  })
})

describe('evidence', () => {
  it.each([
    ['ohjelma.exe', 'MZ', 'WRONG_KIND'],
    ['makro.docm', 'PK\u0003\u0004', 'WRONG_KIND'],
    ['sivu.html', '<script>', 'WRONG_KIND'],
    ['kuva.svg', '<svg/>', 'WRONG_KIND'],
    ['valehtelee.pdf', 'MZ', 'WRONG_KIND'],
    ['päätteetön', 'x', 'WRONG_KIND'],
    ['tyhjä.txt', '', 'EMPTY_FILE'],
    ['suuri.txt', 'x'.repeat(10_000_001), 'TOO_LARGE'],
  ])('a file is refused as a whole: %s', async (name, text, reason) => {
    expect(await addFile(round.coordinator, file(name, text))).toEqual({ ok: false, reason })
    expect(await listReportEvidence(round.coordinator, reportId)).toEqual([])
  })

  it('belongs to a section of the report, or to the whole of it', async () => {
    const { coordinator } = round
    const given = {
      reportId,
      project: 'x',
      period: 'x',
      unit: round.unit.id,
      label: 'Tulokset',
      url: 'https://esimerkki.fi',
    }
    const read = (section?: string) => linkSchema.parse({ ...given, ...(section === undefined ? {} : { section }) })
    expect([read('next_steps').path, read('').path, read().path]).toEqual(['nextSteps', null, null])
    expect(linkSchema.safeParse({ ...given, section: 'elsewhere' }).success).toBe(false)
    const ofSection = await addLink(coordinator, read('results'))
    const ofWhole = await addFile(coordinator, { ...file('koko.txt', 'x'), path: null })
    if (!ofSection.ok || !ofWhole.ok) throw new Error('not added')
    const rows = await listReportEvidence(coordinator, reportId)
    expect(rows.map(({ label, path }) => [label, path])).toEqual([
      ['Tulokset', 'results'],
      ['koko.txt', null],
    ])
    for (const { value } of [ofSection, ofWhole]) await removeEvidence(coordinator, { reportId, ...value })
  })

  it('is told of in the audit log, adding and removing, once each; a refusal is not', async () => {
    const trail = () =>
      asViewer(round.system, (tx) =>
        tx.auditEvent.findMany({
          where: { subjectId: reportId, action: { startsWith: 'report.evidence' } },
          orderBy: { at: 'asc' },
          select: { action: true, actorId: true, right: true, data: true },
        }),
      )
    const before = (await trail()).length
    const link = await addLink(round.coordinator, { reportId, label: 'x', url: 'https://esimerkki.fi' })
    const kept = await addFile(round.coordinator, file('liite.txt', 'x'))
    if (!link.ok || !kept.ok) throw new Error('not added')
    const ids = [link.value.evidenceId, kept.value.evidenceId]
    for (const evidenceId of [...ids, ...ids]) await removeEvidence(round.coordinator, { reportId, evidenceId })
    const by = { actorId: round.coordinator.userId, right: 'coordinator' }
    expect((await trail()).slice(before)).toEqual([
      ...ids.map((evidenceId) => ({ ...by, action: 'report.evidence_added', data: { evidenceId } })),
      ...ids.map((evidenceId) => ({ ...by, action: 'report.evidence_removed', data: { evidenceId } })),
    ])
  })

  it('is kept byte for byte and read by those who may see the report', async () => {
    const added = await addFile(round.coordinator, file('..\\..\\etc/muistio ä.pdf', '%PDF-1.7 sisältö'))
    if (!added.ok) throw new Error(added.reason)
    const place = { reportId, evidenceId: added.value.evidenceId }
    const read = await readReportFile(round.director, place)
    expect(read).toMatchObject({ name: 'muistio ä.pdf', mediaType: 'application/pdf' })
    expect(new TextDecoder().decode(read?.bytes)).toBe('%PDF-1.7 sisältö')
    for (const role of ['steering', 'auditor', 'otherCounty'] as const) {
      expect([role, await readReportFile(round[role], place)]).toEqual([role, null])
    }
    const other = await reportOf(round.otherUnit.id, round.periodId)
    expect(await readReportFile(round.director, { ...place, reportId: other.id })).toBeNull()
  })

  it('is taken off by its writer only, and not from another report', async () => {
    const [row] = await listReportEvidence(round.coordinator, reportId)
    const evidenceId = String(row?.id)
    const other = await reportOf(round.otherUnit.id, round.periodId)
    expect(await removeEvidence(round.director, { reportId, evidenceId })).toMatchObject({ reason: 'NOT_ALLOWED' })
    expect(await removeEvidence(round.otherCoordinator, { reportId: other.id, evidenceId })).toMatchObject({
      reason: 'NOT_FOUND',
    })
    expect(await listReportEvidence(round.coordinator, reportId)).toHaveLength(1)
    expect((await removeEvidence(round.coordinator, { reportId, evidenceId })).ok).toBe(true)
    expect(await listReportEvidence(round.coordinator, reportId)).toEqual([])
  })

  it('is closed with the report', async () => {
    await fillReport(round.coordinator, reportId)
    const { version } = await reportOf(round.unit.id, round.periodId)
    await submitReport(round.coordinator, { reportId, version })
    const link = { reportId, label: 'x', url: 'https://esimerkki.fi' }
    expect(await addLink(round.coordinator, link)).toEqual({ ok: false, reason: 'LOCKED' })
  })
})
