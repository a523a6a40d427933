/** A level of the budget-bearing structure: pilari, investointi, osa-alue, or what the programme has. */
export type InvestmentLevelRow = { key: string; label: string; depth: number }

export type InvestmentRow = {
  id: string
  parentId: string | null
  level: InvestmentLevelRow
  sourceId: string
  /** The code as the source writes it; a label, never a key */
  code: string | null
  title: string
  titleVariants: string[]
  /** Stands in for a level that the programme lacks here */
  isPlaceholder: boolean
  note: string | null
}

type Node = Pick<InvestmentRow, 'id' | 'parentId'>

/** The row and everything under it, in the order of the rows; parents must stand before their children. */
export function branchOf<T extends Node>(rows: readonly T[], id: string): T[] {
  const inside = new Set([id])
  return rows.filter((row) => {
    if (row.parentId !== null && inside.has(row.parentId)) inside.add(row.id)
    return inside.has(row.id)
  })
}

/** From the top of the tree down to the row itself; empty when the id is not among the rows. */
export function pathTo<T extends Node>(rows: readonly T[], id: string | null): T[] {
  const row = rows.find((one) => one.id === id)
  return row ? [...pathTo(rows, row.parentId), row] : []
}

/** Code and title as people say them; a code that only repeats the title is left out. */
export function labelOf({ code, title }: Pick<InvestmentRow, 'code' | 'title'>): string {
  return code && code !== title ? `${code} ${title}` : title
}
