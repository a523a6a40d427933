import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { FinanceHeading } from '@/components/finance/finance-heading'
import { ForecastTable } from '@/components/finance/forecasts/forecast-table'
import { ListingLinks } from '@/components/projects/listings/listing-links'
import { ButtonLink } from '@/components/ui/button'
import { newForecastAddress } from '@/lib/finance/addresses'
import { listPlaces } from '@/lib/finance/places/queries'
import { listForecasts } from '@/lib/finance/queries'
import { financeHere } from '../here'

type Props = { params: Promise<{ project: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('finance.list.forecasts') }
}

export default async function ForecastsPage({ params }: Props) {
  const { viewer, project, t, keeps, treasury } = await financeHere(params)
  const [rows, places] = await Promise.all([listForecasts(viewer, project.id), listPlaces(viewer, project.id)])
  const add = keeps && rows.length > 0
  return (
    <>
      <FinanceHeading
        t={t}
        project={project}
        treasury={treasury}
        list="forecasts"
        title={t('finance.list.forecasts')}
        intro={t('finance.forecast.intro')}
        actions={add && <ButtonLink href={newForecastAddress(project.key)}>{t('finance.forecast.add')}</ButtonLink>}
      />
      <ForecastTable t={t} project={project.key} rows={rows} places={places} periods={project.periods} keeps={keeps} />
      {rows.length > 0 && <ListingLinks t={t} project={project.key} list="forecasts" />}
    </>
  )
}
