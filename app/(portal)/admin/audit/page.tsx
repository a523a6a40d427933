import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { AdminCrumbs } from '@/components/access/admin-crumbs'
import { AuditFilters } from '@/components/audit-log/audit-filters'
import { AuditRows } from '@/components/audit-log/audit-rows'
import { ChainState } from '@/components/audit-log/chain-state'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { Tabs } from '@/components/ui/tabs'
import { requireViewer } from '@/lib/access/session'
import { filteredAuditAddress } from '@/lib/audit-log/addresses'
import { auditViewLabels } from '@/lib/audit-log/labels'
import { auditViews, viewOf } from '@/lib/audit-log/search/model'
import { loadLog } from './load'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('auditLog.title') }
}

export default async function AuditPage({ searchParams }: Props) {
  const [viewer, t, given] = await Promise.all([requireViewer(), requestWords(), searchParams])
  const log = await loadLog(viewer, given)
  if (!log) notFound()
  const { filter, before, page, people, wrong, head, check, kept } = log
  const current = viewOf(filter)
  return (
    <>
      <AdminCrumbs t={t} crumbs={[{ label: t('auditLog.title') }]} />
      <PageHeading
        title={t('auditLog.title')}
        intro={t('auditLog.intro')}
        actions={<a href="#chain">{t('auditLog.chain.title')}</a>}
      />
      <Tabs
        label={t('auditLog.views')}
        tabs={auditViews.map((view) => ({
          label: t(auditViewLabels[view]),
          href: filteredAuditAddress({ act: view === 'all' ? '' : view }),
          current: view === current,
        }))}
      />
      <Section
        id="events"
        title={t(current ? auditViewLabels[current] : 'auditLog.list')}
        intro={current && current !== 'all' ? t(`auditLog.viewHelp.${current}`) : undefined}
      >
        <AuditFilters t={t} filter={filter} people={people} wrong={wrong} />
        <AuditRows t={t} page={page} filter={filter} before={before} />
      </Section>
      <ChainState t={t} head={head} check={check} kept={kept} />
    </>
  )
}
