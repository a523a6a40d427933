import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { actualDay, knownMoney, moneyParts } from '@/components/finance/actuals/form-parts'
import { FinanceHeading } from '@/components/finance/finance-heading'
import { RecordForm } from '@/components/finance/forms/record-form'
import { Removal } from '@/components/finance/forms/removal'
import { formWords } from '@/components/finance/forms/words'
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
      <RecordForm
        id="actual"
        action={change}
        values={{ project: project.key, projectId: project.id, id: row.id, version: row.version }}
        parts={moneyParts(t, places, project.periods, actualDay(t))}
        known={knownMoney(row)}
        words={formWords(t, t('finance.form.save'))}
      />
      <Removal
        t={t}
        action={remove}
        project={project}
        row={row}
        title={t('finance.actual.remove')}
        intro={t('finance.form.removeHelp')}
      />
    </>
  )
}
