import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { ChooseFigure } from '@/components/statistics/choose-figure'
import { ChosenFigures } from '@/components/statistics/chosen-figures'
import { SeriesFacts, SeriesMark } from '@/components/statistics/series-facts'
import { CountyTables, SeriesChart } from '@/components/statistics/series-figures'
import { statisticsReasons } from '@/components/statistics/words'
import { StepForm } from '@/components/status-reports/step-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { indicatorAddress } from '@/lib/projects/addresses'
import { titleIn } from '@/lib/statistics/model'
import { servicesOn } from '@/lib/statistics/state/queries'
import { choose, end, withdraw } from '../actions'
import { statisticsHere } from '../load'

type Props = { params: Promise<{ project: string; indicator: string; series: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('statistics.title') }
}

export default async function SeriesPage({ params }: Props) {
  const { t, crumbs, place, series: all, areas, chosen, mayFollow } = await statisticsHere(params)
  const { series: id } = await params
  const series = all.find((one) => one.id === id)
  if (!series) notFound()
  const title = titleIn(series, t.locale)
  const values = { ...place, seriesId: id }
  const step = { values, reasons: statisticsReasons(t), notice: t('ui.notice.danger') }
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={[...crumbs, { label: title }]} />
      <PageHeading title={title} mark={<SeriesMark t={t} series={series} />} />
      <SeriesFacts t={t} series={series} areas={areas} isOn={servicesOn().includes(series.service)} />
      <SeriesChart t={t} series={series} areas={areas} />
      <CountyTables t={t} series={series} areas={areas} />
      <ChosenFigures
        t={t}
        chosen={chosen}
        indicator={indicatorAddress(place.project, place.indicatorId)}
        withdraw={mayFollow ? { action: withdraw, values: place } : null}
      />
      {mayFollow && <ChooseFigure t={t} series={series} areas={areas} action={choose} values={values} />}
      {mayFollow && (
        <Section id="stop" title={t('statistics.stop.title')} intro={t('statistics.stop.help')}>
          <StepForm action={end} {...step} label={t('statistics.stop.send')} kind="secondary" />
        </Section>
      )}
    </>
  )
}
