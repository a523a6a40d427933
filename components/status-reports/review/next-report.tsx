import { ButtonLink } from '@/components/ui/button'
import type { Words } from '@/lib/platform/words'
import { roundAddress } from '@/lib/projects/addresses'
import { reportAddress } from '@/lib/status-reports/addresses'
import { isWaiting } from '@/lib/status-reports/model'
import type { ReportView, WaitingReport } from '@/lib/status-reports/views/model'

type Props = { t: Words; projectKey: string; report: ReportView; next: WaitingReport | null }

/** After a report has been dealt with: the next one that waits, else back to the round. */
export function NextReport({ t, projectKey, report, next }: Props) {
  if (!report.may.review || isWaiting(report.state)) return null
  const { key } = report.period
  return (
    <p className="mb-6 flex flex-wrap gap-3">
      {next && (
        <ButtonLink kind="primary" href={reportAddress(projectKey, key, next.unitId)}>
          {t('statusReports.review.next', { unit: next.title })}
        </ButtonLink>
      )}
      <ButtonLink href={roundAddress(projectKey, key)}>{t('statusReports.review.toRound')}</ButtonLink>
    </p>
  )
}
