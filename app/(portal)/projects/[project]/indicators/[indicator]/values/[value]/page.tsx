import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { valueFields } from '@/components/indicators/entry/figure-fields'
import { indicatorFormWords } from '@/components/indicators/entry/words'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { RecordForm } from '@/components/ui/record-form'
import { measurementText } from '@/lib/steering/figure-texts/model'
import { enter } from '../../../actions'
import { indicatorHere } from '../../../entry'

type Props = { params: Promise<{ project: string; indicator: string; value: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('indicators.replaceValue') }
}

export default async function ReplaceValuePage({ params }: Props) {
  const [{ t, crumbs, indicator, sent }, { value: id }] = await Promise.all([indicatorHere(params), params])
  const before = indicator.measurements.find((one) => one.id === id && one.reportId === null)
  if (!before) notFound()
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={[...crumbs, { label: t('indicators.replaceValue') }]} />
      <PageHeading
        title={t('indicators.replaceValueOf', { value: measurementText(t, before) })}
        intro={t('indicators.replaceValueHelp')}
      />
      <RecordForm
        id="value"
        action={enter}
        values={{ ...sent, replacesId: before.id }}
        fields={valueFields(t, indicator.current?.unit ?? null, before)}
        send={t('indicators.saveValue')}
        words={indicatorFormWords(t)}
      />
    </>
  )
}
