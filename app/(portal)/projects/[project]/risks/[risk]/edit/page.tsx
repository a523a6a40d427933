import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { riskFields } from '@/components/risks/risk-fields'
import { riskFormWords } from '@/components/risks/words'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { RecordForm } from '@/components/ui/record-form'
import { now } from '@/lib/platform/clock'
import { dateInHelsinki } from '@/lib/values/calendar'
import { listWorkPackages } from '@/lib/work-packages/queries'
import { change } from '../../actions'
import { type RiskParams, riskHere } from '../../load'

export async function generateMetadata({ params }: { params: RiskParams }): Promise<Metadata> {
  const { t, title } = await riskHere(params)
  return { title: t('risks.editOf', { risk: title }) }
}

export default async function EditRiskPage({ params }: { params: RiskParams }) {
  const { viewer, project, t, crumbs, writes, risk, title } = await riskHere(params)
  if (!writes || risk.closedOn) notFound()
  const units = await listWorkPackages(viewer, project.id)
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={[...crumbs, { label: t('risks.edit') }]} />
      <PageHeading title={t('risks.editOf', { risk: title })} />
      <RecordForm
        id="risk"
        action={change}
        values={{ project: project.key, riskId: risk.id, version: risk.version }}
        fields={riskFields(t, units, risk, dateInHelsinki(now()))}
        send={t('risks.save')}
        words={riskFormWords(t)}
      />
    </>
  )
}
