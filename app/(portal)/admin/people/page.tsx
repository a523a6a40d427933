import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { AdminCrumbs } from '@/components/access/admin-crumbs'
import { PeopleTable } from '@/components/access/people-table'
import { ButtonLink } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { newPersonAddress } from '@/lib/access/addresses'
import { requireViewer } from '@/lib/access/session'
import { listPeople } from '@/lib/access/sessions/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('security.people.title') }
}

export default async function PeoplePage() {
  const [viewer, t] = await Promise.all([requireViewer(), requestWords()])
  const people = await listPeople(viewer)
  if (!people) notFound()
  return (
    <>
      <AdminCrumbs t={t} crumbs={[{ label: t('security.people.title') }]} />
      <PageHeading
        title={t('security.people.title')}
        intro={t('security.people.intro')}
        actions={<ButtonLink href={newPersonAddress}>{t('people.add.link')}</ButtonLink>}
      />
      <PeopleTable t={t} people={people} />
    </>
  )
}
