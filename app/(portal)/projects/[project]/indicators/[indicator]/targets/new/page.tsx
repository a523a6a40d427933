import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { targetFields } from '@/components/indicators/entry/figure-fields'
import { indicatorFormWords } from '@/components/indicators/entry/words'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { RecordForm } from '@/components/ui/record-form'
import { setTarget } from '../../../actions'
import { indicatorHere } from '../../../entry'

type Props = { params: Promise<{ project: string; indicator: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('indicators.addTarget') }
}

export default async function NewTargetPage({ params }: Props) {
  const { t, crumbs, indicator, name, sent } = await indicatorHere(params)
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={[...crumbs, { label: t('indicators.addTarget') }]} />
      <PageHeading title={t('indicators.addTargetOf', { indicator: name })} />
      <RecordForm
        id="target"
        action={setTarget}
        values={sent}
        fields={targetFields(t, indicator.current?.unit ?? null)}
        send={t('indicators.saveTarget')}
        words={indicatorFormWords(t)}
      />
    </>
  )
}
