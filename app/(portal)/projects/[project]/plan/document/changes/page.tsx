import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { documentCrumbs } from '@/components/final-report/crumbs'
import { DocumentPreview } from '@/components/final-report/document-preview'
import { CompareForm } from '@/components/plan/document/compare-form'
import { PlanFiles } from '@/components/plan/document/plan-files'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { comparedQuery, readCompared } from '@/lib/final-report/plan-document/model'
import { comparePlans } from '@/lib/final-report/plan-document/queries'
import { loadPlan } from '../../../documents/load'

type Props = {
  params: Promise<{ project: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('plan.changes.title') }
}

export default async function PlanChangesPage({ params, searchParams }: Props) {
  const [{ viewer, project, t, open: plan }, given] = await Promise.all([
    loadPlan((await params).project),
    searchParams,
  ])
  const compared = plan && readCompared(given, plan.editions)
  const marked = compared && (await comparePlans(viewer, project, plan, compared, plan.document))
  if (!plan || !compared || !marked) notFound()
  return (
    <>
      <Breadcrumbs
        label={t('frame.breadcrumbs')}
        crumbs={documentCrumbs(t, project, 'project_plan', { label: t('plan.changes.view') })}
      />
      <PageHeading
        title={t('plan.changes.title')}
        intro={t('plan.changes.intro')}
        actions={<PlanFiles t={t} projectKey={project.key} query={comparedQuery(compared)} />}
      />
      <CompareForm t={t} editions={plan.editions} compared={compared} />
      {marked.notice && <p className="font-semibold">{marked.notice}</p>}
      <DocumentPreview document={marked} t={t} />
    </>
  )
}
