import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { markActionPoint, removeActionPoint, saveActionPoint } from '@/lib/meetings/action-points/commands'
import { listOpenActionPoints } from '@/lib/meetings/action-points/queries'
import { attachFile, attachLink, attachPage, removeAttachment } from '@/lib/meetings/attachments/commands'
import { readAttachmentFile } from '@/lib/meetings/attachments/queries'
import { listConcernChoices } from '@/lib/meetings/choices/queries'
import { removeDecision, saveDecision } from '@/lib/meetings/decisions/commands'
import { listDecisions, listDecisionsOf } from '@/lib/meetings/decisions/queries'
import { findMeeting } from '@/lib/meetings/queries'
import { approveMeeting, checkMeeting } from '@/lib/meetings/standing/commands'
import { setClock } from '@/lib/platform/clock'
import { publishPeriod } from '@/lib/rounds/publishing/commands'
import { approveReport, submitReport } from '@/lib/status-reports/commands'
import { makeBody, makeItem, makeMeeting, meetingOf, value } from '../support/builders/meetings'
import { fillReport, makeRound, type Round, reportOf } from '../support/builders/round'

let round: Round
let meetingId: string
let itemId: string
beforeEach(async () => {
  setClock(new Date('2025-11-20T10:00:00Z'))
  round = await makeRound()
  meetingId = await makeMeeting(round, await makeBody(round))
  itemId = await makeItem(round.director, meetingId)
})
afterEach(() => setClock(null))

const place = () => ({ meetingId, itemId })
const decision = (change: object = {}) => ({
  ...place(),
  decisionId: null,
  version: 0,
  text: 'Hyväksyttiin.',
  decidedOn: null,
  concerns: [{ kind: 'work_package' as const, id: round.unit.id }],
  ...change,
})
const point = (change: object = {}) => ({
  ...place(),
  pointId: null,
  version: 0,
  text: 'Päivitetään suunnitelma.',
  responsibleRole: 'Projektijohtaja',
  dueOn: '2025-12-01',
  ...change,
})
const pdf = new Uint8Array(Buffer.from('%PDF-1.7 koe'))
const file = { label: '', name: 'liite.pdf', bytes: pdf }
const readOne = async (who: Viewer = round.director) =>
  (await findMeeting(who, round.projectId, meetingId))?.items.find(({ id }) => id === itemId)

async function approve() {
  await checkMeeting(round.director, { meetingId, version: (await meetingOf(round, meetingId)).version })
  await approveMeeting(round.steering, { meetingId, version: (await meetingOf(round, meetingId)).version })
}

describe('who may not', () => {
  it.each([
    ['coordinator', 'NOT_FOUND'],
    ['steering', 'NOT_ALLOWED'],
    ['auditor', 'NOT_ALLOWED'],
    ['otherCounty', 'NOT_FOUND'],
  ] as const)('decide, agree or attach: %s', async (role, reason) => {
    const who = round[role]
    const no = { ok: false, reason }
    const { decisionId } = value(await saveDecision(round.director, decision()))
    const { pointId } = value(await saveActionPoint(round.director, point()))
    const { attachmentId } = value(await attachFile(round.director, { ...place(), ...file }))
    const was = { ...place(), version: 1 }
    expect(await saveDecision(who, decision())).toEqual(no)
    expect(await saveDecision(who, decision({ decisionId, version: 1 }))).toEqual(no)
    expect(await removeDecision(who, { ...was, decisionId })).toEqual(no)
    expect(await saveActionPoint(who, point())).toEqual(no)
    expect(await removeActionPoint(who, { ...was, pointId })).toEqual(no)
    expect(await markActionPoint(who, { ...was, pointId, done: 'yes' })).toEqual(no)
    expect(await attachLink(who, { ...place(), label: 'Linkki', url: 'https://thl.fi' })).toEqual(no)
    expect(await attachPage(who, { ...place(), page: '/r/0123456789-m0123456789ab' })).toEqual(no)
    expect(await attachFile(who, { ...place(), ...file })).toEqual(no)
    expect(await removeAttachment(who, { ...place(), attachmentId })).toEqual(no)
    expect((await readAttachmentFile(who, attachmentId)) === null).toBe(reason === 'NOT_FOUND')
    expect(await readOne()).toMatchObject({ decisions: [{}], actionPoints: [{ doneOn: null }], attachments: [{}] })
  })

  it('anybody, about what is not the project’s own', async () => {
    const other = await makeRound()
    const concerns = [{ kind: 'work_package' as const, id: other.unit.id }]
    const refused = { reason: 'INVALID', fields: { concerns: 'meetings.error.choice' } }
    expect(await saveDecision(round.director, decision({ concerns }))).toMatchObject(refused)
    // Its own thing under a wrong kind is none either.
    const wrongKind = [{ kind: 'purchase' as const, id: round.unit.id }]
    expect(await saveDecision(round.director, decision({ concerns: wrongKind }))).toMatchObject(refused)
    expect((await listConcernChoices(round.director, other.projectId)).work_package).toEqual([])
    expect((await listConcernChoices(round.director, round.projectId)).work_package).toHaveLength(2)
  })
})

