import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { finalReportCrumbs } from '@/components/final-report/crumbs'
import { ImportFiles, RefusedFile } from '@/components/final-report/import/import-files'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { importPreviewAddress } from '@/lib/final-report/addresses'
import { listImports } from '@/lib/final-report/import/queries'
import { readImportAnswer } from '@/lib/final-report/import/schema'
import { isWritable } from '@/lib/final-report/model'
import { loadForImport } from './load'

type Given = Record<string, string | string[] | undefined>
type Props = { params: Promise<{ project: string }>; searchParams: Promise<Given> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('reportImport.title') }
}

export default async function ImportPage({ params, searchParams }: Props) {
  const { viewer, project, t, report } = await loadForImport((await params).project)
  const answer = readImportAnswer(await searchParams)
  const rows = await listImports(viewer, project.id)
  const newest = rows.find(({ takenAt }) => takenAt === null)
  if (answer.file === 'added' && newest) redirect(importPreviewAddress(project.key, newest.id))
  return (
    <>
      <Breadcrumbs
        label={t('frame.breadcrumbs')}
        crumbs={finalReportCrumbs(t, project, { label: t('reportImport.title') })}
      />
      <PageHeading title={t('reportImport.title')} intro={t('reportImport.intro')} />
      <RefusedFile t={t} reason={answer.file} at={answer.at} />
      <ImportFiles t={t} projectKey={project.key} isOpen={isWritable[report.state]} rows={rows} />
    </>
  )
}
