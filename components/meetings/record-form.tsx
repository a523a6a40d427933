'use client'

import { RecordField, type RecordFieldShape } from '@/components/meetings/record-field'
import type { StepAction } from '@/components/status-reports/step-form'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { Once } from '@/components/ui/once'
import { useAnswer } from '@/components/ui/use-answer'

export type RecordWords = {
  summary: string
  notice: string
  /** Over what is stored now, beside what was typed */
  storedNow: string
  nothingStored: string
  reasons: Record<string, string>
  errors: Record<string, string>
}

type Props = {
  /** Unique on the page: ids of the fields begin with it */
  id: string
  action: StepAction
  /** Sent along as they are */
  values: Record<string, string>
  /** Of the row that the form shows; 0 for a new one */
  version: number
  fields: readonly RecordFieldShape[]
  /** Fields that belong together, after the others */
  groups?: readonly { legend: string; fields: readonly RecordFieldShape[] }[]
  send: string
  kind?: 'primary' | 'secondary'
  words: RecordWords
}

/**
 * A form of one row. When somebody else was faster, everything typed stays and what is stored now stands beside it; sending
 * again then writes over what was just seen. The same without scripts.
 */
export function RecordForm({ id, action, values, version, fields, groups = [], send, kind = 'primary', words }: Props) {
  const { state, submit, onSubmit, pending } = useAnswer(action)
  const isStale = state.reason === 'STALE'
  const error = (name: string) => {
    const key = state.fields[name]
    return key && !isStale ? (words.errors[key] ?? words.reasons.INVALID) : undefined
  }
  const all = [...fields, ...groups.flatMap((group) => group.fields)]
  const errors = all.flatMap(({ name, label }) => {
    const message = error(name)
    return message ? [{ fieldId: `${id}-${name.replace('/', '-')}`, message: `${label}: ${message}` }] : []
  })
  const refused = state.reason && errors.length === 0 ? (words.reasons[state.reason] ?? words.reasons.INVALID) : null
  const answered = state.attempt > 0 || state.reason !== null
  const draw = (field: RecordFieldShape) => (
    <RecordField
      key={field.name}
      id={id}
      field={field}
      typed={answered ? (state.typed[field.name] ?? '') : field.value}
      stored={isStale ? state.fields[`now/${field.name}`] : undefined}
      error={error(field.name)}
      words={words}
    />
  )
  return (
    <form action={submit} onSubmit={onSubmit} className={groups.length > 0 ? undefined : 'max-w-text'} noValidate>
      <ErrorSummary title={words.summary} errors={errors} attempt={state.attempt} />
      {refused && (
        <Notice kind={isStale ? 'warning' : 'danger'} word={words.notice} live>
          <p>{refused}</p>
          {state.fields['now/list'] && <p className="whitespace-pre-line">{state.fields['now/list']}</p>}
        </Notice>
      )}
      <Once attempt={state.attempt} />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="version" value={state.fields['now/version'] ?? version} />
      {fields.map(draw)}
      {groups.map(({ legend, fields: own }) => (
        <fieldset key={legend} className="mb-4 grid gap-x-4 border-t border-line pt-3 sm:grid-cols-2 lg:grid-cols-4">
          <legend className="field-label">{legend}</legend>
          {own.map(draw)}
        </fieldset>
      ))}
      <Button kind={kind} disabled={pending}>
        {send}
      </Button>
    </form>
  )
}
