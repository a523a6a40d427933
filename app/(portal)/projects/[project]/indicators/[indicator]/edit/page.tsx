import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { definitionFields } from '@/components/indicators/entry/definition-fields'
import { indicatorFormWords } from '@/components/indicators/entry/words'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { RecordForm } from '@/components/ui/record-form'
import { redefine } from '../../actions'
import { indicatorHere } from '../../entry'

type Props = { params: Promise<{ project: string; indicator: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('indicators.edit') }
}

export default async function DefinitionPage({ params }: Props) {
  const { t, crumbs, indicator, codes, name, sent } = await indicatorHere(params)
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={[...crumbs, { label: t('indicators.edit') }]} />
      <PageHeading title={t('indicators.editOf', { indicator: name })} />
      <RecordForm
        id="definition"
        action={redefine}
        values={sent}
        fields={definitionFields(t, indicator, codes)}
        send={t('indicators.save')}
        words={indicatorFormWords(t)}
      />
    </>
  )
}
