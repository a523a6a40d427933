import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { AcceptFinding } from '@/components/final-report/check/accept-finding'
import { FindingView } from '@/components/final-report/check/finding-view'
import { finalReportCrumbs } from '@/components/final-report/crumbs'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { checkAddress } from '@/lib/final-report/addresses'
import { checkStoredReport } from '@/lib/final-report/check/acceptances/queries'
import { canEditReport } from '@/lib/final-report/permissions'
import { projectHere } from '../../../here'
import { accept, withdraw } from '../actions'

type Props = { params: Promise<{ project: string; finding: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await projectHere((await params).project)
  return { title: (await requestWords())('reportCheck.finding') }
}

export default async function FindingPage({ params }: Props) {
  const { project: key, finding: id } = await params
  const [{ viewer, project }, t] = await Promise.all([projectHere(key), requestWords()])
  const result = canEditReport(viewer, project.id) ? await checkStoredReport(viewer, project.id) : null
  const finding = result?.findings.find((one) => one.id === id)
  if (!result || !finding) notFound()
  const crumbs = finalReportCrumbs(
    t,
    project,
    { label: t('reportCheck.title'), href: checkAddress(project.key) },
    { label: t('reportCheck.finding') },
  )
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={crumbs} />
      <PageHeading title={t(`reportCheck.rule.${finding.rule}.title`)} />
      <div className="grid gap-2">
        <FindingView t={t} projectKey={project.key} report={result.report} finding={finding} />
      </div>
      <AcceptFinding t={t} projectKey={project.key} finding={finding} actions={{ accept, withdraw }} />
    </>
  )
}
