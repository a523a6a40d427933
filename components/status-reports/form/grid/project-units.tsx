import type { GridUnit } from '@/components/status-reports/form/grid/project-grid'
import { partProps, whyReadOnly } from '@/components/status-reports/form/grid/project-shape'
import { ReadIndicators } from '@/components/status-reports/form/grid/read-indicators'
import type { Words } from '@/lib/platform/words'
import { reportFormAddress } from '@/lib/status-reports/addresses'
import type { ReportView } from '@/lib/status-reports/views/model'

/** The reports of a period that have indicators: those that can be written as forms, the others with the reason why not. */
export function gridUnits(t: Words, project: string, reports: readonly Omit<ReportView, 'reopening'>[]): GridUnit[] {
  return reports
    .filter(({ indicators }) => indicators.length > 0)
    .map((report): GridUnit => {
      const { unit, period } = report
      const form = partProps(t, project, report)
      if (form) return { key: unit.id, form, whole: reportFormAddress(project, period.key, unit.id) }
      const why = whyReadOnly(t, report) ?? t('statusReports.grid.cannot.otherParts')
      return { key: unit.id, form: null, read: <ReadIndicators t={t} project={project} report={report} why={why} /> }
    })
}
