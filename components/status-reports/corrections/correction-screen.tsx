import { periodName } from '@/components/rounds/period-name'
import { CorrectionForm } from '@/components/status-reports/corrections/correction-form'
import type { FigureToCorrect } from '@/components/status-reports/corrections/figure'
import { reportCrumbs } from '@/components/status-reports/crumbs'
import { reasonTexts } from '@/components/status-reports/reason-texts'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { ButtonLink } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { Tabs } from '@/components/ui/tabs'
import type { FormAction } from '@/lib/access/form-state'
import { figureFieldLabels } from '@/lib/indicators/labels'
import type { FigureField } from '@/lib/indicators/model'
import type { Words } from '@/lib/platform/words'
import { correctionAddress, reportAddress } from '@/lib/status-reports/addresses'
import type { ReportView } from '@/lib/status-reports/views/model'
import { valueErrorKeys } from '@/lib/values/labels'

type Props = {
  t: Words
  project: { key: string; name: string }
  report: ReportView
  figure: FigureToCorrect
  action: FormAction
}

/** Correcting one figure: what it is now, what becomes of it, and the form. */
export function CorrectionScreen({ t, project, report, figure, action }: Props) {
  const { period, unit } = report
  const { name, part, parts, field } = figure
  const back = reportAddress(project.key, period.key, unit.id)
  return (
    <>
      <Breadcrumbs
        label={t('frame.breadcrumbs')}
        crumbs={[...reportCrumbs(t, project, report), { label: t('corrections.page.title') }]}
      />
      <PageHeading
        title={t('corrections.correctOf', { indicator: name })}
        mark={t('statusReports.form.period', { period: periodName(period.key) })}
        actions={<ButtonLink href={`${back}#indicators`}>{t('corrections.page.cancel')}</ButtonLink>}
      />
      {parts.length > 1 && (
        <Tabs
          label={t('corrections.page.parts')}
          tabs={parts.map((one) => ({
            label: one.label,
            href: correctionAddress(project.key, period.key, unit.id, one.path),
            current: one.part === part,
          }))}
        />
      )}
      <div className="max-w-text [&>p]:mb-3">
        <p>{t('corrections.page.intro')}</p>
        {report.state === 'published' && <p>{t('corrections.page.published')}</p>}
      </div>
      <CorrectionForm
        action={action}
        values={{
          reportId: report.id,
          version: report.version,
          path: field.path,
          project: project.key,
          period: period.key,
          unit: unit.id,
        }}
        field={fieldShape(t, figure)}
        own={figure.values.length > 1 ? figure.values : []}
        words={formWords(t)}
      />
    </>
  )
}

const helps: Record<FigureField, string> = {
  value: 'statusReports.fieldHelp.value',
  n: 'corrections.page.nHelp',
  time: 'corrections.page.timeHelp',
}

function fieldShape(t: Words, { part, field, values }: FigureToCorrect) {
  const only = values.length === 1 ? values[0] : undefined
  return {
    label: t(figureFieldLabels[part]),
    help: field.kind === 'figure' || part !== 'value' ? t(helps[part]) : undefined,
    unit: field.unit,
    choices: field.choices,
    number: field.kind === 'figure',
    now: {
      label: t('corrections.page.now'),
      value: only?.text ?? (values.length === 0 ? t('statusReports.view.noValue') : null),
    },
  }
}

const errorKeys = [
  ...valueErrorKeys,
  'statusReports.error.wholeNumber',
  'statusReports.error.tooLong',
  'statusReports.error.reasonTooLong',
  'corrections.error.reasonMissing',
  'corrections.error.noValue',
  'corrections.error.noChange',
  'corrections.error.whichValue',
] as const

function formWords(t: Words) {
  return {
    which: t('corrections.page.which'),
    reason: t('corrections.page.reason'),
    reasonHelp: t('corrections.page.reasonHelp'),
    choose: t('statusReports.form.choose'),
    send: t('corrections.page.save'),
    summary: t('ui.errorSummary'),
    reasons: {
      ...reasonTexts(t),
      NO_CHANGE: t('corrections.reason.NO_CHANGE'),
      UNKNOWN_FIELD: t('corrections.reason.UNKNOWN_FIELD'),
    },
    errors: Object.fromEntries(errorKeys.map((key) => [key, t(key)])),
  }
}
