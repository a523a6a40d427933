type Base = { name: string; label: string; help?: string; optional?: string; value: string }
type Offered = { value: string; label: string }

/** A field of a form as data: its words, what is kept now, and for choices what is offered. */
export type RecordField =
  | (Base & { kind: 'text'; width?: 'number' | 'short' | 'normal' | 'full' })
  | (Base & { kind: 'area'; rows?: number })
  | (Base & { kind: 'select'; options: readonly Offered[]; empty?: string })
  /** Several of a few; the value is a list with commas between */
  | (Base & { kind: 'checks'; options: readonly Offered[] })
  /** One yes, sent as "yes" */
  | (Base & { kind: 'check' })

export type RecordWords = {
  send: string
  summary: string
  /** Stands before what is kept now, when somebody else was faster */
  storedNow: string
  nothing: string
  reasons: Record<string, string>
  errors: Record<string, string>
}

export const fieldId = (form: string, name: string): string => `${form}-${name}`

/** What is kept now as a person reads it: the words of choices. */
export function shownValue(field: RecordField): string {
  if (field.kind !== 'select' && field.kind !== 'checks') return field.value
  const chosen = field.kind === 'checks' ? field.value.split(',') : [field.value]
  return field.options
    .filter(({ value }) => chosen.includes(value))
    .map(({ label }) => label)
    .join(', ')
}
