import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { AdminCrumbs } from '@/components/access/admin-crumbs'
import { PersonSettings } from '@/components/access/person-settings'
import { PersonView } from '@/components/access/person-view'
import { PersonFiles } from '@/components/retention/person-files'
import { PageHeading } from '@/components/ui/page-heading'
import { peopleAddress } from '@/lib/access/addresses'
import { findPersonSettings } from '@/lib/access/people/queries'
import { personSchema } from '@/lib/access/schema'
import { requireViewer } from '@/lib/access/session'
import { findPerson } from '@/lib/access/sessions/queries'
import { sendsMail } from '@/lib/platform/mail'
import {
  disable,
  enable,
  endAllOf,
  endOneOf,
  makeLink,
  reset,
  saveDetails,
  saveRoles,
  saveUnits,
  withdraw,
} from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('security.people.title') }
}

export default async function PersonPage({ params }: { params: Promise<{ person: string }> }) {
  const [viewer, t, { person: userId }] = await Promise.all([requireViewer(), requestWords(), params])
  const known = personSchema.safeParse({ userId }).success
  const found = known ? await findPerson(viewer, userId) : null
  const settings = found && (await findPersonSettings(viewer, userId))
  if (!found || !settings) notFound()
  const { person } = found
  const actions = { saveDetails, saveRoles, saveUnits, makeLink, withdraw, disable, enable }
  const crumbs = [{ label: t('security.people.title'), href: peopleAddress }]
  return (
    <>
      <AdminCrumbs t={t} crumbs={[...crumbs, { label: person.name }]} />
      <PageHeading title={person.name} />
      <PersonView t={t} {...found} actions={{ endOneOf, endAllOf, reset }}>
        <PersonSettings t={t} settings={settings} self={person.self} mails={sendsMail()} actions={actions} />
      </PersonView>
      <PersonFiles t={t} person={userId} />
    </>
  )
}
