'use client'

import { Button } from '@/components/ui/button'
import { CheckboxGroup } from '@/components/ui/choice'
import { Disclosure } from '@/components/ui/disclosure'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Once } from '@/components/ui/once'
import { TextArea } from '@/components/ui/text-area'
import { useAnswer } from '@/components/ui/use-answer'
import type { FormAction } from '@/lib/access/form-state'

type ReturnPlace = { value: string; label: string }
export type ReturnWords = {
  sections: string
  sectionsHelp: string
  single: string
  reason: string
  reasonHelp: string
  send: string
  summary: string
  reasons: Record<string, string>
  errors: Record<string, string>
}

type Props = {
  action: FormAction
  values: Record<string, string | number>
  sections: ReturnPlace[]
  /** Single fields of each section, and actions, indicators and toimintamallit as a whole */
  singles: { label: string; places: ReturnPlace[] }[]
  words: ReturnWords
}

/** Which parts go back, and why. Everything typed stays when something is missing. */
export function ReturnForm({ action, values, sections, singles, words }: Props) {
  const { state, submit, onSubmit, pending } = useAnswer(action)
  const chosen = (state.typed.opens ?? '').split(',')
  const error = (field: string) => {
    const key = state.fields[field]
    return key ? words.errors[key] : undefined
  }
  const ids = { opens: 'return-sections', reason: 'return-reason' }
  const errors = (['opens', 'reason'] as const).flatMap((field) => {
    const message = error(field)
    return message ? [{ fieldId: ids[field], message }] : []
  })
  const refused =
    state.reason && errors.length === 0 ? [{ message: words.reasons[state.reason] ?? state.reason }] : errors
  return (
    <form action={submit} onSubmit={onSubmit} noValidate>
      <ErrorSummary title={words.summary} errors={refused} attempt={state.attempt} />
      <Once attempt={state.attempt} />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <CheckboxGroup
        id={ids.opens}
        name="opens"
        label={words.sections}
        help={words.sectionsHelp}
        error={error('opens')}
        choices={sections}
        defaultValues={chosen}
      />
      {singles.length > 0 && (
        <Disclosure
          summary={words.single}
          open={singles.some(({ places }) => places.some(({ value }) => chosen.includes(value)))}
        >
          {singles.map(({ label, places }, index) => (
            <CheckboxGroup
              key={label}
              id={`return-single-${index}`}
              name="opens"
              label={label}
              choices={places}
              defaultValues={chosen}
            />
          ))}
        </Disclosure>
      )}
      <TextArea
        id={ids.reason}
        name="reason"
        label={words.reason}
        help={words.reasonHelp}
        error={error('reason')}
        defaultValue={state.typed.reason}
      />
      <Button disabled={pending}>{words.send}</Button>
    </form>
  )
}
