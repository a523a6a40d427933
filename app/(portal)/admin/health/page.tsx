import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { AdminCrumbs } from '@/components/access/admin-crumbs'
import { HealthTable } from '@/components/health/health-table'
import { PageHeading } from '@/components/ui/page-heading'
import { requireViewer } from '@/lib/access/session'
import { readHealth } from '@/lib/health/queries'
import { toldOf } from '@/lib/health/told/model'
import { now } from '@/lib/platform/clock'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('health.title') }
}

export default async function HealthPage() {
  const [viewer, t] = await Promise.all([requireViewer(), requestWords()])
  const health = await readHealth(viewer)
  if (!health) notFound()
  return (
    <>
      <AdminCrumbs t={t} crumbs={[{ label: t('health.title') }]} />
      <PageHeading title={t('health.title')} intro={t('health.intro')} />
      <HealthTable t={t} parts={toldOf(t, health, now())} />
    </>
  )
}
