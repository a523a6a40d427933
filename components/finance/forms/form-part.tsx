import type { FieldPart, FormPart } from '@/components/finance/forms/parts'
import { Checkbox } from '@/components/ui/choice'
import { type Option, type OptionGroup, Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'

type Props<Part> = {
  /** Of the form; the field's own name follows */
  id: string
  part: Part
  typed: Record<string, string>
  /** What somebody else has stored meanwhile, under its heading */
  stored: { label: string; values: Record<string, string> } | null
  error(name: string): string | undefined
}

/** One field of a record, or several that belong together. */
export function FormPartField({ part, ...rest }: Props<FormPart>) {
  if (part.kind !== 'group') return <OneField part={part} {...rest} />
  const fields = (
    <div className={part.row ? 'flex flex-wrap gap-x-6' : undefined}>
      {part.parts.map((one) => (
        <FormPartField key={one.kind === 'group' ? one.key : one.name} part={one} {...rest} />
      ))}
    </div>
  )
  if (part.title === undefined) return fields
  return (
    <fieldset className="mb-6 min-w-0 border-l-2 border-line pl-4">
      <legend className="mb-2 font-semibold">{part.title}</legend>
      {part.help && <p className="section-intro">{part.help}</p>}
      {fields}
    </fieldset>
  )
}

function OneField({ id, part, typed, stored, error }: Props<FieldPart>) {
  const { kind: _, name, label, help, optional, ...rest } = part
  const text = typed[name] ?? ''
  const theirs = stored?.values[name] ?? ''
  const previous =
    stored && theirs !== text ? { label: stored.label, value: shownValue(part, theirs) || '–' } : undefined
  const shared = { id: `${id}-${name}`, name, label, help, optional, error: error(name), previous }
  if (part.kind === 'check') {
    const { optional: _optional, previous: before, ...check } = shared
    const also = before ? `${before.label}: ${before.value}` : help
    return <Checkbox {...check} help={also} value="yes" defaultChecked={text === 'yes'} />
  }
  if (part.kind === 'select')
    return (
      <Select
        {...shared}
        className={isLong(part) ? 'input w-full max-w-2xl' : 'input'}
        options={part.options}
        empty={part.empty}
        defaultValue={text}
      />
    )
  if (part.kind === 'area') return <TextArea {...shared} rows={part.rows} defaultValue={text} />
  return <TextInput {...shared} {...rest} defaultValue={text} />
}

/** What a stored value is called: of a choice its label. */
function shownValue(part: FieldPart, value: string): string {
  if (part.kind === 'check') return value === 'yes' ? part.label : ''
  if (part.kind !== 'select') return value
  return optionsIn(part.options).find((option) => option.value === value)?.label ?? ''
}

function optionsIn(options: readonly (Option | OptionGroup)[]): Option[] {
  return options.flatMap((entry) => ('options' in entry ? entry.options : [entry]))
}

/** A choice with long names would widen the page beyond a narrow screen. */
const isLong = ({ options }: Extract<FieldPart, { kind: 'select' }>): boolean =>
  optionsIn(options).some(({ label }) => label.length > 40)
