import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { AdminCrumbs } from '@/components/access/admin-crumbs'
import { peopleWords } from '@/components/access/people-words'
import { detailFields, rolesField, wayField } from '@/components/access/person-fields'
import { PersonLinkForm } from '@/components/access/person-link-form'
import { linkTexts } from '@/components/access/person-texts'
import { PageHeading } from '@/components/ui/page-heading'
import { peopleAddress } from '@/lib/access/addresses'
import { can } from '@/lib/access/model'
import { findPeopleChoices } from '@/lib/access/people/roles/queries'
import { requireViewer } from '@/lib/access/session'
import { sendsMail } from '@/lib/platform/mail'
import { add } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('people.add.title') }
}

export default async function NewPersonPage() {
  const [viewer, t] = await Promise.all([requireViewer(), requestWords()])
  if (!can(viewer, 'people.manage', null)) notFound()
  const choices = await findPeopleChoices(viewer)
  const crumbs = [{ label: t('security.people.title'), href: peopleAddress }, { label: t('people.add.title') }]
  return (
    <>
      <AdminCrumbs t={t} crumbs={crumbs} />
      <PageHeading title={t('people.add.title')} intro={t('people.add.intro')} />
      <PersonLinkForm
        id="new-person"
        action={add}
        values={{}}
        fields={[...detailFields(t), rolesField(t, choices), wayField(t, sendsMail())]}
        send={t('people.add.send')}
        words={peopleWords(t)}
        texts={linkTexts(t)}
        back={{ href: peopleAddress, label: t('people.link.back') }}
      />
    </>
  )
}
