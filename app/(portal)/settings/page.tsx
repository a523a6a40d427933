import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { GuidesBack } from '@/components/guides/guides'
import { ChoicesForm } from '@/components/notifications/choices-form'
import { choicesShape } from '@/components/notifications/choices-words'
import { PersonFiles } from '@/components/retention/person-files'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { requireViewer } from '@/lib/access/session'
import { findChoices } from '@/lib/notifications/choices/queries'
import { bringBack, keepChoices } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('notifications.choices.title') }
}

export default async function SettingsPage() {
  const [viewer, t] = await Promise.all([requireViewer(), requestWords()])
  const choices = await findChoices(viewer)
  const told = choices.kinds.length > 0
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={[{ label: t('notifications.choices.title') }]} />
      <PageHeading
        title={t('notifications.choices.title')}
        intro={t(told ? 'notifications.choices.intro' : 'notifications.choices.none')}
      />
      {told && <p className="mb-6 max-w-text">{t('notifications.choices.soonHelp')}</p>}
      <ChoicesForm action={keepChoices} shape={choicesShape(t, choices)} />
      <GuidesBack t={t} bringBack={bringBack} />
      <PersonFiles t={t} />
    </>
  )
}
