import { reportFormWords } from '@/components/final-report/reason-texts'
import { Notice } from '@/components/ui/notice'
import type { RecordField } from '@/components/ui/record-fields'
import { RecordForm } from '@/components/ui/record-form'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/access/form-state'
import { checkAddress } from '@/lib/final-report/addresses'
import { obstacleLabels } from '@/lib/final-report/life/labels'
import { obstaclesOf, reportLife, type Standing } from '@/lib/final-report/life/model'
import { type FinalReport, type ReportEventType, reportEventTypes } from '@/lib/final-report/model'
import { type DecisionRow, decisionText } from '@/lib/meetings/decisions/model'
import type { Words } from '@/lib/platform/words'
import { aboutAddress } from '@/lib/projects/addresses'

type Props = {
  t: Words
  projectKey: string
  report: Pick<FinalReport, 'state' | 'version'>
  standing: Standing
  decisions: readonly DecisionRow[]
  /** Steps that the viewer may take */
  mayTake: readonly ReportEventType[]
  actions: { plain: FormAction; reasoned: FormAction; decided: FormAction }
}

/** What can be done next: the state table says what is offered, and what stands in the way is told before it is tried. */
export function LifeSteps({ t, projectKey, report, standing, decisions, mayTake, actions }: Props) {
  const words = reportFormWords(t, [
    'finalReport.error.reason',
    'finalReport.error.tooLong',
    'finalReport.error.choose',
  ])
  const offered = reportEventTypes.filter((step) => reportLife[report.state][step] && mayTake.includes(step))
  const values = { project: projectKey, version: report.version }
  return offered.map((step, index) => {
    const inTheWay = obstaclesOf(step, standing)
    const kind = step === 'returned' || step === 'correction_opened'
    return (
      <Section
        key={step}
        id={step}
        title={t(`finalReport.step.${step}.title`)}
        intro={t(`finalReport.step.${step}.help`)}
      >
        {inTheWay.length > 0 && (
          <Notice kind="warning" word={t('finalReport.life.inTheWay')}>
            <ul>
              {inTheWay.map((obstacle) => (
                <li key={obstacle}>
                  {t(obstacleLabels[obstacle])}{' '}
                  {obstacle === 'OPEN_ERRORS' && (
                    <a href={checkAddress({ key: projectKey, kind: 'final_report' })}>{t('reportCheck.title')}</a>
                  )}
                  {(obstacle === 'NO_DNSH' || obstacle === 'NO_DECLARATION') && (
                    <a href={aboutAddress(projectKey)}>{t('finalReport.life.projectPage')}</a>
                  )}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {inTheWay.length === 0 && (
          <RecordForm
            id={step}
            action={step === 'decided' ? actions.decided : kind ? actions.reasoned : actions.plain}
            values={step === 'decided' ? values : { ...values, step }}
            fields={fieldsOf(t, step, decisions)}
            send={t(`finalReport.step.${step}.send`)}
            kind={kind ? 'danger' : index === 0 ? 'primary' : 'secondary'}
            words={words}
          />
        )}
      </Section>
    )
  })
}

function fieldsOf(t: Words, step: ReportEventType, decisions: readonly DecisionRow[]): RecordField[] {
  if (step === 'decided') {
    return [
      {
        as: 'choice',
        name: 'decision',
        label: t('finalReport.life.decision'),
        help: t('finalReport.life.decisionHelp'),
        empty: t('finalReport.editor.choose'),
        options: decisions.map((decision) => ({ value: decision.id, label: decisionText(decision, t).slice(0, 160) })),
      },
    ]
  }
  const needed = step === 'returned' || step === 'correction_opened'
  const label = t(needed ? 'finalReport.life.reason' : 'finalReport.life.note')
  return [{ as: 'text', name: 'reason', rows: 3, label, ...(!needed && { optional: t('ui.optional') }) }]
}
