import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { endFields } from '@/components/indicators/entry/figure-fields'
import { indicatorFormWords } from '@/components/indicators/entry/words'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { RecordForm } from '@/components/ui/record-form'
import { targetsInForce } from '@/lib/indicators/model'
import { now } from '@/lib/platform/clock'
import { targetText } from '@/lib/steering/figure-texts/model'
import { dateInHelsinki } from '@/lib/values/calendar'
import { endTarget } from '../../../actions'
import { indicatorHere } from '../../../entry'

type Props = { params: Promise<{ project: string; indicator: string; target: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('indicators.endTarget') }
}

export default async function EndTargetPage({ params }: Props) {
  const [{ t, crumbs, indicator, sent }, { target: id }] = await Promise.all([indicatorHere(params), params])
  const target = targetsInForce(indicator).find((one) => one.id === id)
  if (!target) notFound()
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={[...crumbs, { label: t('indicators.endTarget') }]} />
      <PageHeading
        title={t('indicators.endTargetOf', { target: targetText(t, target) })}
        intro={t('indicators.endTargetHelp')}
      />
      <RecordForm
        id="end"
        action={endTarget}
        values={{ ...sent, targetId: target.id }}
        fields={endFields(t, dateInHelsinki(now()))}
        send={t('indicators.saveEnd')}
        words={indicatorFormWords(t)}
      />
    </>
  )
}
