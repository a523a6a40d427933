import type { ReactNode } from 'react'

export type TreeItem = {
  key: string
  text: string
  href: string
  /** What is told beside the link, small */
  notes: ReactNode
  children: readonly TreeItem[]
}

/** Things within things, as lists within lists: how deep one stands is heard as well as seen. */
export function TreeList({ items, nested = false }: { items: readonly TreeItem[]; nested?: boolean }) {
  return (
    <ul className={nested ? 'ml-4 border-l border-line pl-4' : undefined}>
      {items.map(({ key, text, href, notes, children }) => (
        <li key={key} className="py-1">
          <div className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-line py-2">
            <a className="min-w-0 max-w-text flex-1 basis-80" href={href}>
              {text}
            </a>
            <p className="flex flex-wrap gap-x-4 text-small text-muted">{notes}</p>
          </div>
          {children.length > 0 && <TreeList items={children} nested />}
        </li>
      ))}
    </ul>
  )
}
