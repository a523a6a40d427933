import type { ReactNode } from 'react'
import type { Board } from '@/components/steering/model'
import type { ChartSource } from '@/lib/charts/model'
import { figureAddress } from '@/lib/steering/figures/addresses'
import type { FigureKind } from '@/lib/steering/figures/model'

type Props = { code: string; kind: FigureKind; id: string; children: ReactNode }

/** A figure that leads to its card. */
export function FigureLink({ code, kind, id, children }: Props) {
  return <a href={figureAddress(code, { kind, id })}>{children}</a>
}

type Linked = { text: string; unknown?: boolean; note?: string }

/** The same as a cell of a table. A sum of nothing has no card: its word stays a word. */
export function figureCell<T extends Linked>(
  { code }: Pick<Board, 'code'>,
  kind: FigureKind,
  id: string,
  cell: T | string,
) {
  const parts: Linked = typeof cell === 'string' ? { text: cell } : cell
  return kind === 'computed' && parts.unknown ? parts : { ...parts, href: figureAddress(code, { kind, id }) }
}

/** Where the numbers of a chart lead; their sources are figures. */
export function chartLinks(code: string): (source: ChartSource) => string {
  return ({ kind, id }) => figureAddress(code, { kind: kind as FigureKind, id })
}
