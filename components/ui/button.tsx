import type { ComponentProps } from 'react'

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'
type Look = { kind?: ButtonKind; small?: boolean }

/** A verb. One primary button per view; `danger` for what cannot be undone. */
export function Button({
  kind = 'primary',
  small,
  type = 'submit',
  className,
  ...rest
}: Look & ComponentProps<'button'>) {
  return (
    <button
      type={type}
      className={withButton(className)}
      data-kind={kind}
      data-size={small ? 'small' : undefined}
      {...rest}
    />
  )
}

/** A link that looks like a button: goes somewhere, changes nothing. */
export function ButtonLink({ kind = 'secondary', small, className, children, ...rest }: Look & ComponentProps<'a'>) {
  return (
    <a className={withButton(className)} data-kind={kind} data-size={small ? 'small' : undefined} {...rest}>
      {children}
    </a>
  )
}

function withButton(className: string | undefined): string {
  return className ? `button ${className}` : 'button'
}
