import { type BoundData, boundScope, type Scope } from '@/lib/final-report/bindings/model'
import type { PlanType, WrittenBlock } from '@/lib/final-report/blocks/model'
import type { TableBody } from '@/lib/final-report/document/model'
import { costTableBody } from '@/lib/final-report/tables/costs/model'
import { personMonthTable } from '@/lib/final-report/tables/person-months/model'
import { phaseTable } from '@/lib/final-report/tables/phases/model'
import type { Words } from '@/lib/platform/words'

type PlanBlock = Extract<WrittenBlock, { type: PlanType }>

/** The body of a table of the plan's data, or the key of the sentence that says what it was bound to and is gone. */
export function planTable(block: PlanBlock, data: BoundData, t: Words): TableBody | string {
  const scope = scopeOfTable(block, data)
  if (!scope) return 'finalReport.problem.part'
  if (block.type === 'person_month_table') return personMonthTable(data, scope, t)
  if (block.type === 'cost_table') {
    const budget = data.budgets.find(({ id }) => id === block.content.budgetId)
    return budget ? costTableBody(data, budget, scope, t) : 'finalReport.problem.costs'
  }
  const table = data.phases.find(({ workPackageId }) => workPackageId === scope.workPackageId)
  return table ? phaseTable(table, t) : 'finalReport.problem.part'
}

/** A table of a part whose part is gone shows nothing, rather than the whole project. */
function scopeOfTable({ type, content, bindings }: PlanBlock, data: BoundData): Scope | null {
  const ofPart = type === 'phase_table' || content.scoped === true
  return ofPart && bindings.length === 0 ? null : boundScope(data, bindings)
}
