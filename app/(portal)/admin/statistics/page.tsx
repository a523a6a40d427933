import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { AdminCrumbs } from '@/components/access/admin-crumbs'
import { OwnCounty } from '@/components/statistics/own-county'
import { StateTable } from '@/components/statistics/state-table'
import { DefinitionList } from '@/components/ui/definition-list'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { requireViewer } from '@/lib/access/session'
import { findStatisticsState } from '@/lib/statistics/state/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('statistics.admin.title') }
}

export default async function StatisticsServicesPage() {
  const [viewer, t] = await Promise.all([requireViewer(), requestWords()])
  const state = await findStatisticsState(viewer)
  if (!state) notFound()
  const { services, schedule, counties, own } = state
  return (
    <>
      <AdminCrumbs t={t} crumbs={[{ label: t('statistics.admin.title') }]} />
      <PageHeading title={t('statistics.admin.title')} intro={t('statistics.admin.intro')} />
      {services.every(({ isOn }) => !isOn) && (
        <Notice kind="info" word={t('ui.notice.info')}>
          <p>{t('statistics.off')}</p>
          <p>{t('statistics.admin.offHelp')}</p>
        </Notice>
      )}
      <Section id="services" title={t('statistics.admin.services')}>
        <StateTable t={t} services={services} />
      </Section>
      <DefinitionList
        items={[
          {
            term: t('statistics.admin.schedule'),
            value: t(schedule ? 'statistics.admin.scheduleOn' : 'statistics.admin.scheduleOff'),
          },
          {
            term: t('statistics.admin.counties'),
            value: t('statistics.admin.countiesKnown', { count: counties }),
          },
        ]}
      />
      <OwnCounty t={t} own={own} />
    </>
  )
}
