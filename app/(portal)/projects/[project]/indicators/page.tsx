import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { IndicatorFilters } from '@/components/indicators/indicator-filters'
import { IndicatorsActions } from '@/components/indicators/indicator-steps'
import { IndicatorTable } from '@/components/indicators/indicator-table'
import { ListingLinks } from '@/components/projects/listings/listing-links'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/page-heading'
import { can } from '@/lib/access/model'
import { rightToKeepIndicators } from '@/lib/indicators/permissions'
import { projectAddress } from '@/lib/projects/addresses'
import { periodText } from '@/lib/steering/figure-texts/model'
import { filterIndicators, readIndicatorFilter } from '@/lib/steering/indicators/model'
import { projectHere } from '../here'
import { loadIndicators } from './load'

type Props = {
  params: Promise<{ project: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await projectHere((await params).project)
  return { title: (await requestWords())('indicators.title') }
}

export default async function IndicatorsPage({ params, searchParams }: Props) {
  const [{ project: key }, asked, t] = await Promise.all([params, searchParams, requestWords()])
  const { viewer, project } = await projectHere(key)
  if (!can(viewer, 'project.read', project.id)) notFound()
  const { known, units, measured } = await loadIndicators(viewer, project)
  const filter = readIndicatorFilter(asked)
  const shown = filterIndicators(known.rows, filter)
  const period = known.publication && !known.live ? periodText(known.publication.periodKey) : null
  const intro = period ? t('indicators.introPublished', { period }) : t('indicators.intro')
  const counts = { shown: shown.length, all: known.rows.length }
  const crumbs = [{ label: project.name, href: projectAddress(key) }, { label: t('indicators.title') }]
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={crumbs} />
      <PageHeading
        title={t('indicators.title')}
        intro={intro}
        actions={<IndicatorsActions t={t} project={key} keeps={rightToKeepIndicators(viewer, project.id) !== null} />}
      />
      {known.rows.length === 0 ? (
        <EmptyState title={t('indicators.none')}>{t('indicators.noneHelp')}</EmptyState>
      ) : (
        <>
          <IndicatorFilters t={t} project={key} filter={filter} units={measured} />
          <p>{t('indicators.shown', counts)}</p>
          <IndicatorTable t={t} project={key} rows={shown} units={units} />
          {known.live && <ListingLinks t={t} project={key} list="indicators" />}
        </>
      )}
    </>
  )
}
