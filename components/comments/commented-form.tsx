import type { ReactNode } from 'react'
import { CommentList } from '@/components/comments/comment-list'
import type { CommentActions } from '@/components/comments/desk'
import { slotOfSection } from '@/components/comments/places'
import { ReportDesk } from '@/components/comments/report-desk'
import { formSections } from '@/components/status-reports/form/shape'
import type { Words } from '@/lib/platform/words'
import { reportAddress } from '@/lib/status-reports/addresses'
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
  /** The form, which shows the comments beside its fields */
  children: ReactNode
}

/** The report form with its comments. Those on sections that are not open for writing are read on the report's own page. */
export function CommentedForm({ t, projectKey, report, comments, actions, startAt, children }: Props) {
  const here = formSections(t, report).map(({ path }) => path)
  const page = reportAddress(projectKey, report.period.key, report.unit.id)
  const elsewhere = (path: string) => (here.includes(slotOfSection(path) ?? '') ? '' : page)
  return (
    <ReportDesk
      t={t}
      projectKey={projectKey}
      report={report}
      comments={comments}
      actions={actions}
      on="form"
      startAt={startAt}
    >
      {comments.threads.length > 0 && <CommentList t={t} report={report} comments={comments} elsewhere={elsewhere} />}
      {children}
    </ReportDesk>
  )
}
