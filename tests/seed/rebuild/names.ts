import type { Shapes } from '../loss/shapes'

/** Names that the facts use for what the rows point at. */
export function namesOf({ investments, units }: Pick<Shapes, 'investments' | 'units'>) {
  const byInvestment = new Map(investments.map((row) => [row.id, row]))
  const bySource = new Map(units.map((row) => [row.id, row.sourceId]))
  const unit = (id: string | null) => (id === null ? null : (bySource.get(id) ?? undefined))
  /** The code of the row itself or of what stands above it on a level. */
  const on = (level: string, id: string | null): string | null | undefined => {
    const row = id === null ? undefined : byInvestment.get(id)
    if (!row) return id === null ? null : undefined
    return row.level.key === level ? row.sourceId : on(level, row.parentId)
  }
  return { unit, on, levelOf: (id: string) => byInvestment.get(id)?.level.key }
}

export type Names = ReturnType<typeof namesOf>
