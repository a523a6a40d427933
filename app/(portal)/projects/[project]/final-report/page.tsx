import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { BeginReport } from '@/components/final-report/begin-report'
import { finalReportCrumbs } from '@/components/final-report/crumbs'
import { ReportDownloads } from '@/components/final-report/report-downloads'
import { NewerTemplate } from '@/components/final-report/templates/newer-template'
import { Workspace } from '@/components/final-report/workspace'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { ButtonLink } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { checkAddress, importAddress, lifeAddress, previewAddress } from '@/lib/final-report/addresses'
import { isWritable } from '@/lib/final-report/model'
import { canEditReport, canExportReport } from '@/lib/final-report/permissions'
import { findNewerTemplate, listTemplateChoices } from '@/lib/final-report/templates/choices/queries'
import { loadReport, workspaceNotes } from '../documents/load'
import { begin } from './actions'

type Props = { params: Promise<{ project: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('finalReport.title') }
}

export default async function FinalReportPage({ params }: Props) {
  const { viewer, project, place, t, open } = await loadReport((await params).project)
  const newer = open && (await findNewerTemplate(viewer, open.report))
  const templates = open ? null : await listTemplateChoices(viewer, project.id, 'final_report')
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={finalReportCrumbs(t, project)} />
      <PageHeading
        title={t('finalReport.title')}
        intro={open ? t('finalReport.screen.intro') : undefined}
        actions={
          open && (
            <>
              {canExportReport(viewer, project.id) && <ReportDownloads t={t} projectKey={project.key} />}
              <ButtonLink href={previewAddress(project.key)}>{t('finalReport.screen.preview')}</ButtonLink>
              <ButtonLink href={checkAddress(place)}>{t('reportCheck.title')}</ButtonLink>
              <ButtonLink href={lifeAddress(project.key)}>{t('finalReport.life.title')}</ButtonLink>
              {isWritable[open.report.state] && canEditReport(viewer, project.id) && (
                <ButtonLink href={importAddress(project.key)}>{t('reportImport.link')}</ButtonLink>
              )}
            </>
          )
        }
      />
      {open && newer && <NewerTemplate t={t} version={open.report.template.version} newer={newer} />}
      {open ? (
        <Workspace t={t} project={project} open={open} {...(await workspaceNotes(viewer, open.report.id))} />
      ) : (
        <BeginReport t={t} action={begin} projectKey={project.key} templates={templates} />
      )}
    </>
  )
}
