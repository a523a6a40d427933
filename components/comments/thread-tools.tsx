'use client'

import { replyKey, stepKey, useCommentTools } from '@/components/comments/context'
import { PeopleChoice } from '@/components/comments/people-choice'
import { Refusal } from '@/components/comments/refusal'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { TextArea } from '@/components/ui/text-area'
import type { CommentVisibility, ThreadStep } from '@/lib/comments/model'

type Props = {
  threadId: string
  resolved: boolean
  visibility: CommentVisibility
  /** Says of what, for those who hear the button alone */
  fullLabels: Record<ThreadStep | 'reply', string>
  /** It stands in a form whose unsaved text would be lost without scripts */
  inForm: boolean
}

/** What can be done with a thread: answer, resolve, reopen, and decide who reads it. */
export function ThreadTools({ threadId, resolved, visibility, fullLabels, inForm }: Props) {
  const { words, may, answer, pending } = useCommentTools()
  if (!may.comment) return null
  const shown: ThreadStep = visibility === 'steering' ? 'hide' : 'show'
  const steps: ThreadStep[] = [resolved ? 'reopen' : 'resolve', ...(may.show ? [shown] : [])]
  const refused = steps.map((step) => answer(stepKey(step))).find((last) => last?.typed.threadId === threadId)
  return (
    <div className="no-print mt-3">
      {!resolved && <Reply threadId={threadId} fullLabel={fullLabels.reply} inForm={inForm} />}
      <Refusal answer={refused ?? null} />
      <div className="actions mt-2">
        {steps.map((step) => (
          <Button
            key={step}
            kind="secondary"
            small
            form={stepKey(step)}
            name="threadId"
            value={threadId}
            aria-label={fullLabels[step]}
            disabled={pending(stepKey(step))}
          >
            {words.do[step]}
          </Button>
        ))}
      </div>
    </div>
  )
}

type ReplyProps = { threadId: string; fullLabel: string; inForm: boolean }

function Reply({ threadId, fullLabel, inForm }: ReplyProps) {
  const { words, answer, sent, pending } = useCommentTools()
  const form = replyKey(threadId)
  const last = answer(form)
  const error = last?.fields.text
  return (
    <Disclosure key={sent(form)} summary={words.text.reply} open={Boolean(last?.reason)}>
      <Refusal answer={last} />
      {inForm && (
        <noscript>
          <p className="text-small">{words.text.withoutScripts}</p>
        </noscript>
      )}
      <TextArea
        id={`${form}-text`}
        form={form}
        name="text"
        data-comment=""
        rows={3}
        label={words.text.replyText}
        error={error && words.errors[error]}
        defaultValue={last?.reason ? last.typed.text : undefined}
      />
      <PeopleChoice form={form} />
      <Button form={form} small aria-label={fullLabel} disabled={pending(form)}>
        {pending(form) ? words.text.sending : words.text.sendReply}
      </Button>
    </Disclosure>
  )
}
