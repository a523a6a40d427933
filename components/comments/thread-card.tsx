import { ThreadTools } from '@/components/comments/thread-tools'
import { Disclosure } from '@/components/ui/disclosure'
import { Tag } from '@/components/ui/tag'
import { stepLabels, visibilityLabels } from '@/lib/comments/labels'
import { type CommentRow, excerptOf, type ThreadRow, threadAnchor, threadSteps } from '@/lib/comments/model'
import type { Words } from '@/lib/platform/words'
import { formatDateTime } from '@/lib/values/format'

type Props = {
  t: Words
  thread: ThreadRow
  /** What it is about */
  place: string
  /** Shown where the thread does not stand right at its field */
  showPlace: boolean
  inForm: boolean
}

/** One thread: what was said, what has become of it, and what the reader can do. A resolved one is folded. */
export function ThreadCard({ t, thread, place, showPlace, inForm }: Props) {
  const { id, resolved, visibility, comments } = thread
  const body = (
    <>
      {showPlace && <p className="text-small font-semibold">{place}</p>}
      {visibility === 'steering' && <Tag tone="info">{t(visibilityLabels.steering)}</Tag>}
      <ol>
        {comments.map((comment) => (
          <Comment key={comment.id} t={t} comment={comment} />
        ))}
      </ol>
      <Steps t={t} thread={thread} />
      <ThreadTools
        threadId={id}
        resolved={resolved}
        visibility={visibility}
        fullLabels={fullLabels(t, place)}
        inForm={inForm}
      />
    </>
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a thread is a group of several comments, not a group of form fields
    <div
      id={threadAnchor(id)}
      // Links lead here, and the focus stays here when a button has done its work and gone.
      tabIndex={-1}
      role="group"
      aria-label={t('comments.thread', { place })}
      className={`mt-3 max-w-text scroll-mt-8 border-l-4 bg-surface px-4 ${resolved ? 'border-line pt-1' : 'border-info py-4'}`}
    >
      {resolved ? (
        <Disclosure summary={t('comments.resolvedSummary', { text: excerptOf(comments[0]?.text ?? '') })}>
          {body}
        </Disclosure>
      ) : (
        body
      )}
    </div>
  )
}

function Comment({ t, comment }: { t: Words; comment: CommentRow }) {
  const { by, at, text, named } = comment
  return (
    <li className="mt-2">
      <p className="text-small text-muted">
        <b>{by}</b> · <time dateTime={at}>{formatDateTime(at, t.locale)}</time>
      </p>
      <p className="whitespace-pre-line break-words">{text}</p>
      {named.length > 0 && (
        <p className="text-small text-muted">{t('comments.mentioned', { names: named.join(', ') })}</p>
      )}
    </li>
  )
}

/** Who resolved and reopened it, and when; oldest first. */
function Steps({ t, thread }: { t: Words; thread: ThreadRow }) {
  if (thread.steps.length === 0) return null
  return (
    <ul className="mt-3 text-small text-muted">
      {thread.steps.map(({ type, at, by }) => (
        <li key={`${type} ${at}`}>
          {t(stepLabels[type], { time: formatDateTime(at, t.locale), who: by ?? t('statusReports.system') })}
        </li>
      ))}
    </ul>
  )
}

function fullLabels(t: Words, place: string) {
  const steps = threadSteps.map((step) => [step, t('comments.doOn', { what: t(`comments.do.${step}`), place })])
  return { ...Object.fromEntries(steps), reply: t('comments.doOn', { what: t('comments.sendReply'), place }) }
}
