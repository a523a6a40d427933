'use client'

import { useState } from 'react'
import { CarriedOver, isCarriedOver } from '@/components/status-reports/form/carried-over'
import { Conflict } from '@/components/status-reports/form/conflict'
import { useField, useFormTools } from '@/components/status-reports/form/context'
import { FieldControl } from '@/components/status-reports/form/field-control'
import type { FieldState } from '@/components/status-reports/form/field-states'
import { type FormField as Field, seenName } from '@/components/status-reports/form/model'
import { PartsField } from '@/components/status-reports/form/parts/parts-field'
import { put } from '@/components/status-reports/form/put'
import { UndoChange } from '@/components/status-reports/form/undo-change'
import { useLength } from '@/components/status-reports/form/use-length'
import { Notice } from '@/components/ui/notice'
import { Tag } from '@/components/ui/tag'

/** One field: its control, what stood there last time, what was understood, and whether it still needs a word. */
export function FormField({ field }: { field: Field }) {
  const { autosave, words, beside } = useFormTools()
  const state = useField(field.path)
  const [tooLong, setTooLong] = useState<number | null>(null)
  const error = useError(field, state, tooLong)
  const { text, version, reading, warnings, other, fresh } = state
  // Until it is confirmed or changed, the field itself shows what stood there last time.
  const carriesOver = isCarriedOver(state)
  const errors = reading && 'problem' in reading ? (reading.fields ?? {}) : {}
  const change = (value: string) => {
    setTooLong(null)
    autosave.change(field.path, value)
  }
  const understood = reading && 'understood' in reading && text.trim() !== '' ? reading.understood : null
  return (
    <div className="mb-6 [&>.field]:mb-2 [&_.input]:scroll-mb-28 [&_.input]:scroll-mt-8">
      {field.kind === 'parts' ? (
        <PartsField
          field={field}
          text={text}
          error={Object.keys(errors).length > 0 ? undefined : error}
          errors={errors}
          change={change}
        />
      ) : (
        <FieldControl
          field={field}
          error={error}
          text={text}
          previous={carriesOver && isShown(field, text) ? undefined : previousOf(field, text, words.text.samePrevious)}
          change={change}
          refuse={setTooLong}
          choose={words.text.choose}
        />
      )}
      <input type="hidden" name={seenName(field.path)} value={other?.version ?? version} />
      {understood !== null && (
        <p className="text-small text-muted">{put(words.text.understood, { value: understood })}</p>
      )}
      {/* What comes while one writes is said aloud; what stood there already is not. */}
      <div role="status">
        {text.trim() !== '' && warnings.map((warning) => <Notice key={warning} kind="warning" word={warning} />)}
      </div>
      {fresh && <Tag tone="info">{words.text.fresh}</Tag>}
      {other && <Conflict field={field} text={text} other={other} />}
      <CarriedOver field={field} />
      <UndoChange field={field} />
      {beside[field.path]}
    </div>
  )
}

/** A field is carried over from the latest accepted report: what the previous one says may be newer. */
function isShown({ previous }: Field, text: string): boolean {
  return previous === null || previous.raw === text
}

const refusedKeys = {
  LOCKED: 'statusReports.error.locked',
  UNKNOWN_FIELD: 'statusReports.error.unknownField',
  TOO_LONG: 'statusReports.error.tooLong',
} as const

function useError(field: Field, state: FieldState, tooLong: number | null): string | undefined {
  const { words, errorAt } = useFormTools()
  const { refused, reading, touched, text } = state
  const pasted = useLength(tooLong)
  const typed = useLength(refused === 'TOO_LONG' ? text.length : null)
  if (tooLong !== null) return put(words.text.pasteTooLong, { length: pasted })
  if (refused === 'TOO_LONG') return put(words.text.tooLong, { length: typed })
  if (refused) return words.errors[refusedKeys[refused]]
  const problem = reading && 'problem' in reading ? reading.problem : undefined
  return problem ?? (touched ? undefined : errorAt(field.path))
}

function previousOf({ previous }: Field, text: string, same: string) {
  if (!previous) return undefined
  return { label: previous.label, value: previous.raw !== null && previous.raw === text ? same : previous.value }
}
