import { periodName } from '@/components/rounds/period-name'
import { DataTable } from '@/components/ui/data-table'
import { Section } from '@/components/ui/section'
import { excerptOf, threadAnchor } from '@/lib/comments/model'
import type { Words } from '@/lib/platform/words'
import { reportAddress } from '@/lib/status-reports/addresses'
import type { CommentForViewer } from '@/lib/status-reports/comments/model'
import { sectionLabels } from '@/lib/status-reports/labels'
import { formatDateTime } from '@/lib/values/format'

type Props = { t: Words; comments: readonly CommentForViewer[] }

/** Open comments that wait for the viewer, newest first; nothing at all when there are none. */
export function CommentsForYou({ t, comments }: Props) {
  if (comments.length === 0) return null
  return (
    <Section id="comments" title={t('comments.work.title', { count: comments.length })} intro={t('comments.work.help')}>
      <DataTable
        caption={t('comments.work.caption')}
        hideCaption
        columns={(['comment', 'report', 'writer'] as const).map((key) => ({
          key,
          header: t(`comments.work.${key}`),
        }))}
        rows={comments.map((comment) => ({ key: comment.threadId, cells: cellsOf(t, comment) }))}
      />
    </Section>
  )
}

function cellsOf(t: Words, comment: CommentForViewer) {
  const section = t(sectionLabels[comment.section])
  const page = reportAddress(comment.projectKey, comment.periodKey, comment.unitId)
  return [
    {
      text: excerptOf(comment.text),
      href: `${page}#${threadAnchor(comment.threadId)}`,
      note: comment.named ? t('comments.work.named', { section }) : t('comments.work.section', { section }),
    },
    { text: comment.unitTitle, note: `${comment.projectName}, ${periodName(comment.periodKey)}` },
    { text: comment.by, note: formatDateTime(comment.at, t.locale) },
  ]
}
