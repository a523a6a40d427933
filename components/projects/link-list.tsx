import type { ReactNode } from 'react'
import type { Words } from '@/lib/platform/words'
import { projectAddress } from '@/lib/projects/addresses'
import { linkKindLabels } from '@/lib/projects/labels'
import type { LinkRow } from '@/lib/projects/links/model'

type Props = { t: Words; links: readonly LinkRow[]; remove?: (row: LinkRow) => ReactNode }

/** Projects this one belongs with; those of the same house lead to their pages. */
export function LinkList({ t, links, remove }: Props) {
  if (links.length === 0) return <p className="text-muted">{t('projects.link.none')}</p>
  return (
    <ul className="grid gap-3">
      {links.map((link) => {
        const href = link.projectKey === null ? link.url : projectAddress(link.projectKey)
        return (
          <li key={link.id}>
            {href ? <a href={href}>{link.name}</a> : link.name}
            <span className="text-small text-muted"> · {t(linkKindLabels[link.kind])}</span>
            {link.note && <p className="max-w-text">{link.note}</p>}
            {remove?.(link)}
          </li>
        )
      })}
    </ul>
  )
}
