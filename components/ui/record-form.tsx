'use client'

import { useEffect, useRef, useState } from 'react'
import { Button, type ButtonKind } from '@/components/ui/button'
import { Once } from '@/components/ui/once'
import type { RecordPart, RecordWords } from '@/components/ui/record-fields'
import { RecordFormBody } from '@/components/ui/record-form-body'
import { useAnswer } from '@/components/ui/use-answer'
import { useStored } from '@/components/ui/use-stored'
import type { FormState } from '@/lib/access/form-state'

type Props = {
  /** Begins the ids of the fields; unique on the page */
  id: string
  action: (state: FormState, form: FormData) => Promise<FormState>
  /** Sent along as they are; the version of the row among them, unless the row is new */
  values: Record<string, string | number>
  fields: readonly RecordPart[]
  /** How many rows there are, when the page stays after one is added */
  count?: number
  send: string
  kind?: ButtonKind
  words: RecordWords
}

/**
 * A form of one row of a register. When somebody else was faster it fetches what they stored and shows it beside what was
 * typed: nothing is lost and nothing is written over unseen. Once it is done and the page stays, it begins anew. Works
 * without scripts, too: then the whole page comes anew.
 */
export function RecordForm(props: Props) {
  const [done, setDone] = useState(0)
  return <OneRecord key={done} {...props} onDone={() => setDone(done + 1)} />
}

function OneRecord({ id, action, values, fields, count, send, kind, words, onDone }: Props & { onDone: () => void }) {
  const { state, submit, onSubmit, pending } = useAnswer(action)
  const form = useRef<HTMLFormElement>(null)
  // Of a new row nothing is stored that could be fetched.
  const stale = state.reason === 'STALE' && values.version !== undefined
  const fetching = useStored(form, stale ? state.attempt : null)
  const sentAt = useRef<number | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new version of the row, or one more row, tells that it was done
  useEffect(() => {
    // Sent, no refusal since, and the row has another version: it was done.
    if (sentAt.current === state.attempt) onDone()
    sentAt.current = null
  }, [values.version, count])
  return (
    <form
      ref={form}
      action={submit}
      onSubmit={(event) => {
        sentAt.current = state.attempt
        forgetPlaceOnPage()
        onSubmit(event)
      }}
      noValidate
    >
      <Once attempt={state.attempt} />
      <RecordFormBody
        {...{ id, state, values, fields, words }}
        stored={stale && !fetching ? { label: words.storedNow, nothing: words.nothing } : null}
      />
      <Button kind={kind} disabled={pending || fetching}>
        {send}
      </Button>
    </form>
  )
}

/**
 * An answer that leads back to this page would be taken for a mere jump within it if the address named a place on it, as the
 * links of the error summary do: then the page would not be asked for anew.
 */
export function forgetPlaceOnPage(): void {
  const { hash, pathname, search } = window.location
  if (hash) window.history.replaceState(null, '', pathname + search)
}
