import type { ReactNode } from 'react'

type Props = { id: string; title: string; intro?: ReactNode; actions?: ReactNode; level?: 2 | 3; children: ReactNode }

/** A part of a page with its heading; `id` makes it a link target. */
export function Section({ id, title, intro, actions, level = 2, children }: Props) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section className="section" id={id} aria-labelledby={`${id}-title`}>
      <div className="section-heading">
        <Heading id={`${id}-title`}>{title}</Heading>
        {actions && <div className="actions">{actions}</div>}
      </div>
      {intro && <p className="section-intro">{intro}</p>}
      {children}
    </section>
  )
}
