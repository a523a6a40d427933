import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { renderWord } from '@/lib/exports/docx/render'
import { exportWordReport, type WordRenderer } from '@/lib/final-report/export/commands'
import { setClock } from '@/lib/platform/clock'
import { decidedReport, makeReport, type ReportPlace, reportOf, takeSteps } from '@/tests/support/builders/final-report'

const exports = async (place: ReportPlace) => {
  const { id } = await reportOf(place)
  return asViewer(systemViewer('operator'), (tx) =>
    tx.auditEvent.findMany({
      where: { subjectId: id, action: 'final_report.exported' },
      select: { right: true, data: true },
    }),
  )
}

describe('the final report as a Word document', () => {
  it('is for those who have the right to its files, and the audit log has its hash and its format', async () => {
    const place = await makeReport()
    const never: WordRenderer = () => Promise.reject(new Error('drawn'))
    for (const viewer of [place.steering, place.otherCounty]) {
      expect(await exportWordReport(viewer, place.projectKey, never)).toEqual({ ok: false, reason: 'NOT_FOUND' })
    }
    expect(await exports(place)).toEqual([])
    setClock(new Date('2025-11-21T22:30:00Z'))
    const made = await exportWordReport(place.finance, place.projectKey, renderWord)
    setClock(null)
    if (!made.ok) throw new Error(made.reason)
    const { bytes, sha256, name, pages } = made.value
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
    expect(name).toBe(`${place.projectKey}-loppuraportti-2025-11-22.docx`)
    expect(await exports(place)).toMatchObject([
      { right: 'finance', data: { format: 'docx', sha256, name, bytes: bytes.length, pages, edition: null } },
    ])
  })

  it('of a locked report is the same to the byte whenever it is made, and an edition that is not there is missing', async () => {
    const place = await decidedReport()
    await takeSteps(place, ['frozen'])
    const first = await exportWordReport(place.director, place.projectKey, renderWord, { edition: 1 })
    setClock(new Date('2031-01-01T00:00:00Z'))
    const again = await exportWordReport(place.director, place.projectKey, renderWord)
    setClock(null)
    if (!first.ok || !again.ok) throw new Error('not made')
    expect(again.value.sha256).toBe(first.value.sha256)
    expect(await exports(place)).toMatchObject([{ data: { edition: 1 } }, { data: { edition: 1 } }])
    const none = await exportWordReport(place.director, place.projectKey, renderWord, { edition: 2 })
    expect(none).toEqual({ ok: false, reason: 'NOT_FOUND' })
  })
}, 60_000)
