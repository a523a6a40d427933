import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { AdminCrumbs } from '@/components/access/admin-crumbs'
import { MailFilters } from '@/components/notifications/mail-filters'
import { MailTable } from '@/components/notifications/mail-table'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { requireViewer } from '@/lib/access/session'
import { hasMails, readMailFilter } from '@/lib/notifications/mails/model'
import { listMails } from '@/lib/notifications/mails/queries'
import { sendsMail } from '@/lib/platform/mail'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('notifications.outbox.title') }
}

export default async function OutboxPage({ searchParams }: Props) {
  const [viewer, t, given] = await Promise.all([requireViewer(), requestWords(), searchParams])
  const filter = readMailFilter(given)
  const page = await listMails(viewer, filter)
  if (!page) notFound()
  return (
    <>
      <AdminCrumbs t={t} crumbs={[{ label: t('notifications.outbox.title') }]} />
      <PageHeading title={t('notifications.outbox.title')} intro={t('notifications.outbox.intro')} />
      {!sendsMail() && (
        <Notice kind="info" word={t('ui.notice.info')}>
          <p>{t('notifications.outbox.noServer')}</p>
        </Notice>
      )}
      {hasMails(page) && <MailFilters t={t} filter={filter} counts={page.counts} />}
      <MailTable t={t} page={page} filter={filter} />
    </>
  )
}
