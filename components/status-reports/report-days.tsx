import { Notice } from '@/components/ui/notice'
import type { Words } from '@/lib/platform/words'
import { lastDayOfWriting } from '@/lib/status-reports/closing/model'
import type { ReportView } from '@/lib/status-reports/views/model'
import { formatDate } from '@/lib/values/format'

/** A last day of the unit's own with who allowed it and why, and that writing is over when it is. Nothing when neither holds. */
export function ReportDays({ t, report }: { t: Words; report: Pick<ReportView, 'closed' | 'period' | 'state'> }) {
  const { closesOn, exception } = report.period
  const last = lastDayOfWriting({ closesOn, exceptionOn: exception?.dueOn ?? null })
  const waits = report.state === 'not_started' || report.state === 'draft' || report.state === 'returned'
  return (
    <>
      {report.closed && last && (
        <Notice kind="warning" word={t('calendar.closing.title')}>
          <p>{t('calendar.closing.text', { day: formatDate(last, t.locale) })}</p>
        </Notice>
      )}
      {exception && waits && !report.closed && (
        <Notice kind="info" word={t('calendar.exception.shown', { day: formatDate(exception.dueOn, t.locale) })}>
          <p>{t('calendar.exception.note', { who: exception.allowedBy, reason: exception.reason })}</p>
        </Notice>
      )}
    </>
  )
}
