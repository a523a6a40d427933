import { Decimal } from 'decimal.js'
import { placeOf, rowsOf } from '@/lib/project-packages/checks/model'
import type { Note } from '@/lib/project-packages/findings/model'
import type { ProjectPackage } from '@/lib/project-packages/format/model'
import { partOf } from '@/lib/project-packages/parts/model'

/** Printed totals that their lines do not add up to. They are kept as printed; the screens show both. */
export function differingSums(given: ProjectPackage): Note[] {
  const lines = Map.groupBy(rowsOf(given, 'budgetLines'), ({ values }) => values.table)
  return rowsOf(given, 'budgetTables').flatMap((table) => {
    const told = table.values.statedTotal
    if (told === null) return []
    const amounts = (lines.get(table.id) ?? []).flatMap(({ values }) =>
      values.amount === null ? [] : [String(values.amount)],
    )
    const counted = amounts.reduce((sum, amount) => sum.plus(amount), new Decimal(0))
    if (counted.equals(String(told))) return []
    const at = placeOf(partOf('budgetTables'), table, 'statedTotal')
    return [{ note: 'sum_differs', at, values: { told: String(told), counted: counted.toString() } }]
  })
}
