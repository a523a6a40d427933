import type { ReactNode } from 'react'

/** Names of the two periods, the earlier first. */
export type Periods = { before: string; after: string }

type Props = Record<keyof Periods, ReactNode> & { periods: Periods; more?: { term: string; value: ReactNode } }

/** What it was and what it is, each under its period. */
export function BeforeAfter({ periods, before, after, more }: Props) {
  return (
    <dl className="before-after">
      <Item term={periods.before} value={before} />
      <Item term={periods.after} value={after} />
      {more && <Item {...more} />}
    </dl>
  )
}

function Item({ term, value }: { term: string; value: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  )
}
