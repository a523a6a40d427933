import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { documentsOf } from '@/lib/final-report/permissions'
import { type Origin, type PickableReport, paragraphsOf } from '@/lib/final-report/picking/model'
import { readPath } from '@/lib/status-reports/fields/model'
import { visibleTo as visibleReports } from '@/lib/status-reports/permissions'
import { titleOf } from '@/lib/work-packages/model'

const unitFields = { id: true, code: true, titlePlan: true, titleReview: true, sourceId: true } as const

/**
 * Paragraphs of all approved quarterly reports of the units that a section is about: the one of its toimintamalli, those that
 * its tables show; of every unit when it is about none. The newest period first. Null when the viewer does not see the section.
 */
export function listPickable(viewer: Viewer, sectionId: string): Promise<PickableReport[] | null> {
  return asViewer(viewer, async (tx) => {
    const section = await tx.finalReportSection.findFirst({
      where: { id: sectionId, report: documentsOf(viewer) },
      select: {
        toimintamalli: { select: { workPackageId: true } },
        blocks: {
          select: { bindings: { select: { workPackageId: true, indicator: { select: { workPackageId: true } } } } },
        },
        report: { select: { projectId: true } },
      },
    })
    if (!section) return null
    const bindings = section.blocks.flatMap((block) => block.bindings)
    const units = [
      section.toimintamalli?.workPackageId,
      ...bindings.flatMap((binding) => [binding.workPackageId, binding.indicator?.workPackageId]),
    ].filter((id) => id !== null && id !== undefined)
    const rows = await tx.statusReport.findMany({
      where: {
        AND: [visibleReports(viewer), { unit: { projectId: section.report.projectId } }],
        state: { in: ['approved', 'published'] },
        ...(units.length > 0 && { unitId: { in: units } }),
      },
      orderBy: [{ period: { from: 'desc' } }, { unit: { sort: 'asc' } }],
      select: {
        id: true,
        period: { select: { key: true } },
        unit: { select: unitFields },
        entries: { orderBy: [{ sort: 'asc' }, { path: 'asc' }], select: { path: true, text: true } },
      },
    })
    return rows.flatMap(({ id: reportId, period, unit, entries }): PickableReport[] => {
      const paragraphs = entries.flatMap(({ path, text }) => {
        const place = readPath(path)
        // A figure and a state are bound from the data, not picked as words.
        if (!place || !['text', 'reason', 'change'].includes(place.field)) return []
        return paragraphsOf(text).map((paragraph) => ({ reportId, path, text: paragraph, section: place.section }))
      })
      return paragraphs.length === 0 ? [] : [{ reportId, periodKey: period.key, unitTitle: titleOf(unit), paragraphs }]
    })
  })
}

/** The reports that texts were picked from, as far as the viewer sees them. */
export function listOrigins(viewer: Viewer, reportIds: readonly string[]): Promise<Origin[]> {
  if (reportIds.length === 0) return Promise.resolve([])
  return asViewer(viewer, async (tx) => {
    const rows = await tx.statusReport.findMany({
      where: { AND: [visibleReports(viewer), { id: { in: [...new Set(reportIds)] } }] },
      select: {
        id: true,
        period: { select: { key: true } },
        unit: { select: { ...unitFields, project: { select: { key: true } } } },
      },
    })
    return rows.map(({ id: reportId, period, unit }) => ({
      reportId,
      projectKey: unit.project.key,
      periodKey: period.key,
      unitId: unit.id,
      unitTitle: titleOf(unit),
    }))
  })
}
