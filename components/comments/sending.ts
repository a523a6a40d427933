'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { type FormState, untouched } from '@/lib/access/form-state'
import { longestComment } from '@/lib/comments/model'

export type CommentAction = (state: FormState, form: FormData) => Promise<FormState>

/** What one of the forms asks for. `key` names the form on the page. */
export type Asked = {
  key: string
  action: CommentAction
  data: FormData
  /** What is said, what is changed on the page and what gets the focus when it has been carried out */
  told: string
  done: () => void
  focus: string | null
}

/**
 * Sends comments without leaving the page: a report that is being written, its cursor and other half-written comments stay.
 * A lost answer is told like any other refusal, and sending again under the same key does nothing twice.
 */
export function useSending() {
  const router = useRouter()
  const [answers, setAnswers] = useState<Record<string, FormState>>({})
  const [pending, setPending] = useState<readonly string[]>([])
  const [told, setTold] = useState('')
  const [focus, setFocus] = useState<{ id: string } | null>(null)
  const busy = useRef(new Set<string>())
  useEffect(() => {
    if (focus) document.getElementById(focus.id)?.focus()
  }, [focus])

  async function send({ key, action, data, told: sentence, done, focus: next }: Asked): Promise<void> {
    if (busy.current.has(key)) return
    busy.current.add(key)
    setPending([...busy.current])
    setTold('')
    const before = answers[key] ?? untouched
    data.set('answer', 'stay')
    const answer = tooLong(before, data) ?? (await ask(before, action, data))
    busy.current.delete(key)
    setPending([...busy.current])
    setAnswers((all) => ({ ...all, [key]: answer }))
    if (answer.reason !== null) {
      if (data.has('text')) setFocus({ id: `${key}-text` })
      return
    }
    setTold(sentence)
    done()
    if (next) setFocus({ id: next })
    router.refresh()
  }

  return { answers, pending, told, send, goTo: (id: string) => setFocus({ id }) }
}

async function ask(before: FormState, action: CommentAction, data: FormData): Promise<FormState> {
  try {
    return await action(before, data)
  } catch {
    // The key of the form hangs on `attempt`: it must stay, so that what may have arrived is not done again.
    return refused(before, 'NO_ANSWER', data, before.attempt)
  }
}

/** Far too long a text is not sent at all: servers refuse such bodies before the product could say why. */
function tooLong(before: FormState, data: FormData): FormState | null {
  const text = String(data.get('text') ?? '').trim()
  if (text.length <= longestComment) return null
  return { ...refused(before, 'INVALID', data, before.attempt), fields: { text: 'comments.error.tooLong' } }
}

function refused(before: FormState, reason: string, data: FormData, attempt: number): FormState {
  const typed = Object.fromEntries([...data].map(([name, value]) => [name, String(value)]))
  return { ...before, reason, fields: {}, typed, attempt }
}
