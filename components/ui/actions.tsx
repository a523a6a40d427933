import type { ReactNode } from 'react'

/** A row of buttons, the main one first. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className="actions">{children}</div>
}
