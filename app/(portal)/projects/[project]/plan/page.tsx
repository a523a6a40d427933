import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { PlanView } from '@/components/plan/plan-view'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { ButtonLink } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { planDocumentAddress } from '@/lib/plan/addresses'
import { now } from '@/lib/platform/clock'
import { planChangesAddress } from '@/lib/projects/addresses'
import { dateInHelsinki } from '@/lib/values/calendar'
import { projectHere } from '../here'
import { type PlanParams, planHere } from './load'

type Props = { params: PlanParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await projectHere((await params).project)
  return { title: (await requestWords())('plan.title') }
}

export default async function PlanPage({ params }: Props) {
  const { project, t, plan, crumbs, writes } = await planHere(params)
  return (
    <>
      <Breadcrumbs
        label={t('frame.breadcrumbs')}
        crumbs={crumbs.map(({ label, href }, at) => (at === 0 ? { label, href } : { label }))}
      />
      <PageHeading
        title={t('plan.title')}
        intro={t('plan.intro')}
        actions={
          <>
            <ButtonLink href={planDocumentAddress(project.key)}>{t('plan.document.open')}</ButtonLink>
            <ButtonLink href={planChangesAddress(project.key)}>{t('plan.changes.open')}</ButtonLink>
          </>
        }
      />
      <PlanView t={t} projectKey={project.key} plan={plan} today={dateInHelsinki(now())} writes={writes} />
    </>
  )
}
