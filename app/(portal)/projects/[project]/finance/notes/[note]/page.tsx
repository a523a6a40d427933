import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { FinanceHeading } from '@/components/finance/finance-heading'
import { KeptForm } from '@/components/finance/forms/kept-form'
import { knownNote, noteParts } from '@/components/finance/notes/form-parts'
import { listPlaces } from '@/lib/finance/places/queries'
import { findFinanceNote } from '@/lib/finance/queries'
import { idHere, keeperHere } from '../../here'
import { change, remove } from '../actions'

type Props = { params: Promise<{ project: string; note: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('finance.remarks.edit') }
}

export default async function NotePage({ params }: Props) {
  const [{ viewer, project, t }, { note }] = await Promise.all([keeperHere(params), params])
  const id = idHere(note)
  const [row, places] = await Promise.all([findFinanceNote(viewer, project.id, id), listPlaces(viewer, project.id)])
  if (!row) notFound()
  const title = t('finance.remarks.edit')
  return (
    <>
      <FinanceHeading t={t} project={project} list="overview" title={title} under={[{ label: title }]} />
      <KeptForm
        t={t}
        id="note"
        project={project}
        row={row}
        fields={noteParts(t, places)}
        known={knownNote(row)}
        actions={{ change, remove }}
        removal={{ title: t('finance.remarks.remove') }}
      />
    </>
  )
}
