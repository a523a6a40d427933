import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { Findings } from '@/components/final-report/check/findings'
import { finalReportCrumbs } from '@/components/final-report/crumbs'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { checkStoredReport } from '@/lib/final-report/check/acceptances/queries'
import { readFindingFilter } from '@/lib/final-report/check/filters/model'
import { canEditReport, canReadReport } from '@/lib/final-report/permissions'
import { projectHere } from '../../here'

type Given = Record<string, string | string[] | undefined>
type Props = { params: Promise<{ project: string }>; searchParams: Promise<Given> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await projectHere((await params).project)
  return { title: (await requestWords())('reportCheck.title') }
}

export default async function CheckPage({ params, searchParams }: Props) {
  const [{ viewer, project }, given, t] = await Promise.all([
    projectHere((await params).project),
    searchParams,
    requestWords(),
  ])
  const result = canReadReport(viewer, project.id) ? await checkStoredReport(viewer, project.id) : null
  if (!result) notFound()
  return (
    <>
      <Breadcrumbs
        label={t('frame.breadcrumbs')}
        crumbs={finalReportCrumbs(t, project, { label: t('reportCheck.title') })}
      />
      <PageHeading title={t('reportCheck.title')} intro={t('reportCheck.intro')} />
      <Findings
        t={t}
        projectKey={project.key}
        result={result}
        filter={readFindingFilter(given)}
        writes={canEditReport(viewer, project.id)}
      />
    </>
  )
}
