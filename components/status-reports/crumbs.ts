import { periodName } from '@/components/rounds/period-name'
import type { Crumb } from '@/components/ui/breadcrumbs'
import type { Words } from '@/lib/platform/words'
import { projectAddress, roundAddress } from '@/lib/projects/addresses'
import { reportAddress } from '@/lib/status-reports/addresses'
import type { ReportView } from '@/lib/status-reports/views/model'
import { titleOf } from '@/lib/work-packages/model'

type Project = { key: string; name: string }

/** The way to a report, and to its form when that is where we are. */
export function reportCrumbs(t: Words, project: Project, report: ReportView, form = false): Crumb[] {
  const { id, code } = report.unit
  const crumbs = unitCrumbs(t, project, report.period.key, { id, code, title: titleOf(report.unit) })
  return form ? [...crumbs, { label: t('statusReports.form.crumb') }] : crumbs
}

type Unit = { id: string; code: string | null; title: string }

/** The way to the report of a unit. Its title stands in full as the heading of the page: here the code is enough. */
export function unitCrumbs(t: Words, project: Project, periodKey: string, { id, code, title }: Unit): Crumb[] {
  return [
    { label: project.name, href: projectAddress(project.key) },
    { label: t('rounds.crumb', { period: periodName(periodKey) }), href: roundAddress(project.key, periodKey) },
    { label: code ?? title, href: reportAddress(project.key, periodKey, id) },
  ]
}
