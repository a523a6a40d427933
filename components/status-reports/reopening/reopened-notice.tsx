import { periodName } from '@/components/rounds/period-name'
import { Notice } from '@/components/ui/notice'
import type { Words } from '@/lib/platform/words'
import { openReopening, type Reopening } from '@/lib/status-reports/reopening/model'
import type { ReportView } from '@/lib/status-reports/views/model'
import { formatDateTime } from '@/lib/values/format'

type Props = { t: Words; report: ReportView; form?: boolean }

/** Why the report was opened again, by whom and when; on the form also what stays closed and why. */
export function ReopenedNotice({ t, report, form }: Props) {
  const reopened = openReopening(report.events)
  if (!reopened) return null
  const who = reopened.by ?? t('statusReports.system')
  return (
    <Notice kind="warning" word={t('corrections.reopened.title')}>
      <p className="whitespace-pre-line">{reopened.reason}</p>
      <p className="text-small text-muted">
        {t('statusReports.returnedBy', { who, time: formatDateTime(reopened.at, t.locale) })}
      </p>
      {form && <What t={t} limited={report.within !== null} reopening={report.reopening} />}
    </Notice>
  )
}

function What({ t, limited, reopening }: { t: Words; limited: boolean; reopening: Reopening | null }) {
  if (!limited) return <p className="mt-2">{t('corrections.reopened.full')}</p>
  return (
    <>
      <p className="mt-2">{t('corrections.reopened.texts')}</p>
      {reopening?.scope === 'texts' && (
        <p className="mt-2">
          {t(
            reopening.because === 'published'
              ? 'corrections.reopened.closedPublished'
              : 'corrections.reopened.closedReport',
            {
              period: periodName(reopening.periodKey),
            },
          )}
        </p>
      )}
      <p className="mt-2">{t('corrections.reopened.figure')}</p>
    </>
  )
}
