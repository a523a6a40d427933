import type { ComponentProps } from 'react'
import { controlAttributes, Field, type FieldProps } from '@/components/ui/field'

export type Option = { value: string; label: string; disabled?: boolean }
export type OptionGroup = { label: string; options: readonly Option[] }

type Props = FieldProps & {
  name: string
  options: readonly (Option | OptionGroup)[]
  /** Text of the empty first option; without it the first real option is preselected. */
  empty?: string
} & Omit<ComponentProps<'select'>, 'id'>

export function Select({ id, label, help, error, optional, previous, options, empty, ...rest }: Props) {
  return (
    <Field id={id} label={label} help={help} error={error} optional={optional} previous={previous}>
      <select className="input" {...rest} {...controlAttributes({ id, help, error, previous })}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((entry) =>
          'options' in entry ? (
            <optgroup key={entry.label} label={entry.label}>
              {entry.options.map((option) => (
                <SelectOption key={option.value} {...option} />
              ))}
            </optgroup>
          ) : (
            <SelectOption key={entry.value} {...entry} />
          ),
        )}
      </select>
    </Field>
  )
}

function SelectOption({ value, label, disabled }: Option) {
  return (
    <option value={value} disabled={disabled}>
      {label}
    </option>
  )
}
