import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { Chart } from '@/components/charts/chart'
import { IndicatorFacts, IndicatorVersions } from '@/components/indicators/indicator-facts'
import { IndicatorHeading } from '@/components/indicators/indicator-steps'
import { IndicatorBreakdowns, IndicatorMeasurements, IndicatorTargets } from '@/components/indicators/indicator-values'
import { IndicatorWarnings } from '@/components/indicators/indicator-warnings'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Section } from '@/components/ui/section'
import { indicatorsAddress, projectAddress } from '@/lib/projects/addresses'
import { indicatorChart } from '@/lib/steering/indicator-charts/model'
import { projectHere } from '../../here'
import { loadIndicator } from '../load'
import { StatisticsPart } from './statistics-part'

type Props = { params: Promise<{ project: string; indicator: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await projectHere((await params).project)
  return { title: (await requestWords())('indicators.title') }
}

export default async function IndicatorPage({ params }: Props) {
  const [{ project: key, indicator: id }, t] = await Promise.all([params, requestWords()])
  const { viewer, project } = await projectHere(key)
  const found = await loadIndicator(viewer, project, id)
  if (!found) notFound()
  const { indicator, known, unit, investment, warnings, formula, keeps } = found
  const shown = { t, project: key, indicator, known, keeps }
  const chart = indicatorChart(t, indicator)
  const list = { label: t('indicators.title'), href: indicatorsAddress(key) }
  const crumbs = [{ label: project.name, href: projectAddress(key) }, list, { label: indicator.name }]
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={crumbs} />
      <IndicatorHeading {...{ t, project: key, indicator, formula, keeps }} />
      <IndicatorWarnings t={t} indicator={indicator} warnings={warnings} />
      <IndicatorFacts {...{ t, indicator, unit, investment, formula }} />
      <Section id="targets" title={t('indicators.targets')}>
        <IndicatorTargets {...shown} />
      </Section>
      <Section id="measurements" title={t('indicators.measurements')}>
        {chart && <Chart id="series" model={chart} t={t} width={640} />}
        <IndicatorMeasurements {...shown} />
        <IndicatorBreakdowns t={t} indicator={indicator} />
      </Section>
      {indicator.versions.length > 1 && (
        <Section id="versions" title={t('indicators.versions')}>
          <IndicatorVersions t={t} indicator={indicator} />
        </Section>
      )}
      <StatisticsPart {...{ t, viewer, project, indicatorId: id, live: known.live }} />
    </>
  )
}
