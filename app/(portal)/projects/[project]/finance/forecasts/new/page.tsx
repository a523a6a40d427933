import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { knownMoney, moneyParts } from '@/components/finance/actuals/form-parts'
import { FinanceHeading } from '@/components/finance/finance-heading'
import { financeFormWords } from '@/components/finance/forms/words'
import { withKnown } from '@/components/ui/record-fields'
import { RecordForm } from '@/components/ui/record-form'
import { forecastsInForce } from '@/lib/finance/forecasts/model'
import { listPlaces } from '@/lib/finance/places/queries'
import { listForecasts } from '@/lib/finance/queries'
import { now } from '@/lib/platform/clock'
import { dateInHelsinki } from '@/lib/values/calendar'
import { formatDate } from '@/lib/values/format'
import { keeperHere } from '../../here'
import { add } from '../actions'

type Props = { params: Promise<{ project: string }>; searchParams: Promise<{ replaces?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('finance.forecast.add') }
}

export default async function NewForecastPage({ params, searchParams }: Props) {
  const [{ viewer, project, t }, { replaces }] = await Promise.all([keeperHere(params), searchParams])
  const [rows, places] = await Promise.all([listForecasts(viewer, project.id), listPlaces(viewer, project.id)])
  const before = replaces ? forecastsInForce(rows).find(({ id }) => id === replaces) : undefined
  if (replaces && !before) notFound()
  const title = t(before ? 'finance.forecast.replace' : 'finance.forecast.add')
  const today = formatDate(dateInHelsinki(now()), 'fi')
  const intro = before ? t('finance.forecast.replaceHelp') : undefined
  return (
    <>
      <FinanceHeading t={t} project={project} list="forecasts" title={title} intro={intro} under={[{ label: title }]} />
      <RecordForm
        id="forecast"
        action={add}
        values={{ project: project.key, projectId: project.id, replaces: before?.id ?? '' }}
        fields={withKnown(
          moneyParts(t, places, project.periods, {
            label: t('finance.forecast.asOf'),
            help: t('finance.field.dayHelp'),
          }),
          { ...(before && knownMoney(before)), asOf: today, note: '' },
        )}
        send={title}
        words={financeFormWords(t, { STALE: t('finance.reason.STALE_FORECAST') })}
      />
    </>
  )
}
