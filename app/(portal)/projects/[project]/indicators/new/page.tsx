import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { newIndicatorFields } from '@/components/indicators/entry/definition-fields'
import { indicatorFormWords } from '@/components/indicators/entry/words'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { RecordForm } from '@/components/ui/record-form'
import { listPlaces } from '@/lib/finance/places/queries'
import { define } from '../actions'
import { keepingHere } from '../entry'

type Props = { params: Promise<{ project: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('indicators.add') }
}

export default async function NewIndicatorPage({ params }: Props) {
  const { viewer, project, t, crumbs } = await keepingHere(params)
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={[...crumbs, { label: t('indicators.add') }]} />
      <PageHeading title={t('indicators.add')} intro={t('indicators.addHelp')} />
      <RecordForm
        id="indicator"
        action={define}
        values={{ project: project.key, projectId: project.id }}
        fields={newIndicatorFields(t, await listPlaces(viewer, project.id))}
        send={t('indicators.addSend')}
        words={indicatorFormWords(t)}
      />
    </>
  )
}
