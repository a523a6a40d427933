import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { keepStructure, type StructureReason, writeOrder } from '@/lib/plan/structure/keeping/commands'
import { branchIds, type ProjectStructure, placed } from '@/lib/plan/structure/model'
import type { InvestmentInput } from '@/lib/plan/structure/schema'
import { type FieldErrors, fail, ok, type Result } from '@/lib/values/result'

/**
 * Adds a part of the budget-bearing structure or changes one. A title that is changed is kept among the earlier ones.
 * Reasons: NOT_FOUND, NOT_ALLOWED, STALE, INVALID at the field: a parent or level of another project, a circle, a level that is
 * not under that of its parent or above those of its children.
 */
export function saveInvestment(
  viewer: Viewer,
  { projectId, id, version, position, parentId, levelId, code, title, note }: InvestmentInput,
): Promise<Result<{ id: string }, StructureReason>> {
  const input = { parentId, levelId, code, title, note }
  return keepStructure<{ id: string }>(
    viewer,
    'Investment',
    { projectId, id, version },
    async ({ tx, organisationId, record }, structure) => {
      const wrong = strange(structure, id, input)
      if (wrong) return fail('INVALID', wrong)
      const { investments } = structure
      if (id === null) {
        const sourceId = crypto.randomUUID()
        const { id: made } = await tx.investment.create({
          data: { ...input, id: sourceId, projectId, organisationId, sourceId, sort: investments.length },
        })
        await writeOrder(
          viewer,
          tx,
          'Investment',
          placed(investments, { id: made, parentId: input.parentId }, position),
        )
        await record('structure.added', { part: 'Investment', id: made, name: input.title })
        return ok({ id: made })
      }
      const before = investments.find((one) => one.id === id)
      const renamed = before && before.title !== input.title ? { titleVariants: { push: before.title } } : {}
      await tx.investment.update({ where: { id, projectId }, data: { ...input, ...renamed } })
      if (before && (before.parentId !== input.parentId || before.position !== position)) {
        await writeOrder(viewer, tx, 'Investment', placed(investments, { id, parentId: input.parentId }, position))
      }
      await record('structure.changed', { part: 'Investment', id, name: input.title, before: before?.title ?? null })
      return ok({ id })
    },
  )
}

type Asked = Pick<InvestmentInput, 'parentId' | 'levelId'>

function strange({ levels, investments }: ProjectStructure, id: string | null, asked: Asked): FieldErrors | null {
  const depthOf = (levelId: string | undefined) => levels.find((level) => level.id === levelId)?.depth
  const own = depthOf(asked.levelId)
  if (own === undefined) return { levelId: 'structure.error.level' }
  const children = investments.filter(({ parentId }) => id !== null && parentId === id)
  if (children.some(({ levelId }) => (depthOf(levelId) ?? 0) <= own)) return { levelId: 'structure.error.levelOrder' }
  if (asked.parentId === null) return null
  const parent = investments.find((one) => one.id === asked.parentId)
  if (!parent) return { parentId: 'structure.error.otherProject' }
  if (id !== null && branchIds(investments, id).has(asked.parentId)) return { parentId: 'structure.error.circle' }
  return (depthOf(parent.levelId) ?? 0) < own ? null : { levelId: 'structure.error.levelOrder' }
}
