import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { requestWords } from '@/app/locale'
import { unitCrumbs } from '@/components/status-reports/crumbs'
import { ComparisonHeading } from '@/components/status-reports/differences/comparison-heading'
import { ComparisonView } from '@/components/status-reports/differences/comparison-view'
import { reportAddress } from '@/lib/status-reports/addresses'
import { findComparison } from '@/lib/status-reports/differences/queries'
import { parseDifferenceView } from '@/lib/status-reports/differences/schema'
import { projectHere } from '../../../../here'
import type { ReportParams } from '../load'

type Props = { params: ReportParams; searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { t, comparison } = await comparisonHere(props)
  return { title: t('differences.title', { unit: comparison.unit.title }) }
}

export default async function DifferencesPage(props: Props) {
  const { t, project, comparison, view } = await comparisonHere(props)
  return (
    <>
      <ComparisonHeading
        t={t}
        comparison={comparison}
        crumbs={unitCrumbs(t, project, comparison.shown.periodKey, comparison.unit)}
        report={reportAddress(project.key, comparison.shown.periodKey, comparison.unit.id)}
      />
      <ComparisonView t={t} comparison={comparison} view={view} empty={t('differences.nothingToCompare.text')} />
    </>
  )
}

async function comparisonHere({ params, searchParams }: Props) {
  const [{ project, period, unit }, asked] = await Promise.all([params, searchParams])
  const view = parseDifferenceView(asked)
  return { ...(await compare(project, period, unit, view.with)), view }
}

/** Once per request: the page and its title ask for the same. */
const compare = cache(async (key: string, periodKey: string, unitId: string, asked: string | null) => {
  const [{ viewer, project }, t] = await Promise.all([projectHere(key), requestWords()])
  const isId = z.uuid().safeParse(unitId).success
  const place = { projectId: project.id, unitId, periodKey, with: asked }
  const comparison = isId ? await findComparison(viewer, place) : null
  if (!comparison) notFound()
  return { t, project, comparison }
})
