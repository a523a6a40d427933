import type { ReactNode } from 'react'

/** What stood here last time, shown to the right of the input. */
export type PreviousValue = { label: string; value: ReactNode }

export type FieldProps = {
  /** Unique on the page; error summary links point to it. */
  id: string
  label: ReactNode
  help?: ReactNode
  error?: string
  /** Already translated, e.g. "(vapaaehtoinen)". */
  optional?: string
  previous?: PreviousValue
}

/** Label above, help under it, the control with the previous value beside it, the error under the control. */
export function Field({ id, label, help, error, optional, previous, children }: FieldProps & { children: ReactNode }) {
  return (
    <div className="field" data-invalid={error ? '' : undefined}>
      <label className="field-label" htmlFor={id}>
        {label} {optional && <span className="field-optional">{optional}</span>}
      </label>
      {help && (
        <span className="field-help" id={`${id}-help`}>
          {help}
        </span>
      )}
      <div className="field-control" data-previous={previous ? '' : undefined}>
        <div>
          {children}
          <FieldError id={id} error={error} />
        </div>
        {previous && <Previous id={id} {...previous} />}
      </div>
    </div>
  )
}

export function FieldError({ id, error }: { id: string; error?: string }) {
  if (!error) return null
  return (
    <span className="field-error" id={`${id}-error`}>
      {error}
    </span>
  )
}

function Previous({ id, label, value }: PreviousValue & { id: string }) {
  return (
    <div className="field-previous" id={`${id}-previous`}>
      <b>{label}</b>
      {value}
    </div>
  )
}

/** id and aria-* of the control inside a `Field` of the same props: spread it on your own input. */
export function controlAttributes({
  id,
  help,
  error,
  previous,
}: Pick<FieldProps, 'id' | 'help' | 'error' | 'previous'>) {
  const described = [error && `${id}-error`, help && `${id}-help`, previous && `${id}-previous`].filter(Boolean)
  return {
    id,
    'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
    'aria-invalid': error ? (true as const) : undefined,
  }
}
