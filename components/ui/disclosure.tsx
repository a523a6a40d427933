import type { ReactNode } from 'react'

/** Something that most readers do not need at once. Works without scripts. */
export function Disclosure({
  summary,
  open,
  id,
  children,
}: {
  summary: ReactNode
  open?: boolean
  id?: string
  children: ReactNode
}) {
  return (
    <details className="disclosure" open={open} id={id}>
      <summary>{summary}</summary>
      <div>{children}</div>
    </details>
  )
}
