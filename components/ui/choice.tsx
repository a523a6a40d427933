import type { ComponentProps, ReactNode } from 'react'
import { FieldError, type FieldProps } from '@/components/ui/field'

export type Choice = { value: string; label: ReactNode; help?: ReactNode; disabled?: boolean }

type GroupProps = FieldProps & {
  name: string
  choices: readonly Choice[]
  inline?: boolean
  disabled?: boolean
  /** id of the form the choices belong to, when they stand outside it */
  form?: string
}

/** One of a few. The error summary links to the first choice, whose id is the group's id. */
export function RadioGroup({ value, defaultValue, onChange, ...group }: GroupProps & RadioValue) {
  return (
    <ChoiceGroup
      {...group}
      type="radio"
      attributes={(choice) => radioAttributes(choice.value, { value, defaultValue, onChange })}
    />
  )
}

/** Several of a few, all under one name. */
export function CheckboxGroup({ defaultValues, ...group }: GroupProps & { defaultValues?: readonly string[] }) {
  return (
    <ChoiceGroup
      {...group}
      type="checkbox"
      attributes={(choice) => ({ defaultChecked: defaultValues?.includes(choice.value) })}
    />
  )
}

type RadioValue = { value?: string; defaultValue?: string; onChange?: ComponentProps<'input'>['onChange'] }

function radioAttributes(own: string, { value, defaultValue, onChange }: RadioValue): ComponentProps<'input'> {
  return value === undefined ? { defaultChecked: own === defaultValue, onChange } : { checked: own === value, onChange }
}

type ChoiceGroupProps = GroupProps & {
  type: 'radio' | 'checkbox'
  attributes: (choice: Choice) => ComponentProps<'input'>
}

function ChoiceGroup({
  id,
  label,
  help,
  error,
  optional,
  previous,
  name,
  choices,
  inline,
  disabled,
  form,
  type,
  attributes,
}: ChoiceGroupProps) {
  const described = [error && `${id}-error`, help && `${id}-help`].filter(Boolean).join(' ') || undefined
  return (
    <fieldset className="field" data-invalid={error ? '' : undefined} aria-describedby={described} disabled={disabled}>
      <legend className="field-label">
        {label} {optional && <span className="field-optional">{optional}</span>}
      </legend>
      {help && (
        <span className="field-help" id={`${id}-help`}>
          {help}
        </span>
      )}
      <div className="field-control" data-previous={previous ? '' : undefined}>
        <div>
          <div className="choices" data-inline={inline ? '' : undefined}>
            {choices.map((choice, index) => {
              const choiceId = index === 0 ? id : `${id}-${choice.value}`
              return (
                <ChoiceRow key={choice.value} id={choiceId} label={choice.label} help={choice.help}>
                  <input
                    type={type}
                    form={form}
                    name={name}
                    value={choice.value}
                    disabled={choice.disabled}
                    {...attributes(choice)}
                    id={choiceId}
                    aria-describedby={choice.help ? `${choiceId}-help` : undefined}
                  />
                </ChoiceRow>
              )
            })}
          </div>
          <FieldError id={id} error={error} />
        </div>
        {previous && (
          <div className="field-previous">
            <b>{previous.label}</b>
            {previous.value}
          </div>
        )}
      </div>
    </fieldset>
  )
}

/** One yes or no. */
export function Checkbox({
  id,
  label,
  help,
  error,
  ...rest
}: Omit<FieldProps, 'previous' | 'optional'> & { name: string } & Omit<ComponentProps<'input'>, 'id'>) {
  const described = [error && `${id}-error`, help && `${id}-help`].filter(Boolean).join(' ') || undefined
  return (
    <div className="field" data-invalid={error ? '' : undefined}>
      <ChoiceRow id={id} label={label} help={help}>
        <input type="checkbox" {...rest} id={id} aria-describedby={described} aria-invalid={error ? true : undefined} />
      </ChoiceRow>
      <FieldError id={id} error={error} />
    </div>
  )
}

function ChoiceRow({
  id,
  label,
  help,
  children,
}: {
  id: string
  label: ReactNode
  help?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="choice">
      {children}
      <label htmlFor={id}>{label}</label>
      {help && (
        <span className="field-help" id={`${id}-help`}>
          {help}
        </span>
      )}
    </div>
  )
}
