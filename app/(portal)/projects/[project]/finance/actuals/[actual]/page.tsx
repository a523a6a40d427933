import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { actualDay, knownMoney, moneyParts } from '@/components/finance/actuals/form-parts'
import { FinanceHeading } from '@/components/finance/finance-heading'
import { KeptForm } from '@/components/finance/forms/kept-form'
import { listPlaces } from '@/lib/finance/places/queries'
import { listActuals } from '@/lib/finance/queries'
import { keeperHere } from '../../here'
import { change, remove } from '../actions'

type Props = { params: Promise<{ project: string; actual: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('finance.actual.edit') }
}

export default async function ActualPage({ params }: Props) {
  const [{ viewer, project, t }, asked] = await Promise.all([keeperHere(params), params])
  const [rows, places] = await Promise.all([listActuals(viewer, project.id), listPlaces(viewer, project.id)])
  const row = rows.find(({ id }) => id === asked.actual)
  if (!row) notFound()
  const title = t('finance.actual.edit')
  return (
    <>
      <FinanceHeading t={t} project={project} list="actuals" title={title} under={[{ label: title }]} />
      <KeptForm
        t={t}
        id="actual"
        project={project}
        row={row}
        fields={moneyParts(t, places, project.periods, actualDay(t))}
        known={knownMoney(row)}
        actions={{ change, remove }}
        removal={{ title: t('finance.actual.remove') }}
      />
    </>
  )
}
