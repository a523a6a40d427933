import { makesCycle, operandsOf, renamed } from '@/lib/indicators/formulas/model'
import type { PackageRow, ProjectPackage } from '@/lib/project-packages/format/model'

/** Ids in the package of the indicators that a formula may name: by that id, else by their code. */
export function operandNames({ rows }: ProjectPackage): ReadonlyMap<string, string> {
  const indicators = rows.get('indicators') ?? []
  const byCode = indicators.flatMap(({ id, values: { sourceId } }) =>
    typeof sourceId === 'string' ? [[sourceId, id] as const] : [],
  )
  return new Map([...byCode, ...indicators.map(({ id }) => [id, id] as const)])
}

/** A formula under other names. What names no indicator of the package is text, and stays as it is. */
export function formulaUnder(
  formula: string,
  names: ReadonlyMap<string, string>,
  nameOf: (id: string) => string,
): string {
  if (!operandsOf(formula).some((name) => names.has(name))) return formula
  return renamed(formula, (name) => {
    const id = names.get(name)
    return id === undefined ? name : nameOf(id)
  })
}

/** Meanings in force whose indicator would be counted from itself, however far round, with what its formula names. */
export function circularFormulas(given: ProjectPackage): { row: PackageRow; indicator: string; operands: string[] }[] {
  const names = operandNames(given)
  const current = (given.rows.get('indicatorVersions') ?? []).flatMap((row) => {
    const { indicator, formula, supersededOn } = row.values
    if (typeof indicator !== 'string' || typeof formula !== 'string' || typeof supersededOn === 'string') return []
    return [{ row, indicator, formula: formulaUnder(formula, names, (id) => id) }]
  })
  const formulas = new Map(current.map(({ indicator, formula }) => [indicator, formula]))
  return current
    .filter(({ indicator, formula }) => makesCycle(indicator, formula, formulas))
    .map(({ row, indicator, formula }) => ({ row, indicator, operands: operandsOf(formula) }))
}
