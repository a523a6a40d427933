import { periodName } from '@/components/rounds/period-name'
import { reportCrumbs } from '@/components/status-reports/crumbs'
import { Begun } from '@/components/status-reports/form/begun'
import { ReportDays } from '@/components/status-reports/report-days'
import { ReturnedNotice } from '@/components/status-reports/returned-notice'
import { StateTag } from '@/components/status-reports/state-tag'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { ButtonLink } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import type { Words } from '@/lib/platform/words'
import { figureSheetsAddress } from '@/lib/rounds/addresses'
import { differencesAddress, reportAddress, reportFormAddress, reportGridAddress } from '@/lib/status-reports/addresses'
import { lastDayOfWriting } from '@/lib/status-reports/closing/model'
import { sectionPaths } from '@/lib/status-reports/fields/model'
import { isWritable } from '@/lib/status-reports/model'
import { openReopening } from '@/lib/status-reports/reopening/model'
import type { ReportView } from '@/lib/status-reports/views/model'
import { formatDate } from '@/lib/values/format'
import { titleOf } from '@/lib/work-packages/model'

type Props = {
  t: Words
  project: { key: string; name: string }
  report: ReportView
  /** The page is the grid of the indicators, not the whole form */
  grid?: boolean
}

/** Top of the form: whose report, for when, by when, and why it came back if it did. */
export function FormHeading({ t, project, report, grid }: Props) {
  const { period, unit } = report
  const isReopened = report.state === 'returned' || openReopening(report.events) !== null
  const closes = { closesOn: period.closesOn, exceptionOn: period.exception?.dueOn ?? null }
  const last = report.state === 'not_started' || report.state === 'draft' ? lastDayOfWriting(closes) : null
  // A report that came back may be open in other parts only.
  const writesFigures =
    report.opens === null || report.opens.some((path) => path.split('/')[0] === sectionPaths.indicators)
  const tag = <StateTag t={t} state={report.state} />
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={reportCrumbs(t, project, report, true)} />
      <PageHeading
        title={titleOf(unit)}
        mark={
          <>
            {report.state === 'not_started' ? (
              <Begun reportId={report.id} before={tag} after={<StateTag t={t} state="draft" />} />
            ) : (
              tag
            )}
            <span>{t('statusReports.form.period', { period: periodName(period.key) })}</span>
            {period.dueOn && <span>{t('statusReports.due', { day: formatDate(period.dueOn, t.locale) })}</span>}
            {last && <span>{t('calendar.closing.until', { day: formatDate(last, t.locale) })}</span>}
          </>
        }
        intro={isWritable(report.state) && !isReopened ? t('statusReports.form.intro') : undefined}
        actions={
          <>
            <ButtonLink href={reportAddress(project.key, period.key, unit.id)}>
              {t('statusReports.form.read')}
            </ButtonLink>
            {grid && (
              <ButtonLink href={reportFormAddress(project.key, period.key, unit.id)}>
                {t('statusReports.grid.whole')}
              </ButtonLink>
            )}
            {!grid && writesFigures && report.indicators.length > 1 && (
              <ButtonLink href={reportGridAddress(project.key, period.key, unit.id)}>
                {t('statusReports.grid.open')}
              </ButtonLink>
            )}
            {writesFigures && report.indicators.length > 0 && (
              <ButtonLink href={figureSheetsAddress(project.key, period.key)}>{t('figureSheets.title')}</ButtonLink>
            )}
            {report.previousPeriodKey !== null && (
              <ButtonLink href={differencesAddress(project.key, period.key, unit.id)}>
                {t('differences.open')}
              </ButtonLink>
            )}
          </>
        }
      />
      <ReportDays t={t} report={report} />
      <ReturnedNotice t={t} report={report} form />
    </>
  )
}
