import { SincePanel } from '@/components/status-reports/differences/since-panel'
import { ReportDays } from '@/components/status-reports/report-days'
import { ReturnedNotice } from '@/components/status-reports/returned-notice'
import { NextReport } from '@/components/status-reports/review/next-report'
import { ReportHeading } from '@/components/status-reports/view/report-heading'
import type { Words } from '@/lib/platform/words'
import type { ReportView, WaitingReport } from '@/lib/status-reports/views/model'

type Props = { t: Words; project: { key: string; name: string }; report: ReportView; next: WaitingReport | null }

/** What comes before the report itself: whose it is, why it came back and what has been done about it, what to do next. */
export function ReportTop({ t, project, report, next }: Props) {
  return (
    <>
      <ReportHeading t={t} project={project} report={report} />
      <ReportDays t={t} report={report} />
      <ReturnedNotice t={t} report={report} />
      <NextReport t={t} projectKey={project.key} report={report} next={next} />
      <SincePanel t={t} report={report} />
    </>
  )
}
