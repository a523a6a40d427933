import type { ReactNode } from 'react'

/** `value` and `note` are already formatted; an unknown value is a word, never a zero. */
export type KeyFigure = { label: ReactNode; value: ReactNode; note?: ReactNode }

export function KeyFigures({ figures }: { figures: readonly KeyFigure[] }) {
  return (
    <dl className="figures">
      {figures.map(({ label, value, note }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list that is never reordered in place
        <div key={index}>
          <dt>{label}</dt>
          <dd className="figure-value">{value}</dd>
          {note && <dd className="figure-note">{note}</dd>}
        </div>
      ))}
    </dl>
  )
}
