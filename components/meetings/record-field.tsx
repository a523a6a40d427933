import type { RecordWords } from '@/components/meetings/record-form'
import { CheckboxGroup } from '@/components/ui/choice'
import { Disclosure } from '@/components/ui/disclosure'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'

type Option = { value: string; label: string }

export type RecordFieldShape = {
  name: string
  label: string
  help?: string
  /** Word for a field that may stay empty */
  optional?: string
  /** What is stored; several choices with commas between them */
  value: string
} & (
  | { type: 'line' | 'day' | 'text' }
  | { type: 'choice'; options: readonly (Option | { label: string; options: readonly Option[] })[]; empty?: string }
  | { type: 'choices'; groups: readonly { key: string; label: string; options: readonly Option[] }[]; none: string }
)

type Props = {
  id: string
  field: RecordFieldShape
  typed: string
  /** What somebody else has stored meanwhile */
  stored: string | undefined
  error: string | undefined
  words: RecordWords
}

/** One field of a form of a row, with what is stored now beside it when that differs from what was typed. */
export function RecordField({ id, field, typed, stored, error, words }: Props) {
  const { name, label, help, optional } = field
  const differs = stored !== undefined && stored !== typed
  const previous = differs ? { label: words.storedNow, value: shown(field, stored) || words.nothingStored } : undefined
  const base = { id: `${id}-${name.replace('/', '-')}`, name, label, help, optional, error, previous }
  if (field.type === 'text') return <TextArea key={typed} {...base} defaultValue={typed} />
  if (field.type === 'choice') {
    return <Select key={typed} {...base} options={field.options} empty={field.empty} defaultValue={typed} />
  }
  if (field.type === 'choices') return <Choices {...base} field={field} chosen={typed.split(',')} />
  return <TextInput key={typed} {...base} width={field.type === 'day' ? 'short' : 'full'} defaultValue={typed} />
}

type ChoicesProps = {
  id: string
  name: string
  label: string
  help?: string
  error?: string
  previous?: { label: string; value: string }
  field: Extract<RecordFieldShape, { type: 'choices' }>
  chosen: readonly string[]
}

/** Several choices of several kinds; a kind is open when something of it is chosen. */
function Choices({ id, name, label, help, error, previous, field, chosen }: ChoicesProps) {
  const groups = field.groups.filter(({ options }) => options.length > 0)
  return (
    <fieldset className="field" aria-describedby={help ? `${id}-help` : undefined} id={id} tabIndex={-1}>
      <legend className="field-label">{label}</legend>
      {help && (
        <span className="field-help" id={`${id}-help`}>
          {help}
        </span>
      )}
      {error && <span className="field-error">{error}</span>}
      {previous && (
        <div className="field-previous">
          <b>{previous.label}</b>
          {previous.value}
        </div>
      )}
      {groups.length === 0 && <p>{field.none}</p>}
      {groups.map(({ key, label: kind, options }) => {
        const own = options.filter(({ value }) => chosen.includes(value))
        return (
          <Disclosure key={key} summary={own.length > 0 ? `${kind} (${own.length})` : kind} open={own.length > 0}>
            <CheckboxGroup
              key={chosen.join()}
              id={`${id}-${key}`}
              name={name}
              label={kind}
              choices={options}
              defaultValues={own.map(({ value }) => value)}
            />
          </Disclosure>
        )
      })}
    </fieldset>
  )
}

/** A stored value as people read it: the labels of what was chosen. */
function shown(field: RecordFieldShape, stored: string): string {
  if (field.type !== 'choice' && field.type !== 'choices') return stored
  const options =
    field.type === 'choices'
      ? field.groups.flatMap((group) => group.options)
      : field.options.flatMap((entry) => ('options' in entry ? entry.options : [entry]))
  return options
    .filter(({ value }) => stored.split(',').includes(value))
    .map(({ label }) => label)
    .join('; ')
}
