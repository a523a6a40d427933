import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { FinanceHeading } from '@/components/finance/finance-heading'
import { financeFormWords } from '@/components/finance/forms/words'
import { noteParts } from '@/components/finance/notes/form-parts'
import { RecordForm } from '@/components/ui/record-form'
import { listPlaces } from '@/lib/finance/places/queries'
import { keeperHere } from '../../here'
import { add } from '../actions'

type Props = { params: Promise<{ project: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('finance.remarks.add') }
}

export default async function NewNotePage({ params }: Props) {
  const { viewer, project, t } = await keeperHere(params)
  const places = await listPlaces(viewer, project.id)
  const title = t('finance.remarks.add')
  return (
    <>
      <FinanceHeading t={t} project={project} list="overview" title={title} under={[{ label: title }]} />
      <RecordForm
        id="note"
        action={add}
        values={{ project: project.key, projectId: project.id }}
        fields={noteParts(t, places)}
        send={title}
        words={financeFormWords(t)}
      />
    </>
  )
}
