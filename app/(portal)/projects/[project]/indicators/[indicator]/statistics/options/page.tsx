import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { optionFields } from '@/components/statistics/option-fields'
import { statisticsFormWords } from '@/components/statistics/words'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { RecordForm } from '@/components/ui/record-form'
import { followAddress } from '@/lib/statistics/addresses'
import { problemLabels, serviceLabels } from '@/lib/statistics/labels'
import { findOptions } from '@/lib/statistics/options/queries'
import { optionsSchema } from '@/lib/statistics/schema'
import { begin } from '../actions'
import { type StatisticsParams, statisticsHere } from '../load'

type Props = { params: StatisticsParams; searchParams: Promise<Record<string, string | string[]>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('statistics.options.title') }
}

export default async function StatisticsOptionsPage({ params, searchParams }: Props) {
  const [{ viewer, t, crumbs, place, mayFollow }, given] = await Promise.all([statisticsHere(params), searchParams])
  if (!mayFollow) notFound()
  const { service, code } = optionsSchema.parse(given)
  const options = await findOptions(viewer, { service, code })
  const find = { label: t('statistics.find'), href: followAddress(place.project, place.indicatorId) }
  return (
    <>
      <Breadcrumbs
        label={t('frame.breadcrumbs')}
        crumbs={[...crumbs, find, { label: t('statistics.options.title') }]}
      />
      <PageHeading
        title={t('statistics.options.title')}
        intro={`${t(serviceLabels[service])}: ${options.ok ? options.value.title : code}`}
      />
      {options.ok ? (
        <RecordForm
          id="options"
          action={begin}
          values={{ ...place, service, code }}
          fields={optionFields(t, service, options.value)}
          send={t('statistics.follow')}
          words={statisticsFormWords(t)}
        />
      ) : (
        <Notice kind="warning" word={t('ui.notice.warning')}>
          {t(problemLabels[options.reason])}
        </Notice>
      )}
    </>
  )
}
