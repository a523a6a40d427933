import type { Option, OptionGroup } from '@/components/ui/select'

type Named = {
  name: string
  label: string
  help?: string
  optional?: string
  /** What is stored now, or what a new row begins from. Absent where nothing is stored: a reason, a "yes, I am sure" */
  known?: string
}

/** One field of a form of a row, as data: the server says in words what there is. */
export type RecordField = Named &
  (
    | { as: 'line'; width?: 'number' | 'short' | 'normal' | 'full'; unit?: string; type?: 'url' }
    | { as: 'text'; rows?: number }
    | { as: 'choice'; options: readonly (Option | OptionGroup)[]; empty?: string }
    /** Several of a few, with commas between them */
    | { as: 'choices'; options: readonly Option[] }
    /** The same of many, by their kind; `none` stands where there is nothing to choose from */
    | { as: 'kinds'; options: readonly (OptionGroup & { key: string })[]; none: string }
    /** One yes, sent as "yes" */
    | { as: 'tick' }
  )

/** Fields that belong together; beside each other (`row`) or in columns (`grid`) where there is room. */
export type FieldGroup = {
  as: 'group'
  name: string
  label?: string
  help?: string
  layout?: 'row' | 'grid'
  fields: readonly RecordPart[]
}

export type RecordPart = RecordField | FieldGroup

/** What a form of a row says. */
export type RecordWords = {
  summary: string
  /** Beside a field when somebody else has stored something else meanwhile */
  storedNow: string
  nothing: string
  reasons: Record<string, string>
  errors: Record<string, string>
}

/** Where a field stands on the page: the links of the error summary lead there. */
export const fieldId = (form: string, name: string): string => `${form}-${name.replaceAll('/', '-')}`

/** The fields of a form, those of its groups too. */
export function fieldsIn(parts: readonly RecordPart[]): RecordField[] {
  return parts.flatMap((part) => (part.as === 'group' ? fieldsIn(part.fields) : [part]))
}

/** The same fields with what is stored in each. */
export function withKnown(parts: readonly RecordPart[], known: Readonly<Record<string, string>>): RecordPart[] {
  return parts.map((part) =>
    part.as === 'group'
      ? { ...part, fields: withKnown(part.fields, known) }
      : { ...part, known: known[part.name] ?? '' },
  )
}

/** Whether two values of a field say different things; in whatever order several were chosen. */
export function saysOther(field: RecordField, one: string, other: string): boolean {
  const several = field.as === 'choices' || field.as === 'kinds'
  const read = (value: string) => (several ? value.split(',').sort().join() : value.trim())
  return read(one) !== read(other)
}

/** A value as people read it: a choice by its words, a tick by its label. */
export function shownValue(field: RecordField, value: string): string {
  if (field.as === 'tick') return value === 'yes' ? field.label : ''
  if (field.as === 'line' || field.as === 'text') return value
  const chosen = field.as === 'choice' ? [value] : value.split(',')
  return field.options
    .flatMap((entry) => ('options' in entry ? entry.options : [entry]))
    .filter((option) => option.value !== '' && chosen.includes(option.value))
    .map(({ label }) => label)
    .join('; ')
}
