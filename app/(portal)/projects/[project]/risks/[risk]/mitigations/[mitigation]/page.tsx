import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { mitigationFields } from '@/components/risks/risk-fields'
import { riskFormWords, riskStepReasons } from '@/components/risks/words'
import { StepForm } from '@/components/status-reports/step-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeading } from '@/components/ui/page-heading'
import { RecordForm } from '@/components/ui/record-form'
import { Section } from '@/components/ui/section'
import { dropMitigation, keepMitigation } from '../../../actions'
import { riskHere } from '../../../load'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('risks.field.mitigation') }
}

type Props = { params: Promise<{ project: string; risk: string; mitigation: string }> }

export default async function MitigationPage({ params }: Props) {
  const { project, t, crumbs, writes, risk, title } = await riskHere(params)
  const { mitigation: asked } = await params
  const mitigation = risk.mitigations.find(({ id }) => id === asked) ?? null
  if (!writes || risk.closedOn || (!mitigation && asked !== 'new')) notFound()
  const heading = t(mitigation ? 'risks.editMitigation' : 'risks.addMitigation')
  const values = { project: project.key, riskId: risk.id, version: risk.version, mitigationId: mitigation?.id ?? '' }
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={[...crumbs, { label: heading }]} />
      <PageHeading title={heading} intro={title} />
      <RecordForm
        id="mitigation"
        action={keepMitigation}
        values={values}
        fields={mitigationFields(t, mitigation)}
        send={t('risks.save')}
        words={riskFormWords(t)}
      />
      {mitigation && (
        <Section id="remove" title={t('risks.removeMitigation')} intro={t('risks.removeMitigationHelp')}>
          <StepForm
            action={dropMitigation}
            values={values}
            label={t('risks.removeMitigation')}
            kind="danger"
            reasons={riskStepReasons(t)}
            notice={t('ui.notice.danger')}
          />
        </Section>
      )}
    </>
  )
}
