import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { riskFields } from '@/components/risks/risk-fields'
import { riskFormWords } from '@/components/risks/words'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { RecordForm } from '@/components/ui/record-form'
import { now } from '@/lib/platform/clock'
import { dateInHelsinki } from '@/lib/values/calendar'
import { listWorkPackages } from '@/lib/work-packages/queries'
import { add } from '../actions'
import { registerHere } from '../load'

type Props = { params: Promise<{ project: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('risks.add') }
}

export default async function NewRiskPage({ params }: Props) {
  const { viewer, project, t, crumbs, writes } = await registerHere(params)
  if (!writes) notFound()
  const units = await listWorkPackages(viewer, project.id)
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={[...crumbs, { label: t('risks.add') }]} />
      <PageHeading title={t('risks.add')} intro={t('risks.addHelp')} />
      <RecordForm
        id="risk"
        action={add}
        values={{ project: project.key, projectId: project.id }}
        fields={riskFields(t, units, null, dateInHelsinki(now()))}
        send={t('risks.addSend')}
        words={riskFormWords(t)}
      />
    </>
  )
}
