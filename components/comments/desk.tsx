'use client'

import { type FormEvent, type ReactNode, useActionState, useEffect, useState } from 'react'
import { CommentToolsProvider, newKey, openerId, replyKey, stepKey } from '@/components/comments/context'
import { type CommentAction, useSending } from '@/components/comments/sending'
import type { CommentWords } from '@/components/comments/words'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Once } from '@/components/ui/once'
import { untouched } from '@/lib/access/form-state'
import { threadAnchor, threadSteps } from '@/lib/comments/model'

export type CommentActions = { start: CommentAction; reply: CommentAction; move: CommentAction }

type Props = {
  actions: CommentActions
  /** Sent along with everything: where the person is */
  values: Record<string, string>
  /** Threads that can be answered */
  open: string[]
  may: { comment: boolean; show: boolean }
  people: { value: string; label: string }[]
  /** The place whose form is open from the start, for pages without scripts */
  startAt: string | null
  words: CommentWords
  children: ReactNode
}

type Form = {
  key: string
  kind: keyof CommentActions
  fields: Record<string, string>
  /** Said when it has been carried out */
  told: string
  /** The place of a new comment */
  at?: string
}

/**
 * Where comments are sent from. Their controls stand beside the fields, also inside the report's own form; a form cannot
 * stand in another, so the forms are here and the controls name theirs (`form="…"`), which needs no scripts.
 */
export function CommentDesk({ actions, values, open, may, people, startAt, words, children }: Props) {
  const [opened, setOpened] = useState(startAt ? [startAt] : [])
  const [counts, setCounts] = useState<Record<string, number>>({})
  const { answers, pending, told, send, goTo } = useSending()
  // Without scripts the browser sends the forms and these hold the answer.
  const plain = {
    start: useActionState(actions.start, untouched),
    reply: useActionState(actions.reply, untouched),
    move: useActionState(actions.move, untouched),
  }
  const plainAnswers = [plain.start[0], plain.reply[0], plain.move[0]].filter((state) => state.reason !== null)
  useWarning()

  const close = (at: string) => setOpened((all) => all.filter((one) => one !== at))
  const tools = {
    words,
    people,
    may,
    opened,
    open: (at: string, focus: string) => {
      setOpened((all) => [...all, at])
      goTo(focus)
    },
    close: (at: string) => {
      close(at)
      goTo(openerId(at))
    },
    answer: (key: string) => answers[key] ?? plainAnswers.find((state) => state.typed.desk === key) ?? null,
    sent: (key: string) => counts[key] ?? 0,
    pending: (key: string) => pending.includes(key),
  }
  const submit = (form: Form) => (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter)
    const thread = String(data.get('threadId') ?? '')
    const done = () => {
      setCounts((all) => ({ ...all, [form.key]: (all[form.key] ?? 0) + 1 }))
      if (form.at !== undefined) close(form.at)
    }
    const focus = form.at === undefined ? threadAnchor(thread) : openerId(form.at)
    void send({ key: form.key, action: actions[form.kind], data, told: form.told, done, focus })
  }

  return (
    <CommentToolsProvider value={tools}>
      <ErrorSummary title={words.text.errorSummary} errors={plainAnswers.map((state) => summaryOf(state, words))} />
      {children}
      <p role="status" className="sr-only">
        {told}
      </p>
      {may.comment &&
        formsOf(opened, open, words).map((form) => (
          <form
            key={form.key}
            id={form.key}
            action={plain[form.kind][1]}
            onSubmit={submit(form)}
            className="hidden"
            noValidate
          >
            <Once attempt={tools.answer(form.key)?.attempt ?? 0} />
            {Object.entries({ ...values, ...form.fields, desk: form.key }).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
          </form>
        ))}
    </CommentToolsProvider>
  )
}

function formsOf(opened: readonly string[], open: readonly string[], { done }: CommentWords): Form[] {
  return [
    ...opened.map((at): Form => ({ key: newKey(at), kind: 'start', fields: {}, told: done.start, at })),
    ...open.map(
      (threadId): Form => ({ key: replyKey(threadId), kind: 'reply', fields: { threadId }, told: done.reply }),
    ),
    ...threadSteps.map((step): Form => ({ key: stepKey(step), kind: 'move', fields: { step }, told: done[step] })),
  ]
}

function summaryOf({ reason, fields, typed }: typeof untouched, words: CommentWords) {
  const key = fields.text ?? fields.mentions ?? fields.path
  const message = (key && words.errors[key]) ?? words.reasons[reason ?? 'INVALID'] ?? words.reasons.INVALID ?? ''
  return { fieldId: typed.text === undefined ? undefined : `${typed.desk}-text`, message }
}

/** Leaving with a half-written comment asks. */
function useWarning(): void {
  useEffect(() => {
    const leaving = (event: BeforeUnloadEvent) => {
      const written = [...document.querySelectorAll<HTMLTextAreaElement>('textarea[data-comment]')]
      if (written.every(({ value }) => value.trim() === '')) return
      event.preventDefault()
    }
    window.addEventListener('beforeunload', leaving)
    return () => window.removeEventListener('beforeunload', leaving)
  }, [])
}
