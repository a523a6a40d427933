import type { RecordField } from '@/components/projects/record-fields'
import { Checkbox, CheckboxGroup } from '@/components/ui/choice'
import type { PreviousValue } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'

type Props = { id: string; field: RecordField; typed: string; error?: string; previous?: PreviousValue }

/** The control that a field of a form asks for. */
export function RecordControl({ id, field, typed, error, previous }: Props) {
  const { name, label, help, optional } = field
  const given = { id, name, label, help, error }
  switch (field.kind) {
    case 'text':
      return <TextInput {...given} {...{ optional, previous }} width={field.width} defaultValue={typed} />
    case 'area':
      return <TextArea {...given} {...{ optional, previous }} rows={field.rows} defaultValue={typed} />
    case 'select':
      return (
        <Select
          className="input max-w-full"
          {...given}
          {...{ optional, previous }}
          options={field.options}
          empty={field.empty}
          defaultValue={typed}
        />
      )
    case 'checks':
      return (
        <CheckboxGroup
          {...given}
          {...{ optional, previous }}
          choices={field.options}
          defaultValues={typed.split(',')}
        />
      )
    case 'check':
      return <Checkbox {...given} value="yes" defaultChecked={typed === 'yes'} />
  }
}
