import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { AdminCrumbs } from '@/components/access/admin-crumbs'
import { RetentionView } from '@/components/retention/retention-view'
import { PageHeading } from '@/components/ui/page-heading'
import { requireViewer } from '@/lib/access/session'
import { holdsAddress } from '@/lib/retention/addresses'
import { findRetention } from '@/lib/retention/queries'
import { prepare } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('retention.title') }
}

export default async function RetentionPage() {
  const [viewer, t] = await Promise.all([requireViewer(), requestWords()])
  const found = await findRetention(viewer)
  if (!found) notFound()
  const title = t('retention.title')
  return (
    <>
      <AdminCrumbs t={t} crumbs={[{ label: title }]} />
      <PageHeading
        title={title}
        intro={t('retention.intro')}
        actions={<a href={holdsAddress}>{t('retention.holds.title')}</a>}
      />
      <RetentionView t={t} {...found} prepare={prepare} />
    </>
  )
}
