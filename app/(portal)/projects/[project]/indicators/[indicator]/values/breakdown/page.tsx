import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { breakdownFields } from '@/components/indicators/entry/figure-fields'
import { indicatorFormWords } from '@/components/indicators/entry/words'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { RecordForm } from '@/components/ui/record-form'
import { partsToFill } from '@/lib/indicators/values/breakdown/model'
import { enterParts } from '../../../actions'
import { indicatorHere } from '../../../entry'

type Props = { params: Promise<{ project: string; indicator: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('indicators.addBreakdown') }
}

export default async function BreakdownPage({ params }: Props) {
  const { t, crumbs, indicator, name, sent } = await indicatorHere(params)
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={[...crumbs, { label: t('indicators.addBreakdown') }]} />
      <PageHeading
        title={t('indicators.addBreakdownOf', { indicator: name })}
        intro={t('indicators.addBreakdownHelp')}
      />
      <RecordForm
        id="value"
        action={enterParts}
        values={sent}
        fields={breakdownFields(t, indicator.current?.unit ?? null, partsToFill(indicator))}
        send={t('indicators.saveBreakdown')}
        words={indicatorFormWords(t)}
      />
    </>
  )
}
