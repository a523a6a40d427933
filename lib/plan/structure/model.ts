/** A row of the structure with the stamp of what is stored in it: whoever changes it says which state was seen. */
type Stamped = { id: string; stamp: string }

export type LevelNode = Stamped & { key: string; label: string; depth: number }

/** `position`: place among the rows under the same one above, from 1. */
export type InvestmentNode = Stamped & {
  parentId: string | null
  levelId: string
  code: string | null
  title: string
  note: string | null
  position: number
}

export type UnitNode = Stamped & {
  sourceId: string
  parentId: string | null
  investmentId: string | null
  level: 'plan' | 'stream'
  reports: boolean
  code: string | null
  titlePlan: string | null
  titleReview: string | null
  responsibleRole: string | null
  scheduleAsWritten: string | null
  costEstimate: string | null
  costAsWritten: string | null
  note: string | null
  serviceAreas: string[]
  covers: string[]
  position: number
}

/** Everything of a project that its structure is made of, in stored order. */
export type ProjectStructure = { levels: LevelNode[]; investments: InvestmentNode[]; units: UnitNode[] }

/** What hangs on a row, by table. */
export type Use = { table: string; count: number }

type Node = { id: string; parentId: string | null }

/** The row and everything under it. */
export function branchIds(rows: readonly Node[], id: string): Set<string> {
  const inside = new Set([id])
  for (let size = 0; size !== inside.size; ) {
    size = inside.size
    for (const row of rows) if (row.parentId !== null && inside.has(row.parentId)) inside.add(row.id)
  }
  return inside
}

/**
 * Ids of the whole tree in their new order when a row, with what is under it, stands under `parentId` at `position` (from 1;
 * null: last). Everything else keeps its order, and what is above stays before what is under it.
 */
export function placed(rows: readonly Node[], moved: Node, position: number | null): string[] {
  const branch = branchIds(rows, moved.id)
  const own = rows.filter(({ id }) => branch.has(id)).map(({ id }) => id)
  const rest = rows.filter(({ id }) => !branch.has(id))
  const beside = rest.filter(({ parentId }) => parentId === moved.parentId)
  const at = position === null ? beside.length : Math.min(position - 1, beside.length)
  const before = beside[at - 1]
  const after = before ? branchIds(rest, before.id) : new Set(moved.parentId === null ? [] : [moved.parentId])
  const index = rest.findLastIndex(({ id }) => after.has(id)) + 1
  const ids = rest.map(({ id }) => id)
  return [...ids.slice(0, index), ...(own.length > 0 ? own : [moved.id]), ...ids.slice(index)]
}

type UnitGroup = { investment: InvestmentNode | null; rows: UnitNode[] }

/**
 * The units under the investments they belong to, in the order of the investments; those of none last. A unit within
 * another stands where the uppermost one does, so that no tree is torn apart.
 */
export function unitGroups(investments: readonly InvestmentNode[], units: readonly UnitNode[]): UnitGroup[] {
  const top = (unit: UnitNode): UnitNode => {
    const above = units.find(({ id }) => id === unit.parentId)
    return above ? top(above) : unit
  }
  return [...investments, null]
    .map((investment) => ({
      investment,
      rows: units.filter((unit) => top(unit).investmentId === (investment?.id ?? null)),
    }))
    .filter(({ rows }) => rows.length > 0)
}
