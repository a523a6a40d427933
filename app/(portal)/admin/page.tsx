import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { PeopleOverview } from '@/components/access/people-overview'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { attentionOf } from '@/lib/access/people/model'
import { requireViewer } from '@/lib/access/session'
import { listPeople } from '@/lib/access/sessions/queries'
import { readMailFilter } from '@/lib/notifications/mails/model'
import { listMails } from '@/lib/notifications/mails/queries'
import { now } from '@/lib/platform/clock'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('people.admin.title') }
}

export default async function AdminPage() {
  const [viewer, t] = await Promise.all([requireViewer(), requestWords()])
  const [people, mails] = await Promise.all([listPeople(viewer), listMails(viewer, readMailFilter({}))])
  if (!people || !mails) notFound()
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={[{ label: t('people.admin.title') }]} />
      <PageHeading title={t('people.admin.title')} intro={t('people.admin.intro')} />
      <PeopleOverview t={t} viewer={viewer} attention={{ ...attentionOf(people, now()), mails: mails.counts.failed }} />
    </>
  )
}
