import type { Crumb } from '@/components/ui/breadcrumbs'
import type { Words } from '@/lib/platform/words'
import { finalReportAddress, projectAddress } from '@/lib/projects/addresses'

/** The way to a page of the final report. */
export function finalReportCrumbs(t: Words, project: { key: string; name: string }, ...rest: Crumb[]): Crumb[] {
  return [
    { label: project.name, href: projectAddress(project.key) },
    { label: t('finalReport.title'), ...(rest.length > 0 && { href: finalReportAddress(project.key) }) },
    ...rest,
  ]
}
