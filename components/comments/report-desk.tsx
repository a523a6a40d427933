import type { ReactNode } from 'react'
import { type CommentActions, CommentDesk } from '@/components/comments/desk'
import { commentWords } from '@/components/comments/words'
import { roleLabels } from '@/lib/access/labels'
import { openThreads } from '@/lib/comments/model'
import type { Words } from '@/lib/platform/words'
import type { ReportComments } from '@/lib/status-reports/comments/model'
import type { ReportView } from '@/lib/status-reports/views/model'

type Props = {
  t: Words
  projectKey: string
  report: ReportView
  comments: ReportComments
  actions: CommentActions
  on: 'report' | 'form'
  /** `comment` of the address: where a new comment is being begun without scripts */
  startAt: string | string[] | undefined
  children: ReactNode
}

/** Somebody who can be named; an account may carry the name of its role. */
export function personName(t: Words, name: string, role: string): string {
  return name === role ? name : t('comments.person', { name, role })
}

/** A page of a report on which comments are read and written. */
export function ReportDesk({ t, projectKey, report, comments, actions, on, startAt, children }: Props) {
  return (
    <CommentDesk
      actions={actions}
      values={{ reportId: report.id, project: projectKey, period: report.period.key, unit: report.unit.id, on }}
      open={openThreads(comments.threads).map(({ id }) => id)}
      may={comments.may}
      people={comments.people.map(({ id, name, role }) => ({
        value: id,
        label: personName(t, name, t(roleLabels[role])),
      }))}
      startAt={typeof startAt === 'string' ? startAt : null}
      words={commentWords(t)}
    >
      {children}
    </CommentDesk>
  )
}
