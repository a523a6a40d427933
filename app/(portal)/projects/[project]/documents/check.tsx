import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { Findings } from '@/components/final-report/check/findings'
import { documentCrumbs } from '@/components/final-report/crumbs'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { checkStoredReport } from '@/lib/final-report/check/acceptances/queries'
import { readFindingFilter } from '@/lib/final-report/check/filters/model'
import type { DocumentKind } from '@/lib/final-report/model'
import { projectHere } from '../here'
import { documentHere } from './load'

export type CheckPageProps = {
  params: Promise<{ project: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function checkMetadata(kind: DocumentKind, { params }: Pick<CheckPageProps, 'params'>): Promise<Metadata> {
  await projectHere((await params).project)
  return { title: (await requestWords())(checkTitles[kind]) }
}

/** What the check of a document is called. */
export const checkTitles = {
  final_report: 'reportCheck.title',
  project_plan: 'plan.document.check',
} as const satisfies Record<DocumentKind, string>

/** Everything that the check finds in a document. */
export async function CheckPage({ kind, params, searchParams }: CheckPageProps & { kind: DocumentKind }) {
  const { viewer, project, place, may, t } = await documentHere(kind, (await params).project)
  const result = may('discuss') ? await checkStoredReport(viewer, project.id, kind) : null
  if (!result) notFound()
  const title = t(checkTitles[kind])
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={documentCrumbs(t, project, kind, { label: title })} />
      <PageHeading title={title} intro={t('reportCheck.intro')} />
      <Findings {...{ t, place, result }} filter={readFindingFilter(await searchParams)} writes={may('write')} />
    </>
  )
}
