import type { Crumb } from '@/components/ui/breadcrumbs'
import { documentAddress } from '@/lib/final-report/addresses'
import type { DocumentKind } from '@/lib/final-report/model'
import { planAddress } from '@/lib/plan/addresses'
import type { Words } from '@/lib/platform/words'
import { projectAddress } from '@/lib/projects/addresses'

type Project = { key: string; name: string }

/** The way to a page of the final report. */
export function finalReportCrumbs(t: Words, project: Project, ...rest: Crumb[]): Crumb[] {
  return documentCrumbs(t, project, 'final_report', ...rest)
}

/** The way to a page of a document. */
export function documentCrumbs(t: Words, project: Project, kind: DocumentKind, ...rest: Crumb[]): Crumb[] {
  const href = documentAddress({ key: project.key, kind })
  const inPlan = kind === 'project_plan'
  return [
    { label: project.name, href: projectAddress(project.key) },
    ...(inPlan ? [{ label: t('plan.title'), href: planAddress(project.key) }] : []),
    { label: t(inPlan ? 'plan.document.title' : 'finalReport.title'), ...(rest.length > 0 && { href }) },
    ...rest,
  ]
}
