import { type FormGroup, fieldsOf } from '@/components/status-reports/form/model'
import { formSections } from '@/components/status-reports/form/shape'
import { reasonTexts } from '@/components/status-reports/reason-texts'
import { ReopenPanel } from '@/components/status-reports/reopening/reopen-panel'
import { ReturnForm, type ReturnWords } from '@/components/status-reports/review/return-form'
import { StepForm } from '@/components/status-reports/step-form'
import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/access/form-state'
import type { Words } from '@/lib/platform/words'
import { isFinal, isWaiting, steps } from '@/lib/status-reports/model'
import type { ReportView } from '@/lib/status-reports/views/model'

type ReviewActions = {
  approve: FormAction
  sendBack: FormAction
  startReview: FormAction
  recall: FormAction
  reopen: FormAction
}

type Props = { t: Words; projectKey: string; report: ReportView; actions: ReviewActions }

/** What the reader may do with the report as it stands: approve, return, start a review, open it again; the writer may recall. */
export function ReviewPanel({ t, projectKey, report, actions }: Props) {
  const { id, version, state, period, unit } = report
  const values = { reportId: id, version, project: projectKey, period: period.key, unit: unit.id }
  const button = { values, reasons: reasonTexts(t), notice: t('ui.notice.danger') }
  if (report.may.write && steps[state].recalled !== null) {
    return (
      <Section id="recall" title={t('statusReports.recall.title')} intro={t('statusReports.recall.help')}>
        <StepForm {...button} action={actions.recall} kind="secondary" label={t('statusReports.recall.do')} />
      </Section>
    )
  }
  if (report.may.review && report.reopening && isFinal(state)) {
    return <ReopenPanel t={t} report={report} reopening={report.reopening} action={actions.reopen} values={values} />
  }
  if (!report.may.review || !isWaiting(state)) return null
  return (
    <Section id="review" title={t('statusReports.review.title')} intro={t('statusReports.review.help')}>
      <div className="mb-4 flex flex-wrap items-start gap-3">
        <StepForm {...button} action={actions.approve} label={t('statusReports.review.approve')} />
        {steps[state].review_started !== null && (
          <StepForm {...button} action={actions.startReview} kind="secondary" label={t('statusReports.review.start')} />
        )}
      </div>
      <ReturnPart t={t} report={report} action={actions.sendBack} values={values} />
    </Section>
  )
}

type ReturnProps = { t: Words; report: ReportView; action: FormAction; values: Record<string, string | number> }

/** The return form behind its button. */
export function ReturnPart({ t, report, action, values }: ReturnProps) {
  return (
    <Disclosure summary={t('statusReports.review.return')} id="return">
      <ReturnForm action={action} values={values} {...placesOf(t, report)} words={returnWords(t)} />
    </Disclosure>
  )
}

function placesOf(t: Words, report: ReportView) {
  const sections = formSections(t, { ...report, opens: report.within }).filter(({ groups }) => groups.length > 0)
  return {
    sections: sections.map(({ path, title }) => ({ value: path, label: title })),
    // A section of one question is that question.
    singles: sections
      .filter((section) => fieldsOf(section).length > 1)
      .map(({ path, title, groups }) => ({
        label: title,
        places: groups.flatMap((group) => singlesOf(t, path, group)),
      })),
  }
}

/** One action, indicator or toimintamalli as a whole, and each of its fields. */
function singlesOf(t: Words, section: string, group: FormGroup) {
  const { title } = group
  const fields = [...group.fields, ...group.more]
  if (!title) return fields.map(({ path, label }) => ({ value: path, label }))
  const whole = { value: `${section}/${group.key}`, label: t('statusReports.return.whole', { subject: title }) }
  return fields.length > 1
    ? [whole, ...fields.map(({ path, label }) => ({ value: path, label: `${title}: ${label}` }))]
    : fields.map(() => ({ ...whole, label: title }))
}

function returnWords(t: Words): ReturnWords {
  const text = (name: string) => t(`statusReports.return.${name}`)
  const errors = ['opensMissing', 'returnReasonMissing', 'reasonTooLong'].map((name) => `statusReports.error.${name}`)
  return {
    sections: text('sections'),
    sectionsHelp: text('sectionsHelp'),
    single: text('single'),
    reason: text('reason'),
    reasonHelp: text('reasonHelp'),
    send: text('send'),
    summary: t('ui.errorSummary'),
    reasons: reasonTexts(t),
    errors: Object.fromEntries([...errors, 'corrections.error.notReopened'].map((key) => [key, t(key)])),
  }
}
