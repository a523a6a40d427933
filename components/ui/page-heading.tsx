import type { ReactNode } from 'react'

/** The one h1 of the page, with a sentence under it and the page's actions to its right. */
export function PageHeading({
  title,
  intro,
  mark,
  actions,
}: {
  title: string
  intro?: ReactNode
  mark?: ReactNode
  actions?: ReactNode
}) {
  return (
    <div className="page-heading">
      <div>
        <h1>{title}</h1>
        {mark && <div className="mt-2 flex flex-wrap items-center gap-3">{mark}</div>}
        {intro && <p>{intro}</p>}
      </div>
      {actions && <div className="actions">{actions}</div>}
    </div>
  )
}
