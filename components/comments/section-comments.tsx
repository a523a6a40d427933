import { Composer } from '@/components/comments/composer'
import { type CommentActions, CommentDesk } from '@/components/comments/desk'
import { personName } from '@/components/comments/report-desk'
import { ThreadCard } from '@/components/comments/thread-card'
import { commentWords } from '@/components/comments/words'
import { Section } from '@/components/ui/section'
import { roleLabels } from '@/lib/access/labels'
import { openThreads } from '@/lib/comments/model'
import { type SectionComments as Comments, wholeSection } from '@/lib/final-report/comments/model'
import type { DocumentPlace } from '@/lib/final-report/model'
import type { Words } from '@/lib/platform/words'

type Props = {
  t: Words
  place: DocumentPlace
  section: { id: string; title: string }
  comments: Comments
  actions: CommentActions
  /** `comment` of the address: where a new comment is being begun without scripts */
  startAt: string | string[] | undefined
}

/** Comments on a section of a document, and the way to begin one. */
export function SectionComments({ t, place, section, comments, actions, startAt }: Props) {
  const open = openThreads(comments.threads)
  return (
    <Section id="comments" title={t('comments.title', { count: open.length })}>
      <CommentDesk
        actions={actions}
        values={{ project: place.key, kind: place.kind, sectionId: section.id }}
        open={open.map(({ id }) => id)}
        may={comments.may}
        people={comments.people.map(({ id, name, role }) => ({
          value: id,
          label: personName(t, name, t(roleLabels[role])),
        }))}
        startAt={typeof startAt === 'string' ? startAt : null}
        words={commentWords(t)}
      >
        {comments.threads.map((thread) => (
          <ThreadCard key={thread.id} t={t} thread={thread} place={section.title} showPlace={false} inForm={false} />
        ))}
        <Composer
          at={wholeSection}
          places={[{ value: wholeSection, label: section.title }]}
          label={t('comments.add')}
          fullLabel={t('comments.addTo', { place: section.title })}
          title={t('comments.new', { place: section.title })}
        />
      </CommentDesk>
    </Section>
  )
}
