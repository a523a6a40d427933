import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { documentCrumbs } from '@/components/final-report/crumbs'
import { BeginPlan } from '@/components/plan/document/begin-plan'
import { PlanDocumentView } from '@/components/plan/document/plan-document-view'
import { PlanFiles } from '@/components/plan/document/plan-files'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { ButtonLink } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { checkAddress } from '@/lib/final-report/addresses'
import { listTemplateChoices } from '@/lib/final-report/templates/choices/queries'
import { loadPlan, workspaceNotes } from '../../documents/load'
import { begin, makeVersion } from './actions'

type Props = { params: Promise<{ project: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('plan.document.title') }
}

export default async function PlanDocumentPage({ params }: Props) {
  const { viewer, project, place, t, may, open } = await loadPlan((await params).project)
  const templates = open ? null : await listTemplateChoices(viewer, project.id, 'project_plan')
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={documentCrumbs(t, project, 'project_plan')} />
      <PageHeading
        title={open?.report.title ?? t('plan.document.title')}
        intro={t('plan.document.intro')}
        actions={
          open && (
            <>
              <PlanFiles t={t} projectKey={project.key} />
              {may('discuss') && <ButtonLink href={checkAddress(place)}>{t('plan.document.check')}</ButtonLink>}
            </>
          )
        }
      />
      {open ? (
        <PlanDocumentView
          {...{ t, project }}
          plan={open}
          document={open.document}
          {...(await workspaceNotes(viewer, open.report.id))}
          makeVersion={may('write') ? makeVersion : null}
        />
      ) : (
        <BeginPlan t={t} projectKey={project.key} action={begin} templates={templates} />
      )}
    </>
  )
}
