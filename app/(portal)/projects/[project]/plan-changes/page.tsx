import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { ChangeList } from '@/components/plan-changes/change-list'
import { ListingLinks } from '@/components/projects/listings/listing-links'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { ButtonLink } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { proposalAddress } from '@/lib/plan-changes/addresses'
import { type Given, readPlanChangeFilter } from '@/lib/plan-changes/filters/model'
import { mayPropose } from '@/lib/plan-changes/permissions'
import { listPlanChanges } from '@/lib/plan-changes/queries'
import { changesHere } from './load'

type Props = { params: Promise<{ project: string }>; searchParams: Promise<Given> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await changesHere(params)
  return { title: (await requestWords())('planChanges.title') }
}

export default async function PlanChangesPage({ params, searchParams }: Props) {
  const [{ viewer, project, t, crumbs, choices }, given] = await Promise.all([changesHere(params), searchParams])
  const changes = await listPlanChanges(viewer, project.id)
  const proposes = mayPropose(viewer, project.id, choices.units)
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={crumbs} />
      <PageHeading
        title={t('planChanges.title')}
        intro={t('planChanges.intro')}
        actions={
          proposes &&
          changes.length > 0 && (
            <ButtonLink kind="primary" href={proposalAddress(project.key)}>
              {t('planChanges.propose')}
            </ButtonLink>
          )
        }
      />
      <ChangeList
        t={t}
        project={project}
        changes={changes}
        choices={choices}
        filter={readPlanChangeFilter(given)}
        proposes={proposes}
      />
      {changes.length > 0 && <ListingLinks t={t} project={project.key} list="plan_changes" />}
    </>
  )
}