describe('a decision', () => {
  it('is found from everything it concerns, once it may be known', async () => {
    const concerns = [
      { kind: 'work_package' as const, id: round.unit.id },
      { kind: 'work_package' as const, id: round.otherUnit.id },
      { kind: 'toimintamalli' as const, id: round.unit.modelId },
    ]
    await saveDecision(round.director, decision({ concerns, decidedOn: '2025-11-13' }))
    const things = [
      { workPackageId: round.unit.id },
      { workPackageId: round.otherUnit.id },
      { toimintamalliId: round.unit.modelId },
    ]
    const counts = async (who: Viewer) =>
      (await Promise.all(things.map((thing) => listDecisionsOf(who, thing)))).map((found) => found.length)
    expect([await counts(round.steering), await counts(round.coordinator)]).toEqual([
      [1, 1, 1],
      [0, 0, 0],
    ])
    await approve()
    expect([await counts(round.coordinator), await counts(round.otherCounty)]).toEqual([
      [1, 1, 1],
      [0, 0, 0],
    ])
    const [found] = await listDecisionsOf(round.coordinator, { toimintamalliId: round.unit.modelId })
    expect(found).toMatchObject({
      text: 'Hyväksyttiin.',
      decidedOn: '2025-11-13',
      meeting: { body: 'Ohjausryhmä', number: 1, state: 'approved', itemId },
    })
    expect(found?.concerns.map(({ kind, title }) => `${kind} ${title}`).sort()).toEqual([
      'toimintamalli Etävastaanotto',
      'work_package Työpaketti TP1',
      'work_package Työpaketti TP2',
    ])
    expect(await listDecisions(round.coordinator, round.projectId, 'toimintamalli')).toHaveLength(1)
    expect(await listDecisions(round.coordinator, round.projectId, 'purchase')).toEqual([])
  })

  it('written by two people at once keeps the first, with what it concerns', async () => {
    const { decisionId } = value(await saveDecision(round.director, decision()))
    const write = (text: string, concerns: object[]) =>
      saveDecision(round.director, decision({ decisionId, version: 1, text, concerns }))
    expect((await write('Ensimmäinen', [])).ok).toBe(true)
    const thing = { kind: 'toimintamalli', id: round.unit.modelId }
    expect(await write('Toinen', [thing])).toEqual({ ok: false, reason: 'STALE' })
    expect((await readOne())?.decisions).toMatchObject([{ text: 'Ensimmäinen', concerns: [] }])
    await write('Kolmas', [])
    expect((await saveDecision(round.director, decision({ decisionId, version: 2, concerns: [thing] }))).ok).toBe(true)
    expect((await readOne())?.decisions).toMatchObject([{ concerns: [{ kind: 'toimintamalli' }] }])
  })

  it('with evidence stays', async () => {
    const { decisionId } = value(await saveDecision(round.director, decision()))
    const { organisationId } = round
    await asViewer(round.system, (tx) =>
      tx.evidence.create({ data: { organisationId, decisionId, label: 'Muistio', url: 'https://thl.fi' } }),
    )
    const known = { ...place(), decisionId, version: 1 }
    expect(await removeDecision(round.director, known)).toEqual({ ok: false, reason: 'IN_USE' })
    await asViewer(round.system, (tx) => tx.evidence.deleteMany({ where: { decisionId } }))
    expect(await removeDecision(round.director, { ...known, version: 9 })).toMatchObject({ reason: 'STALE' })
    expect((await removeDecision(round.director, known)).ok).toBe(true)
  })
})

