import { assessmentFields, closingFields } from '@/components/risks/risk-fields'
import { riskFormWords, riskStepReasons } from '@/components/risks/words'
import { StepForm } from '@/components/status-reports/step-form'
import { RecordForm } from '@/components/ui/record-form'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/access/form-state'
import type { Words } from '@/lib/platform/words'
import type { PeriodHeader } from '@/lib/projects/model'
import { latestAssessment, type RiskDetails } from '@/lib/risks/model'

type Props = {
  t: Words
  project: { key: string; periods: PeriodHeader[]; riskScale: number }
  risk: RiskDetails
  today: string
  actions: { assess: FormAction; close: FormAction; reopen: FormAction }
}

/** What those who keep the register do on a risk's page: assess, close, open again. */
export function RiskDesk({ t, project, risk, today, actions }: Props) {
  const values = { project: project.key, riskId: risk.id, version: risk.version }
  if (risk.closedOn) {
    return (
      <div className="no-print">
        <Section id="reopen" title={t('risks.reopen')} intro={t('risks.reopenHelp')}>
          <StepForm
            action={actions.reopen}
            values={values}
            label={t('risks.reopen')}
            kind="secondary"
            reasons={riskStepReasons(t)}
            notice={t('ui.notice.danger')}
          />
        </Section>
      </div>
    )
  }
  const words = riskFormWords(t)
  return (
    <div className="no-print">
      <Section id="assess" title={t('risks.assess')} intro={t('risks.assessHelp')}>
        {project.periods.length === 0 ? (
          <p>{t('risks.noPeriods')}</p>
        ) : (
          <RecordForm
            id="assess"
            action={actions.assess}
            values={values}
            fields={assessmentFields(t, project.periods, latestAssessment(risk), project.riskScale)}
            send={t('risks.assessSend')}
            words={words}
          />
        )}
      </Section>
      <Section id="close" title={t('risks.close')} intro={t('risks.closeHelp')}>
        <RecordForm
          id="close"
          action={actions.close}
          values={values}
          fields={closingFields(t, today)}
          send={t('risks.close')}
          kind="secondary"
          words={words}
        />
      </Section>
    </div>
  )
}
