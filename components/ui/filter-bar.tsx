import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'

type Props = {
  /** Names the form for screen readers. */
  label: string
  apply: string
  clear?: { label: string; href: string }
  children: ReactNode
}

/** Filters as a GET form: the state is in the address, and it works without scripts. */
export function FilterBar({ label, apply, clear, children }: Props) {
  return (
    <search>
      <form method="get" className="toolbar" aria-label={label}>
        {children}
        <Button kind="secondary" small>
          {apply}
        </Button>
        {clear && (
          <a className="button" data-kind="quiet" data-size="small" href={clear.href}>
            {clear.label}
          </a>
        )}
      </form>
    </search>
  )
}