describe('an action point', () => {
  it('is locked with the minutes but can be marked done after them', async () => {
    const { pointId } = value(await saveActionPoint(round.finance, point()))
    await approve()
    expect(await saveActionPoint(round.director, point({ pointId, version: 1 }))).toMatchObject({ reason: 'LOCKED' })
    expect(await listOpenActionPoints(round.coordinator, round.projectId)).toMatchObject([
      { text: 'Päivitetään suunnitelma.', dueOn: '2025-12-01', meeting: { body: 'Ohjausryhmä' } },
    ])
    expect(await listOpenActionPoints(round.otherCounty, round.projectId)).toEqual([])
    const mark = (done: 'yes' | 'no', version: number) =>
      markActionPoint(round.finance, { ...place(), pointId, version, done })
    const both = await Promise.all([mark('yes', 1), mark('yes', 1)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await readOne())?.actionPoints).toMatchObject([{ doneOn: '2025-11-20' }])
    expect(await listOpenActionPoints(round.director, round.projectId)).toEqual([])
    expect((await mark('no', 2)).ok).toBe(true)
    expect(await listOpenActionPoints(round.director, round.projectId)).toHaveLength(1)
  })
})

describe('attachments', () => {
  it('are files by their content, links, and nothing else', async () => {
    expect(await attachFile(round.director, { ...place(), ...file, name: 'liite.png' })).toMatchObject({
      reason: 'WRONG_KIND',
    })
    const { attachmentId } = value(await attachFile(round.director, { ...place(), ...file }))
    await attachLink(round.director, { ...place(), label: 'Ohje', url: 'https://thl.fi/ohje' })
    expect((await readOne())?.attachments.map(({ label, target }) => [label, target.kind])).toEqual([
      ['liite.pdf', 'file'],
      ['Ohje', 'link'],
    ])
    expect(Buffer.from((await readAttachmentFile(round.steering, attachmentId))?.bytes ?? []).toString()).toContain(
      'koe',
    )
    expect(await readAttachmentFile(round.coordinator, attachmentId)).toBeNull()
    await approve()
    expect(await readAttachmentFile(round.coordinator, attachmentId)).not.toBeNull()
    expect(await readAttachmentFile(round.otherCounty, attachmentId)).toBeNull()
  })

  it('are frozen pages of the project’s own publications, and stay the same when the period is published again', async () => {
    const report = await reportOf(round.unit.id, round.periodId)
    await fillReport(round.coordinator, report.id, { [`indicators/${round.unit.shareId}/value`]: '87,5' })
    const at = async () => ({ reportId: report.id, version: (await reportOf(round.unit.id, round.periodId)).version })
    value(await submitReport(round.coordinator, await at()))
    value(await approveReport(round.director, await at()))
    const publish = (who: Viewer, projectId: string) =>
      publishPeriod(who, { projectId, periodKey: '2025-Q3', note: 'Koe' })
    const { snapshotId } = value(await publish(round.director, round.projectId))
    const { code, measurementId } = await asViewer(round.system, async (tx) => ({
      ...(await tx.snapshot.findUniqueOrThrow({ where: { id: snapshotId }, select: { code: true } })),
      measurementId: (await tx.measurement.findFirstOrThrow({ where: { reportId: report.id } })).id,
    }))
    const review = `/projects/${round.projectKey}/steering/2025-Q3`
    const pages = [
      `${review}?version=1 Tilannekuva`,
      `${review}/${round.unit.id}?version=1 Yksikkö`,
      `/r/${code}-m${measurementId.slice(-12)} Osuus: 87,5`,
    ]
    for (const page of pages) expect((await attachPage(round.director, { ...place(), page })).ok).toBe(true)
    const bad = [
      `${review}?version=2 Ei julkaistu`,
      `${review}/${crypto.randomUUID()}?version=1 Ei siinä`,
      `/r/${code}-m000000000000 Ei siinä`,
      `/r/ffffffffff-m${measurementId.slice(-12)} Muu julkaisu`,
      'https://muu.example Muualla',
      'javascript:alert(1) Skripti',
    ]
    for (const page of bad) {
      expect(await attachPage(round.director, { ...place(), page })).toMatchObject({ reason: 'INVALID' })
    }
    const other = await makeRound()
    const theirs = await makeMeeting(other, await makeBody(other))
    const foreign = { meetingId: theirs, itemId: await makeItem(other.director, theirs) }
    expect(await attachPage(other.director, { ...foreign, page: pages[0] ?? '' })).toMatchObject({ reason: 'INVALID' })
    const shown = (await readOne())?.attachments.map(({ label, target }) => ({ label, target }))
    expect(shown?.map(({ label }) => label)).toEqual(['Tilannekuva', 'Yksikkö', 'Osuus: 87,5'])
    value(await publish(round.director, round.projectId))
    expect((await readOne())?.attachments.map(({ label, target }) => ({ label, target }))).toEqual(shown)
  })
})
