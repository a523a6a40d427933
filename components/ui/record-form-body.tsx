import { ErrorSummary } from '@/components/ui/error-summary'
import { RecordPartField } from '@/components/ui/record-field'
import { fieldId, fieldsIn, type RecordPart, type RecordWords } from '@/components/ui/record-fields'
import type { FormState } from '@/lib/access/form-state'

type Props = {
  /** Begins the ids of the fields */
  id: string
  state: FormState
  values: Readonly<Record<string, string | number>>
  fields: readonly RecordPart[]
  words: RecordWords
  /** What is said beside a field of which something else is stored now; null while nothing is to be compared */
  stored: { label: string; nothing: string } | null
}

/** What stands in a form of a row: what must be mended, what is sent along, the fields with what was typed. */
export function RecordFormBody({ id, state, values, fields, words, stored }: Props) {
  const error = (name: string) => {
    const key = state.fields[name]
    return key ? (words.errors[key] ?? words.reasons.INVALID) : undefined
  }
  const errors = fieldsIn(fields).flatMap(({ name, label }) => {
    const message = error(name)
    return message ? [{ fieldId: fieldId(id, name), message: `${label}: ${message}` }] : []
  })
  const refused = state.reason && errors.length === 0 ? (words.reasons[state.reason] ?? words.reasons.INVALID) : null
  return (
    <>
      <ErrorSummary
        title={words.summary}
        errors={refused ? [{ message: refused }] : errors}
        attempt={state.attempt}
        reason={state.reason}
      />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((part) => (
        <RecordPartField
          key={part.name}
          part={part}
          id={id}
          typed={(name) => (state.reason === null ? undefined : (state.typed[name] ?? ''))}
          error={error}
          stored={stored}
        />
      ))}
    </>
  )
}
