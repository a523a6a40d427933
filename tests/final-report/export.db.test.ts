import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { renderReport } from '@/lib/exports/typst/render'
import { exportFinalReport, type Renderer } from '@/lib/final-report/export/commands'
import { setClock } from '@/lib/platform/clock'
import { makeReport, type ReportPlace, reportOf } from '@/tests/support/builders/final-report'

let place: ReportPlace
beforeAll(async () => {
  place = await makeReport()
})

const exports = async () => {
  const { id } = await reportOf(place)
  return asViewer(systemViewer('operator'), (tx) =>
    tx.auditEvent.findMany({
      where: { subjectId: id, action: 'final_report.exported' },
      select: { right: true, data: true },
    }),
  )
}

describe('exporting the final report', () => {
  it('is not for the steering group or another county, and then nothing is drawn', async () => {
    const never: Renderer = () => Promise.reject(new Error('drawn'))
    for (const viewer of [place.steering, place.otherCounty]) {
      expect(await exportFinalReport(viewer, place.projectKey, never)).toEqual({ ok: false, reason: 'NOT_FOUND' })
    }
    expect(await exportFinalReport(place.director, 'ei-hanketta', never)).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect(await exports()).toEqual([])
  })

  it('gives the file, and the audit log has its hash and the template', async () => {
    setClock(new Date('2025-11-21T22:30:00Z'))
    const made = await exportFinalReport(place.finance, place.projectKey, renderReport)
    setClock(null)
    if (!made.ok) throw new Error(made.reason)
    const { bytes, sha256, name, pages } = made.value
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
    // Half past ten in the evening by universal time is the next day in Helsinki.
    expect(name).toBe(`${place.projectKey}-loppuraportti-2025-11-22.pdf`)
    expect(pages).toBeGreaterThan(2)
    expect(await exports()).toMatchObject([
      { right: 'finance', data: { sha256, name, pages, template: { key: 'testipohja', version: 1 } } },
    ])
  })

  it('leaves no trace of a file that could not be made', async () => {
    const broken: Renderer = () => Promise.reject(new Error('no paper'))
    await expect(exportFinalReport(place.director, place.projectKey, broken)).rejects.toThrow('no paper')
    expect(await exports()).toHaveLength(1)
  })
})
