import { commentsBeside } from '@/components/comments/beside'
import { CommentList } from '@/components/comments/comment-list'
import type { CommentActions } from '@/components/comments/desk'
import { ReportDesk } from '@/components/comments/report-desk'
import { ReportSections } from '@/components/status-reports/view/report-sections'
import type { Words } from '@/lib/platform/words'
import type { ReportComments } from '@/lib/status-reports/comments/model'
import type { ReportView } from '@/lib/status-reports/views/model'

type Props = {
  t: Words
  projectKey: string
  report: ReportView
  comments: ReportComments
  actions: CommentActions
  /** `comment` of the address */
  startAt: string | string[] | undefined
}

/** The report with its comments: all of them in short, and each beside what it is about. */
export function CommentedReport({ t, projectKey, report, comments, actions, startAt }: Props) {
  return (
    <ReportDesk
      t={t}
      projectKey={projectKey}
      report={report}
      comments={comments}
      actions={actions}
      on="report"
      startAt={startAt}
    >
      <CommentList t={t} report={report} comments={comments} />
      <ReportSections
        t={t}
        projectKey={projectKey}
        report={report}
        beside={commentsBeside({ t, report, comments, on: 'report' })}
      />
    </ReportDesk>
  )
}
