import { ReopenedNotice } from '@/components/status-reports/reopening/reopened-notice'
import { Notice } from '@/components/ui/notice'
import type { Words } from '@/lib/platform/words'
import { openReturn, type ReportView } from '@/lib/status-reports/views/model'
import { formatDateTime } from '@/lib/values/format'

/** Why the report was sent back or opened again, by whom and when; nothing when it was not. */
export function ReturnedNotice({ t, report, form }: { t: Words; report: ReportView; form?: boolean }) {
  const returned = openReturn(report)
  if (!returned) return <ReopenedNotice t={t} report={report} form={form} />
  const who = returned.by ?? t('statusReports.system')
  return (
    <Notice kind="warning" word={t('statusReports.returnedTitle')}>
      <p className="whitespace-pre-line">{returned.reason}</p>
      <p className="text-small text-muted">
        {t('statusReports.returnedBy', { who, time: formatDateTime(returned.at, t.locale) })}
      </p>
      {form && <p className="mt-2">{t('statusReports.onlyOpen')}</p>}
    </Notice>
  )
}
