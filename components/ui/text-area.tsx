import type { ComponentProps } from 'react'
import { controlAttributes, Field, type FieldProps } from '@/components/ui/field'

type Props = FieldProps & { name: string } & Omit<ComponentProps<'textarea'>, 'id'>

/** Grows with its text: by CSS where the browser can, else by the number of rows the text had when the page was drawn. */
export function TextArea({ id, label, help, error, optional, previous, rows, ...rest }: Props) {
  const text = String(rest.value ?? rest.defaultValue ?? '')
  return (
    <Field id={id} label={label} help={help} error={error} optional={optional} previous={previous}>
      <textarea
        className="input"
        rows={rows ?? rowsFor(text)}
        {...rest}
        {...controlAttributes({ id, help, error, previous })}
      />
    </Field>
  )
}

const charactersPerRow = 70

export function rowsFor(text: string): number {
  const rows = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / charactersPerRow)), 0)
  return Math.min(20, Math.max(4, rows + 1))
}
