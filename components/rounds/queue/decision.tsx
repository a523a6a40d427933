import { reasonTexts } from '@/components/status-reports/reason-texts'
import { ReturnPart } from '@/components/status-reports/review/review-panel'
import { StepForm } from '@/components/status-reports/step-form'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/access/form-state'
import type { Words } from '@/lib/platform/words'
import { steps } from '@/lib/status-reports/model'
import type { ReportView } from '@/lib/status-reports/views/model'

export type QueueActions = { approve: FormAction; sendBack: FormAction; beginReview: FormAction }

type Props = { t: Words; project: string; filter: string; report: ReportView; actions: QueueActions }

/** What can be decided of the chosen report; each decision goes on to the next one. */
export function Decision({ t, project, filter, report, actions }: Props) {
  const { id, version, state, period, unit } = report
  const values = { reportId: id, version, project, period: period.key, unit: unit.id, filter }
  const refused = t('reviewQueue.refused')
  const reasons = { ...reasonTexts(t), STALE: refused, WRONG_STATE: refused }
  const button = { values, reasons, notice: t('ui.notice.danger') }
  return (
    <Section id="review" title={t('statusReports.review.title')}>
      <div className="mb-4 flex flex-wrap items-start gap-3">
        <div data-shortcut="a">
          <StepForm {...button} action={actions.approve} label={t('statusReports.review.approve')} />
        </div>
        {steps[state].review_started !== null && (
          <StepForm {...button} action={actions.beginReview} kind="secondary" label={t('statusReports.review.start')} />
        )}
      </div>
      <div data-shortcut="r">
        <ReturnPart t={t} report={report} action={actions.sendBack} values={values} />
      </div>
    </Section>
  )
}
