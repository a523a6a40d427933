import type { ReactNode } from 'react'

/** Wide content scrolls here, not the page; the keyboard can reach it and it has a name. */
export function TableScroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    // A group and not a region: its name is often that of the section around it, and landmarks must differ by name.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls
    <div className="table-scroll" role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
