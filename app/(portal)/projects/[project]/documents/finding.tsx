import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { AcceptFinding } from '@/components/final-report/check/accept-finding'
import { FindingView } from '@/components/final-report/check/finding-view'
import { documentCrumbs } from '@/components/final-report/crumbs'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { checkAddress } from '@/lib/final-report/addresses'
import { checkStoredReport } from '@/lib/final-report/check/acceptances/queries'
import type { DocumentKind } from '@/lib/final-report/model'
import { accept, withdraw } from '../final-report/check/actions'
import { projectHere } from '../here'
import { checkTitles } from './check'
import { documentHere } from './load'

export type FindingPageProps = { params: Promise<{ project: string; finding: string }> }

export async function findingMetadata({ params }: FindingPageProps): Promise<Metadata> {
  await projectHere((await params).project)
  return { title: (await requestWords())('reportCheck.finding') }
}

/** One finding of the check, to be left as it is with a reason. */
export async function FindingPage({ kind, params }: FindingPageProps & { kind: DocumentKind }) {
  const { project: key, finding: id } = await params
  const { viewer, project, place, may, t } = await documentHere(kind, key)
  const result = may('write') ? await checkStoredReport(viewer, project.id, kind) : null
  const finding = result?.findings.find((one) => one.id === id)
  if (!result || !finding) notFound()
  const crumbs = documentCrumbs(
    t,
    project,
    kind,
    { label: t(checkTitles[kind]), href: checkAddress(place) },
    { label: t('reportCheck.finding') },
  )
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={crumbs} />
      <PageHeading title={t(`reportCheck.rule.${finding.rule}.title`)} />
      <div className="grid gap-2">
        <FindingView t={t} document={place} report={result.report} finding={finding} />
      </div>
      <AcceptFinding {...{ t, place, finding }} actions={{ accept, withdraw }} />
    </>
  )
}
