import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { CommunicationPlan } from '@/components/communications/plan'
import { ListingLinks } from '@/components/projects/listings/listing-links'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { ButtonLink } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { newRowAddress } from '@/lib/communications/addresses'
import { type Given, readCommunicationFilter } from '@/lib/communications/filters/model'
import { listCommunications } from '@/lib/communications/queries'
import { planHere } from './load'

type Props = { params: Promise<{ project: string }>; searchParams: Promise<Given> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await planHere(params)
  return { title: (await requestWords())('communications.title') }
}

export default async function CommunicationsPage({ params, searchParams }: Props) {
  const [{ viewer, project, t, crumbs, writes }, given] = await Promise.all([planHere(params), searchParams])
  const rows = await listCommunications(viewer, project.id)
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={crumbs} />
      <PageHeading
        title={t('communications.title')}
        intro={t('communications.intro')}
        actions={
          writes &&
          rows.length > 0 && (
            <ButtonLink kind="primary" href={newRowAddress(project.key)}>
              {t('communications.add')}
            </ButtonLink>
          )
        }
      />
      <CommunicationPlan t={t} project={project} rows={rows} filter={readCommunicationFilter(given)} writes={writes} />
      {rows.length > 0 && <ListingLinks t={t} project={project.key} list="communications" />}
    </>
  )
}
