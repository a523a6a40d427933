export type PageLink = { label: string; href: string; current?: boolean }

type Props = {
  /** Names the navigation. */
  label: string
  /** Page numbers already chosen; `null` is a gap. */
  pages: readonly (PageLink | null)[]
  previous?: { label: string; href: string }
  next?: { label: string; href: string }
}

export function Pagination({ label, pages, previous, next }: Props) {
  return (
    <nav className="pagination" aria-label={label}>
      <ul>
        {previous && (
          <li>
            <a href={previous.href} rel="prev">
              {previous.label}
            </a>
          </li>
        )}
        {pages.map((page, index) =>
          page ? (
            <li key={page.href}>
              <a href={page.href} aria-current={page.current ? 'page' : undefined}>
                {page.label}
              </a>
            </li>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: a gap has nothing else to be known by
            <li key={`gap ${index}`} aria-hidden="true">
              <span>…</span>
            </li>
          ),
        )}
        {next && (
          <li>
            <a href={next.href} rel="next">
              {next.label}
            </a>
          </li>
        )}
      </ul>
    </nav>
  )
}
