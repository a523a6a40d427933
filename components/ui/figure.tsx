import type { ReactNode } from 'react'

/** A picture, chart or free table with its caption above. */
export function Figure({
  caption,
  note,
  id,
  children,
}: {
  caption: ReactNode
  note?: ReactNode
  id?: string
  children: ReactNode
}) {
  return (
    <figure className="figure" id={id}>
      <figcaption>
        {caption}
        {note && <span>{note}</span>}
      </figcaption>
      {children}
    </figure>
  )
}
