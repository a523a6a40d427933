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
  // The title stands in full as the heading: here the code is enough.
  const title = report.unit.code ?? titleOf(report.unit)
  const here = reportAddress(project.key, report.period.key, report.unit.id)
  return [
    { label: project.name, href: projectAddress(project.key) },
    {
      label: t('rounds.crumb', { period: periodName(report.period.key) }),
      href: roundAddress(project.key, report.period.key),
    },
    { label: title, href: here },
    ...(form ? [{ label: t('statusReports.form.crumb') }] : []),
  ]
}
