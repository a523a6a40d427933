import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { BeginReport } from '@/components/final-report/begin-report'
import { finalReportCrumbs } from '@/components/final-report/crumbs'
import { Workspace } from '@/components/final-report/workspace'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { ButtonLink } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { pdfAddress, previewAddress } from '@/lib/final-report/addresses'
import { canEditReport, canExportReport } from '@/lib/final-report/permissions'
import { begin } from './actions'
import { loadReport } from './load'

type Props = { params: Promise<{ project: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('finalReport.title') }
}

export default async function FinalReportPage({ params }: Props) {
  const { viewer, project, t, open } = await loadReport((await params).project)
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={finalReportCrumbs(t, project)} />
      <PageHeading
        title={t('finalReport.title')}
        intro={open ? t('finalReport.screen.intro') : undefined}
        actions={
          open && (
            <>
              {canExportReport(viewer, project.id) && (
                <ButtonLink kind="primary" href={pdfAddress(project.key)} download>
                  {t('finalReport.screen.download')}
                </ButtonLink>
              )}
              <ButtonLink href={previewAddress(project.key)}>{t('finalReport.screen.preview')}</ButtonLink>
            </>
          )
        }
      />
      {open ? (
        <Workspace t={t} project={project} open={open} />
      ) : (
        <BeginReport t={t} action={begin} projectKey={project.key} mayBegin={canEditReport(viewer, project.id)} />
      )}
    </>
  )
}
