'use client'

import { useEffect } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Once } from '@/components/ui/once'
import { forgetPlaceOnPage } from '@/components/ui/record-form'
import { useAnswer } from '@/components/ui/use-answer'
import type { FormAction } from '@/lib/access/form-state'

type Direction = { value: 'up' | 'down'; label: string; fullLabel: string }
type Props = {
  /** Begins the ids of the buttons; unique on the page */
  id: string
  action: FormAction
  values: Record<string, string | number>
  directions: readonly Direction[]
  reasons: Record<string, string>
  notice: string
}

/** The button whose row is on its way: the row is drawn anew and would lose the focus. */
let lastPressed: string | null = null

/** Two buttons that move something before or after the next one; they stay and keep the focus, so that they can be pressed again. */
export function MoveForm({ id, action, values, directions, reasons, notice }: Props) {
  const { state, submit, onSubmit, pending } = useAnswer(action)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again once the rows have their new order
  useEffect(() => {
    if (!pending && lastPressed?.startsWith(id)) document.getElementById(lastPressed)?.focus()
  }, [id, pending, values.version])
  const reason = state.reason ? (reasons[state.reason] ?? reasons.INVALID) : null
  return (
    <form
      action={submit}
      onSubmit={(event) => {
        if (pending) return event.preventDefault()
        lastPressed = (event.nativeEvent as SubmitEvent).submitter?.id ?? null
        forgetPlaceOnPage()
        onSubmit(event)
      }}
      onBlur={(event) => {
        if (event.relatedTarget) lastPressed = null
      }}
      className="flex flex-wrap gap-2"
    >
      {reason && (
        <Notice kind="danger" word={notice} live>
          <p>{reason}</p>
        </Notice>
      )}
      <Once attempt={state.attempt} />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {directions.map(({ value, label, fullLabel }) => (
        <Button
          key={value}
          id={`${id}-${value}`}
          kind="quiet"
          small
          name="direction"
          value={value}
          aria-label={fullLabel}
        >
          {label}
        </Button>
      ))}
    </form>
  )
}
