import type { SectionNotes } from '@/components/final-report/workspace/section-notes'
import { StatusMark } from '@/components/ui/status-mark'
import { Tag } from '@/components/ui/tag'
import type { Words } from '@/lib/platform/words'

/** What a section still waits for, what is said of it and who writes it now. */
export function NoteMarks({ notes, t }: { notes: SectionNotes; t: Words }) {
  const { problems, unfinished, comments, writers } = notes
  return (
    <>
      {comments > 0 && <span>{t('reportEditor.tree.comments', { count: comments })}</span>}
      {unfinished > 0 && (
        <StatusMark status="warning" word={t('reportEditor.tree.unfinished', { count: unfinished })} />
      )}
      {problems > 0 && <StatusMark status="danger" word={t('finalReport.screen.problems', { count: problems })} />}
      {writers.length > 0 && <Tag tone="info">{t('reportEditor.tree.writing', { who: writers.join(', ') })}</Tag>}
    </>
  )
}
