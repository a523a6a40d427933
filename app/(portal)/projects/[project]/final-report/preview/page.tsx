import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { finalReportCrumbs } from '@/components/final-report/crumbs'
import { DocumentPreview } from '@/components/final-report/document-preview'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { ButtonLink } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { pdfAddress } from '@/lib/final-report/addresses'
import { canExportReport } from '@/lib/final-report/permissions'
import { loadReport } from '../../documents/load'

type Props = { params: Promise<{ project: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('finalReport.screen.previewTitle') }
}

export default async function PreviewPage({ params }: Props) {
  const { viewer, project, t, open } = await loadReport((await params).project)
  if (!open) notFound()
  return (
    <>
      <Breadcrumbs
        label={t('frame.breadcrumbs')}
        crumbs={finalReportCrumbs(t, project, { label: t('finalReport.screen.preview') })}
      />
      <PageHeading
        title={open.document.title}
        intro={open.document.notice ?? undefined}
        actions={
          canExportReport(viewer, project.id) && (
            <ButtonLink kind="primary" href={pdfAddress(project.key)} download>
              {t('finalReport.screen.download')}
            </ButtonLink>
          )
        }
      />
      <DocumentPreview document={open.document} t={t} />
    </>
  )
}
