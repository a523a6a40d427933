import type { InvestmentRow } from '@/lib/investments/model'
import type { Words } from '@/lib/platform/words'
import { type OutlineRow, titleOf } from '@/lib/work-packages/model'

type Props = { t: Words; investments: readonly InvestmentRow[]; packages: readonly OutlineRow[] }

/** The project's structure as nested lists: levels of funding, work packages, and the parts that report on their own. */
export function Structure({ t, investments, packages }: Props) {
  const loose = packages.filter((p) => p.parentId === null && p.investmentId === null)
  const tops = investments.filter((i) => i.parentId === null)
  return (
    <div className="grid gap-6">
      {tops.map((top) => (
        <Branch key={top.id} t={t} node={top} investments={investments} packages={packages} />
      ))}
      {loose.length > 0 && <Packages t={t} rows={loose} all={packages} />}
    </div>
  )
}

function Branch({ t, node, investments, packages }: Props & { node: InvestmentRow }) {
  const own = packages.filter((p) => p.investmentId === node.id && p.parentId === null)
  const children = investments.filter((i) => i.parentId === node.id)
  return (
    <div className="grid gap-3">
      <p>
        <span className="text-small text-muted">
          {node.level.label}
          {node.code ? ` · ${node.code}` : ''}
        </span>
        <br />
        <strong>{node.title}</strong>
      </p>
      {own.length > 0 && <Packages t={t} rows={own} all={packages} />}
      {children.length > 0 && (
        <ul className="grid gap-4 border-l-2 border-line pl-4">
          {children.map((child) => (
            <li key={child.id}>
              <Branch t={t} node={child} investments={investments} packages={packages} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Packages({ t, rows, all }: { t: Words; rows: readonly OutlineRow[]; all: readonly OutlineRow[] }) {
  return (
    <ul className="grid gap-2 pl-4">
      {rows.map((row) => {
        const parts = all.filter((p) => p.parentId === row.id)
        return (
          <li key={row.id}>
            {titleOf(row)}
            {row.code && <span className="text-small text-muted"> · {row.code}</span>}
            {row.level === 'stream' && <span className="text-small text-muted"> · {t('projects.part')}</span>}
            {parts.length > 0 && <Packages t={t} rows={parts} all={all} />}
          </li>
        )
      })}
    </ul>
  )
}
