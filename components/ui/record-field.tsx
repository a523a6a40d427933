import { Checkbox, CheckboxGroup } from '@/components/ui/choice'
import { Disclosure } from '@/components/ui/disclosure'
import { FieldError } from '@/components/ui/field'
import {
  type FieldGroup,
  fieldId,
  type RecordField,
  type RecordPart,
  saysOther,
  shownValue,
} from '@/components/ui/record-fields'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'

type Asked = {
  /** Of the form; the field's own name follows */
  id: string
  /** What was sent of a field; undefined before anything was */
  typed(name: string): string | undefined
  error(name: string): string | undefined
  /** Over what somebody else has stored meanwhile, and for nothing; null while nobody has */
  stored: { label: string; nothing: string } | null
}

/** One field of a form of a row, or several that belong together. */
export function RecordPartField({ part, ...asked }: Asked & { part: RecordPart }) {
  return part.as === 'group' ? <Group group={part} {...asked} /> : <OneField field={part} {...asked} />
}

const layouts = {
  row: {
    around: 'mb-6 min-w-0 border-l-2 border-line pl-4',
    legend: 'mb-2 font-semibold',
    inside: 'flex flex-wrap gap-x-6',
  },
  grid: {
    around: 'mb-4 min-w-0 border-t border-line pt-3',
    legend: 'field-label',
    inside: 'grid gap-x-4 sm:grid-cols-2 lg:grid-cols-4',
  },
} as const

function Group({ group, ...asked }: Asked & { group: FieldGroup }) {
  const { label, help, layout, fields } = group
  const { around, legend } = layouts[layout ?? 'row']
  const inside = (
    <div className={layout && layouts[layout].inside}>
      {fields.map((part) => (
        <RecordPartField key={part.name} part={part} {...asked} />
      ))}
    </div>
  )
  if (label === undefined) return inside
  return (
    <fieldset className={around}>
      <legend className={legend}>{label}</legend>
      {help && <p className="section-intro">{help}</p>}
      {inside}
    </fieldset>
  )
}

function OneField({ field, id: form, typed, error, stored }: Asked & { field: RecordField }) {
  const { name, label, help, optional, known } = field
  const id = fieldId(form, name)
  const text = typed(name) ?? known ?? ''
  const differs = stored !== null && known !== undefined && saysOther(field, text, known)
  const previous = differs ? { label: stored.label, value: shownValue(field, known) || stored.nothing } : undefined
  const frame = { id, name, label, help, optional, error: error(name), previous }
  switch (field.as) {
    case 'line':
      return (
        <TextInput {...frame} width={field.width} unit={field.unit} type={field.type ?? 'text'} defaultValue={text} />
      )
    case 'text':
      return <TextArea {...frame} rows={field.rows} defaultValue={text} />
    case 'choice':
      return (
        <Select
          {...frame}
          className="input max-w-[min(100%,40rem)]"
          options={field.options}
          empty={field.empty}
          defaultValue={text}
        />
      )
    case 'choices':
      return <CheckboxGroup {...frame} choices={field.options} defaultValues={text.split(',')} />
    case 'kinds':
      return <Kinds {...frame} field={field} chosen={text.split(',')} />
    case 'tick': {
      const { optional: _optional, previous: before, ...tick } = frame
      const also = before ? `${before.label}: ${before.value}` : help
      return <Checkbox {...tick} help={also} value="yes" defaultChecked={text === 'yes'} />
    }
  }
}

type KindsProps = {
  id: string
  name: string
  label: string
  help?: string
  error?: string
  previous?: { label: string; value: string }
  field: Extract<RecordField, { as: 'kinds' }>
  chosen: readonly string[]
}

/** Several choices of several kinds; a kind is open when something of it is chosen. */
function Kinds({ id, name, label, help, error, previous, field, chosen }: KindsProps) {
  const kinds = field.options.filter(({ options }) => options.length > 0)
  return (
    <fieldset className="field" aria-describedby={help ? `${id}-help` : undefined} id={id} tabIndex={-1}>
      <legend className="field-label">{label}</legend>
      {help && (
        <span className="field-help" id={`${id}-help`}>
          {help}
        </span>
      )}
      <FieldError id={id} error={error} />
      {previous && (
        <div className="field-previous">
          <b>{previous.label}</b>
          {previous.value}
        </div>
      )}
      {kinds.length === 0 && <p>{field.none}</p>}
      {kinds.map(({ key, label: kind, options }) => {
        const own = options.filter(({ value }) => chosen.includes(value)).map(({ value }) => value)
        return (
          <Disclosure key={key} summary={own.length > 0 ? `${kind} (${own.length})` : kind} open={own.length > 0}>
            <CheckboxGroup id={`${id}-${key}`} name={name} label={kind} choices={options} defaultValues={own} />
          </Disclosure>
        )
      })}
    </fieldset>
  )
}
