import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { CubeForm } from '@/components/statistics/cube-form'
import { SearchResults } from '@/components/statistics/search-results'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { FilterBar } from '@/components/ui/filter-bar'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { TextInput } from '@/components/ui/text-input'
import { searchStatistics } from '@/lib/statistics/search/queries'
import { begin } from './actions'
import { type StatisticsParams, statisticsHere } from './load'

type Props = { params: StatisticsParams; searchParams: Promise<{ text?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('statistics.find') }
}

export default async function FindStatisticsPage({ params, searchParams }: Props) {
  const [here, given] = await Promise.all([statisticsHere(params), searchParams])
  const { viewer, t, crumbs, name, place, series, mayFollow } = here
  if (!mayFollow) notFound()
  const text = typeof given.text === 'string' ? given.text : ''
  const { found, total, catalogued } = await searchStatistics(viewer, { text })
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={[...crumbs, { label: t('statistics.find') }]} />
      <PageHeading title={t('statistics.find')} intro={name} />
      {!catalogued && <p className="unknown">{t('statistics.search.noCatalogue')}</p>}
      <FilterBar label={t('statistics.search.label')} apply={t('statistics.search.go')}>
        <TextInput
          id="text"
          name="text"
          label={t('statistics.search.text')}
          help={t('statistics.search.help')}
          defaultValue={text}
        />
      </FilterBar>
      <CubeForm t={t} {...place} />
      {text !== '' && (
        <Section id="found" title={t('statistics.search.results')}>
          {total > 0 && <p className="mb-3">{t('statistics.search.count', { count: total })}</p>}
          {total > found.length && <p>{t('statistics.search.more', { shown: found.length })}</p>}
          <SearchResults t={t} {...place} found={found} followed={series} action={begin} />
        </Section>
      )}
    </>
  )
}
