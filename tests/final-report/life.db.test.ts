import { beforeAll, describe, expect, it } from 'vitest'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { packArchive } from '@/lib/exports/archive/package'
import { renderReport } from '@/lib/exports/typst/render'
import { exportArchive } from '@/lib/final-report/archive/commands'
import { acceptFinding, withdrawAcceptance } from '@/lib/final-report/check/acceptances/commands'
import { checkStoredReport } from '@/lib/final-report/check/acceptances/queries'
import { editSection } from '@/lib/final-report/editing/commands'
import { listEditions, readEdition } from '@/lib/final-report/editions/queries'
import { exportFinalReport } from '@/lib/final-report/export/commands'
import { takeStep } from '@/lib/final-report/life/commands'
import { obstaclesOf, reportLife } from '@/lib/final-report/life/model'
import { listLifeEvents } from '@/lib/final-report/life/queries'
import { type ReportEventType, reportEventTypes, reportStates } from '@/lib/final-report/model'
import { openReport } from '@/lib/final-report/queries'
import { findProject } from '@/lib/projects/queries'
import {
  answerAll,
  makeDecision,
  makeReport,
  type ReportPlace,
  recordDnsh,
  reportOf,
  sectionOf,
  signDeclaration,
} from '@/tests/support/builders/final-report'

let place: ReportPlace
beforeAll(async () => {
  place = await makeReport()
})

async function step(
  name: ReportEventType,
  more: { reason?: string; decisionId?: string; version?: number } = {},
  viewer = place.director,
) {
  const { version } = await reportOf(place)
  return takeStep(viewer, { project: place.projectKey, version, step: name, reason: null, ...more })
}

const opened = async () => {
  const project = await findProject(place.director, place.projectKey)
  const open = project && (await openReport(place.director, project))
  if (!open) throw new Error('no report')
  return open
}

describe('the table of a report’s life', () => {
  it('is as it was decided, written down once more', () => {
    const table = reportStates.flatMap((state) =>
      reportEventTypes.flatMap((event) => {
        const next = reportLife[state][event]
        return next ? [`${state} ${event} ${next}`] : []
      }),
    )
    expect(table).toEqual([
      'draft checked checked',
      'checked returned draft',
      'checked approved approved',
      'approved returned draft',
      'approved decided decided',
      'decided returned draft',
      'decided frozen frozen',
      'frozen sent sent',
      'frozen correction_opened draft',
      'sent correction_opened draft',
    ])
  })

  it('names everything that stands in the way of locking', () => {
    const nothing = { openErrors: 2, unready: 1, hasDnsh: false, hasDeclaration: false }
    expect(obstaclesOf('frozen', nothing)).toEqual(['OPEN_ERRORS', 'NO_DNSH', 'NO_DECLARATION'])
    expect(obstaclesOf('checked', nothing)).toEqual(['OPEN_ERRORS', 'UNREADY_SECTIONS'])
    expect(obstaclesOf('frozen', { openErrors: 0, unready: 1, hasDnsh: true, hasDeclaration: true })).toEqual([])
  })
})

describe('who may not', () => {
  it('for the steering group and another county there is no report to move', async () => {
    for (const viewer of [place.steering, place.otherCounty]) {
      expect(await step('checked', {}, viewer)).toEqual({ ok: false, reason: 'NOT_FOUND' })
      expect(await acceptFinding(viewer, { project: place.projectKey, finding: '0'.repeat(16), reason: 'x' })).toEqual({
        ok: false,
        reason: 'NOT_FOUND',
      })
      expect(await checkStoredReport(viewer, place.projectId)).toBeNull()
      expect(await listEditions(viewer, place.projectId)).toEqual([])
      expect(await exportArchive(viewer, place.projectKey, { render: renderReport, pack: packArchive })).toEqual({
        ok: false,
        reason: 'NOT_FOUND',
      })
    }
  })

  it('those who only read move nothing; a writer checks and approves nothing', async () => {
    for (const viewer of [place.finance, place.auditor]) {
      expect(await step('checked', {}, viewer)).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    }
    for (const name of ['approved', 'decided', 'frozen', 'sent', 'returned', 'correction_opened'] as const) {
      expect(await step(name, {}, place.coordinator)).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    }
    expect((await reportOf(place)).state).toBe('draft')
  })

  it('no step out of its order', async () => {
    for (const name of reportEventTypes.filter((one) => one !== 'checked')) {
      expect(await step(name, { reason: 'x' })).toEqual({ ok: false, reason: 'WRONG_STATE' })
    }
  })
})

