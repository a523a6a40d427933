import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { knowsBudgets, knowsSubjects, knowsTargets } from '@/lib/final-report/bindings/known/queries'
import { writeBlocks } from '@/lib/final-report/blocks/commands'
import { applyEdit, type Edit, type Step } from '@/lib/final-report/editing/model'
import type { FinalReportReason } from '@/lib/final-report/model'
import { changeSection, type SectionPlace } from '@/lib/final-report/sections/commands'
import { fail, ok, type Result } from '@/lib/values/result'

/**
 * Saves the typed texts of a section and takes steps (add, move, remove, bind a number, refer), all together or not at all.
 * Reasons: NOT_FOUND, NOT_ALLOWED, LOCKED, STALE, INVALID with the fields at fault, NOT_IN_PROJECT when something bound or
 * referred to is not this project's.
 */
export function editSection(
  viewer: Viewer,
  { texts, steps, ...place }: Edit & { sectionId: string; version: number },
): Promise<Result<{ version: number }, FinalReportReason>> {
  return changeSection<FinalReportReason>(viewer, place, async (at) => {
    if (!(await areInProject(viewer, at, steps))) return fail('NOT_IN_PROJECT')
    const edited = applyEdit(at.section.blocks, { texts, steps })
    if (!edited.ok) return edited
    const state = edited.value.length > 0 ? 'draft' : 'empty'
    const change = ['texts', ...steps.map((step) => step.kind)].join(', ')
    const { organisationId, section } = at
    const place = { organisationId, sectionId: section.id }
    return ok({ change, state, write: (tx) => writeBlocks(viewer, tx, place, section.blocks, edited.value) })
  })
}

/** Ids in the input are looked up again among what the viewer sees of this very project. */
async function areInProject(viewer: Viewer, at: SectionPlace, steps: readonly Step[]): Promise<boolean> {
  const { projectId } = at
  const bindings = steps.flatMap((step) =>
    step.kind === 'add' ? step.block.bindings : step.kind === 'number' ? [step.binding] : [],
  )
  const targets = steps.flatMap((step) => (step.kind === 'reference' ? [step.target] : []))
  const budgets = steps.flatMap((step) =>
    step.kind === 'add' && step.block.type === 'cost_table' ? [step.block.content.budgetId] : [],
  )
  return (
    (await knowsSubjects(viewer, projectId, bindings)) &&
    (await knowsTargets(viewer, at, targets)) &&
    (await knowsBudgets(viewer, projectId, budgets))
  )
}
