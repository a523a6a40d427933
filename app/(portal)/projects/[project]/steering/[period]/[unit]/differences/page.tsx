import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requestWords } from '@/app/locale'
import { ComparisonHeading } from '@/components/status-reports/differences/comparison-heading'
import { ComparisonView } from '@/components/status-reports/differences/comparison-view'
import { requireViewer } from '@/lib/access/session'
import { steeringAddress } from '@/lib/projects/addresses'
import { parseDifferenceView } from '@/lib/status-reports/differences/schema'
import { publishedUnitAddress } from '@/lib/steering/addresses'
import { findPublishedComparison } from '@/lib/steering/differences/queries'
import { periodText } from '@/lib/steering/figure-texts/model'
import { projectPageOf } from '../../../here'

type Props = {
  params: Promise<{ project: string; period: string; unit: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { t, comparison } = await comparisonHere(props)
  return { title: t('differences.title', { unit: comparison.unit.title }) }
}

export default async function SteeringDifferencesPage(props: Props) {
  const { t, project, home, comparison, view } = await comparisonHere(props)
  const { unit, shown, chosen } = comparison
  const report = publishedUnitAddress(project, shown.periodKey, unit.id, null)
  const board = t('steering.title', { period: periodText(shown.periodKey) })
  const crumbs = [
    { label: comparison.projectName, href: home },
    { label: board, href: steeringAddress(project, shown.periodKey) },
    { label: unit.title, href: report },
  ]
  const empty = chosen === null ? t('differences.steering.none') : t('differences.steering.noReport')
  return (
    <>
      <ComparisonHeading t={t} comparison={comparison} crumbs={crumbs} report={report} />
      <ComparisonView t={t} comparison={comparison} view={view} empty={empty} />
    </>
  )
}

async function comparisonHere({ params, searchParams }: Props) {
  const [{ project, period, unit }, asked] = await Promise.all([params, searchParams])
  const view = parseDifferenceView(asked)
  return { ...(await compare(project, period, unit, view.with)), view }
}

/** Once per request: the page and its title ask for the same. */
const compare = cache(async (project: string, periodKey: string, unitId: string, asked: string | null) => {
  const [viewer, t] = await Promise.all([requireViewer(), requestWords()])
  const comparison = await findPublishedComparison(viewer, { projectKey: project, periodKey, unitId, with: asked })
  if (!comparison) notFound()
  return { t, project, home: await projectPageOf(viewer, project), comparison }
})