describe('from draft to sent', () => {
  it('an unanswered question stands in the way, until it is answered or accepted with a reason', async () => {
    expect(await step('checked')).toEqual({ ok: false, reason: 'OPEN_ERRORS' })
    const found = await checkStoredReport(place.coordinator, place.projectId)
    const [finding] = found?.findings.filter((one) => one.rule === 'unanswered') ?? []
    const input = { project: place.projectKey, finding: finding?.id ?? '', reason: 'Kysymys ei koske meitä.' }
    expect(await acceptFinding(place.finance, input)).toEqual({ ok: false, reason: 'NOT_ALLOWED' })
    expect(await acceptFinding(place.coordinator, { ...input, finding: '0'.repeat(16) })).toEqual({
      ok: false,
      reason: 'GONE',
    })
    const [one, two] = await Promise.all([
      acceptFinding(place.coordinator, input),
      acceptFinding(place.director, input),
    ])
    expect([one.ok, two.ok].sort()).toEqual([false, true])
    const accepted = (await checkStoredReport(place.coordinator, place.projectId))?.findings.find(
      (f) => f.id === finding?.id,
    )
    expect(accepted?.acceptance).toMatchObject({ reason: 'Kysymys ei koske meitä.' })
    const acceptance = accepted?.acceptance?.id ?? ''
    expect(await withdrawAcceptance(place.otherCounty, { project: place.projectKey, acceptance })).toEqual({
      ok: false,
      reason: 'NOT_FOUND',
    })
    expect(await withdrawAcceptance(place.director, { project: place.projectKey, acceptance })).toEqual({
      ok: true,
      value: null,
    })
    expect(await withdrawAcceptance(place.director, { project: place.projectKey, acceptance })).toEqual({
      ok: false,
      reason: 'GONE',
    })
    await answerAll(place)
    expect(
      (await checkStoredReport(place.director, place.projectId))?.findings.filter((f) => f.severity === 'error'),
    ).toEqual([])
  })

  it('is checked, returned with a reason, checked again and approved; two at once are one', async () => {
    expect(await step('checked', {}, place.coordinator)).toEqual({ ok: true, value: { state: 'checked' } })
    expect(await step('returned')).toEqual({ ok: false, reason: 'INVALID' })
    expect(await step('returned', { reason: 'Luku puuttuu.' })).toEqual({ ok: true, value: { state: 'draft' } })
    expect(await step('checked', { version: 1 })).toEqual({ ok: false, reason: 'STALE' })
    expect((await step('checked')).ok).toBe(true)
    const { version } = await reportOf(place)
    const approve = () =>
      takeStep(place.director, { project: place.projectKey, version, step: 'approved', reason: null })
    const both = await Promise.all([approve(), approve()])
    expect(both.map((one) => (one.ok ? 'done' : one.reason)).sort()).toEqual(['STALE', 'done'])
  })

  it('is decided by a decision of its own project and locked only with the records of the programme', async () => {
    expect(await step('decided')).toEqual({ ok: false, reason: 'NOT_FOUND' })
    const other = await makeDecision(await makeReport())
    expect(await step('decided', { decisionId: other })).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect(await step('decided', { decisionId: await makeDecision(place) })).toEqual({
      ok: true,
      value: { state: 'decided' },
    })
    expect(await step('frozen')).toEqual({ ok: false, reason: 'NO_DNSH' })
    await recordDnsh(place)
    expect(await step('frozen')).toEqual({ ok: false, reason: 'NO_DECLARATION' })
    await signDeclaration(place)
    expect((await step('frozen')).ok).toBe(true)
    const [edition] = await listEditions(place.auditor, place.projectId)
    expect(edition).toMatchObject({ number: 1, reason: null })
    expect((await readEdition(place.auditor, place.projectId))?.decision).toBe(
      'Ohjausryhmän kokous, § 4, 15.12.2025: Loppuraportti hyväksyttiin.',
    )
    expect((await listLifeEvents(place.auditor, place.projectId)).map(({ type }) => type)).toEqual([
      'checked',
      'returned',
      'checked',
      'approved',
      'decided',
      'frozen',
    ])
  })
})

describe('a locked report', () => {
  const pdfOf = async (edition: number | null = null) => {
    const made = await exportFinalReport(place.auditor, place.projectKey, renderReport, { edition })
    if (!made.ok) throw new Error(made.reason)
    return made.value.sha256
  }

  it('does not change when the data do: the change is told, the file is the same byte for byte', async () => {
    const before = await pdfOf()
    expect((await opened()).changed).toEqual([])
    await asViewer(systemViewer('operator'), (tx) =>
      tx.measurement.update({ where: { id: place.measurementId }, data: { number: '12' } }),
    )
    const { document, changed } = await opened()
    expect(JSON.stringify(document)).toContain('87')
    expect(changed).toMatchObject([{ before: '87\u00a0%', after: '12\u00a0%' }])
    expect(await pdfOf()).toBe(before)
    expect(await pdfOf(1)).toBe(before)
    expect((await exportFinalReport(place.auditor, place.projectKey, renderReport, { edition: 2 })).ok).toBe(false)
  }, 60_000)

  it('cannot be written, by anybody', async () => {
    const section = await sectionOf(place, place.questionId)
    const edit = { sectionId: section.id, version: section.version, texts: {}, steps: [] }
    expect(await editSection(place.director, edit)).toMatchObject({ reason: 'LOCKED' })
    for (const text of ['UPDATE "FinalReportEdition" SET number = 9', 'DELETE FROM "FinalReportEvent"']) {
      await expect(asViewer(systemViewer('operator'), (tx) => tx.$executeRawUnsafe(text))).rejects.toThrow(
        /append-only/,
      )
    }
  })

  it('opens for a correction with a reason, and becomes a second edition that tells it; the first stays', async () => {
    const first = await pdfOf(1)
    expect((await step('sent')).ok).toBe(true)
    expect(await step('correction_opened')).toEqual({ ok: false, reason: 'INVALID' })
    expect((await step('correction_opened', { reason: 'Luku oli väärin.' })).ok).toBe(true)
    expect((await opened()).edition).toBeNull()
    const [decision] = await asViewer(systemViewer('operator'), (tx) =>
      tx.decision.findMany({ where: { projectId: place.projectId }, select: { id: true } }),
    )
    for (const name of ['checked', 'approved'] as const) expect((await step(name)).ok).toBe(true)
    expect((await step('decided', { decisionId: decision?.id ?? '' })).ok).toBe(true)
    expect((await step('frozen')).ok).toBe(true)
    expect(await listEditions(place.director, place.projectId)).toMatchObject([
      { number: 2, reason: 'Luku oli väärin.' },
      { number: 1, reason: null },
    ])
    expect(JSON.stringify((await opened()).document)).toContain('12\u00a0%')
    expect(await pdfOf(1)).toBe(first)
    expect(await pdfOf(2)).not.toBe(first)
  }, 90_000)
})
