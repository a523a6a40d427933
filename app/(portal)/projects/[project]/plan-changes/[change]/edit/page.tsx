import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { changeFields } from '@/components/plan-changes/change-fields'
import { changeFormWords } from '@/components/plan-changes/words'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { RecordForm } from '@/components/ui/record-form'
import { edit } from '../../actions'
import { type ChangeParams, changeHere } from '../../load'

export async function generateMetadata({ params }: { params: ChangeParams }): Promise<Metadata> {
  const { t, title } = await changeHere(params)
  return { title: t('planChanges.editOf', { change: title }) }
}

export default async function EditPlanChangePage({ params }: { params: ChangeParams }) {
  const { project, t, crumbs, prepares, edits, choices, change, title } = await changeHere(params)
  if (!edits) notFound()
  const units = prepares ? choices.units : choices.units.filter(({ own }) => own)
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={[...crumbs, { label: t('planChanges.edit') }]} />
      <PageHeading title={t('planChanges.editOf', { change: title })} />
      <RecordForm
        id="change"
        action={edit}
        values={{ project: project.key, changeId: change.id, version: change.version }}
        fields={changeFields(t, { choices: { ...choices, units }, known: change, onlyOwn: !prepares })}
        send={t('planChanges.save')}
        words={changeFormWords(t)}
      />
    </>
  )
}
