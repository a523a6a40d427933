import type { ShownAnswer } from '@/components/search/model'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/section'

/** What was found, group by group; what to do when nothing was. */
export function SearchResults({ answer: { state, told, advice, groups } }: { answer: ShownAnswer }) {
  if (state !== 'found') return <EmptyState title={told}>{advice}</EmptyState>
  return (
    <>
      <p className="mb-6" role="status">
        {told}
      </p>
      {groups.map(({ kind, label, more, hits }) => (
        <Section key={kind} id={kind} title={label} intro={more}>
          <ul className="search-list">
            {hits.map(({ title, place, href }) => (
              <li key={href}>
                <a href={href}>{title}</a>
                {place && <span>{place}</span>}
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  )
}
