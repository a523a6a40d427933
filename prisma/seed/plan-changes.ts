import type { Kkk2 } from './facts/kkk2.ts'
import type { Place } from './ids.ts'
import type { Rows } from './rows.ts'

/** Decided changes of the plan; a change decided twice keeps both months. */
export function planChangeRows(facts: Kkk2, { organisationId, projectId, ids }: Place): Rows {
  const idOf = (no: number) => ids('planChange', String(no))
  return {
    planChange: facts.plan_changes.map((change, sort) => ({
      id: idOf(change.no),
      organisationId,
      projectId,
      investmentId: ids('investment', change.investment),
      workPackageId: ids('workPackage', change.workpackage_id),
      no: change.no,
      workPackageAsWritten: change.workpackage,
      title: change.title,
      state: 'decided',
      sort,
    })),
    planChangeDecision: facts.plan_changes.flatMap((change) =>
      change.decided.map((decision, sort) => ({
        organisationId,
        planChangeId: idOf(change.no),
        asWritten: decision.as_written,
        timeCode: decision.normalised,
        sort,
      })),
    ),
  }
}
