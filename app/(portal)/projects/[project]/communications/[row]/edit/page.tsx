import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { rowFields } from '@/components/communications/row-fields'
import { communicationFormWords } from '@/components/communications/words'
import { StepForm } from '@/components/status-reports/step-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { RecordForm } from '@/components/ui/record-form'
import { Section } from '@/components/ui/section'
import { change, remove } from '../../actions'
import { type RowParams, rowHere } from '../../load'

export async function generateMetadata({ params }: { params: RowParams }): Promise<Metadata> {
  const { t, title } = await rowHere(params)
  return { title: t('communications.editOf', { row: title }) }
}

export default async function EditRowPage({ params }: { params: RowParams }) {
  const { project, t, crumbs, writes, row, title } = await rowHere(params)
  if (!writes) notFound()
  const values = { project: project.key, rowId: row.id, version: row.version }
  const words = communicationFormWords(t)
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={[...crumbs, { label: t('communications.edit') }]} />
      <PageHeading title={t('communications.editOf', { row: title })} />
      <RecordForm
        id="row"
        action={change}
        values={values}
        fields={rowFields(t, project.periods, row)}
        send={t('communications.save')}
        words={words}
      />
      <Section id="remove" title={t('communications.remove')} intro={t('communications.removeHelp')}>
        <StepForm
          action={remove}
          values={values}
          label={t('communications.remove')}
          kind="danger"
          reasons={{ ...words.reasons, STALE: t('communications.reason.STALE_STEP') }}
          notice={t('ui.notice.danger')}
        />
      </Section>
    </>
  )
}
