import type { ComponentProps } from 'react'
import { controlAttributes, Field, type FieldProps } from '@/components/ui/field'

/** The browser's own file chooser; say accepted kinds and the size limit in `help`. */
export function FileInput({
  id,
  label,
  help,
  error,
  optional,
  previous,
  ...rest
}: FieldProps & { name: string } & Omit<ComponentProps<'input'>, 'id' | 'type'>) {
  return (
    <Field id={id} label={label} help={help} error={error} optional={optional} previous={previous}>
      <input type="file" className="input" {...rest} {...controlAttributes({ id, help, error, previous })} />
    </Field>
  )
}
