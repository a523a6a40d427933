import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { ListingTable } from '@/components/projects/listings/listing-table'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { ButtonLink } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { listFileAddress, projectAddress } from '@/lib/projects/addresses'
import { everyList } from '@/lib/projects/listings/model'
import { offeredLists } from '@/lib/projects/listings/permissions'
import { projectHere } from '../here'

type Props = { params: Promise<{ project: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await projectHere((await params).project)
  return { title: (await requestWords())('listings.title') }
}

export default async function ListsPage({ params }: Props) {
  const [{ viewer, project }, t] = await Promise.all([projectHere((await params).project), requestWords()])
  const lists = offeredLists(viewer, project.id)
  if (lists.length === 0) notFound()
  const whole = (
    <ButtonLink kind="primary" href={listFileAddress(project.key, everyList, 'xlsx')} download>
      {t('listings.whole')}
    </ButtonLink>
  )
  const crumbs = [{ label: project.name, href: projectAddress(project.key) }, { label: t('listings.title') }]
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={crumbs} />
      <PageHeading title={t('listings.title')} intro={t('listings.intro')} actions={whole} />
      <ListingTable t={t} project={project.key} lists={lists} />
    </>
  )
}
