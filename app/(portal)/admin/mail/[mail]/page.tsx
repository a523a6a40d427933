import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { AdminCrumbs } from '@/components/access/admin-crumbs'
import { MailView } from '@/components/notifications/mail-view'
import { PageHeading } from '@/components/ui/page-heading'
import { requireViewer } from '@/lib/access/session'
import { outboxAddress } from '@/lib/notifications/addresses'
import { findMail } from '@/lib/notifications/mails/queries'
import { retrySchema } from '@/lib/notifications/mails/schema'
import { isLocale } from '@/lib/platform/locales'
import { sendAgain } from '../actions'

type Props = { params: Promise<{ mail: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('notifications.outbox.title') }
}

export default async function MailPage({ params }: Props) {
  const [viewer, t, { mail: mailId }] = await Promise.all([requireViewer(), requestWords(), params])
  const mail = retrySchema.safeParse({ mailId }).success ? await findMail(viewer, mailId) : null
  if (!mail) notFound()
  const locale = isLocale(mail.locale) ? mail.locale : 'fi'
  return (
    <>
      <AdminCrumbs
        t={t}
        crumbs={[{ label: t('notifications.outbox.title'), href: outboxAddress }, { label: mail.subject }]}
      />
      <PageHeading title={mail.subject} />
      <MailView t={t} mail={{ ...mail, locale }} retry={sendAgain} />
    </>
  )
}
