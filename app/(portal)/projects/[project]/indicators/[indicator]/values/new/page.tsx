import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { valueFields } from '@/components/indicators/entry/figure-fields'
import { indicatorFormWords } from '@/components/indicators/entry/words'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { RecordForm } from '@/components/ui/record-form'
import { enter } from '../../../actions'
import { indicatorHere } from '../../../entry'

type Props = { params: Promise<{ project: string; indicator: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('indicators.addValue') }
}

export default async function NewValuePage({ params }: Props) {
  const { t, crumbs, indicator, name, sent } = await indicatorHere(params)
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={[...crumbs, { label: t('indicators.addValue') }]} />
      <PageHeading title={t('indicators.addValueOf', { indicator: name })} intro={t('indicators.addValueHelp')} />
      <RecordForm
        id="value"
        action={enter}
        values={sent}
        fields={valueFields(t, indicator.current?.unit ?? null, null)}
        send={t('indicators.saveValue')}
        words={indicatorFormWords(t)}
      />
    </>
  )
}
