import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { rowFields } from '@/components/communications/row-fields'
import { communicationFormWords } from '@/components/communications/words'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { RecordForm } from '@/components/ui/record-form'
import { add } from '../actions'
import { planHere } from '../load'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('communications.add') }
}

export default async function NewRowPage({ params }: { params: Promise<{ project: string }> }) {
  const { project, t, crumbs, writes } = await planHere(params)
  if (!writes) notFound()
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={[...crumbs, { label: t('communications.add') }]} />
      <PageHeading title={t('communications.add')} intro={t('communications.addHelp')} />
      <RecordForm
        id="row"
        action={add}
        values={{ project: project.key, projectId: project.id }}
        fields={rowFields(t, project.periods, null)}
        send={t('communications.addSend')}
        words={communicationFormWords(t)}
      />
    </>
  )
}
