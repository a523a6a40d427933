import type { ComponentProps, ReactNode } from 'react'
import { controlAttributes, Field, type FieldProps } from '@/components/ui/field'

type Props = FieldProps & {
  name: string
  /** `number` is narrow and brings the decimal keypad; the text stays as typed, the server parses it. */
  width?: 'number' | 'short' | 'normal' | 'full'
  /** Unit after the input: "€", "%". */
  unit?: ReactNode
} & Omit<ComponentProps<'input'>, 'width' | 'id'>

export function TextInput({ id, label, help, error, optional, previous, width = 'normal', unit, ...rest }: Props) {
  const input = (
    <input
      type="text"
      className="input"
      data-width={width}
      inputMode={width === 'number' ? 'decimal' : undefined}
      autoComplete="off"
      {...rest}
      {...controlAttributes({ id, help, error, previous })}
    />
  )
  return (
    <Field id={id} label={label} help={help} error={error} optional={optional} previous={previous}>
      {unit ? (
        <span className="input-unit">
          {input} {unit}
        </span>
      ) : (
        input
      )}
    </Field>
  )
}
