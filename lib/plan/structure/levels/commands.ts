import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { keepStructure, type StructureReason } from '@/lib/plan/structure/keeping/commands'
import type { LevelInput } from '@/lib/plan/structure/schema'
import { fail, ok, type Result } from '@/lib/values/result'

/**
 * Adds a level or changes one. Reasons: NOT_FOUND, NOT_ALLOWED, STALE, INVALID at the field: a key that another level has, a
 * depth at which an investment would no longer stand under one of a higher level.
 */
export function saveLevel(
  viewer: Viewer,
  { projectId, id, version, key, label, depth }: LevelInput,
): Promise<Result<{ id: string }, StructureReason>> {
  const level = { key, label, depth }
  return keepStructure<{ id: string }>(
    viewer,
    'InvestmentLevel',
    { projectId, id, version },
    async ({ tx, organisationId, record }, { levels, investments }) => {
      if (levels.some((one) => one.id !== id && one.key === level.key)) {
        return fail('INVALID', { key: 'structure.error.keyTaken' })
      }
      const depths = new Map(levels.map((one) => [one.id, one.id === id ? level.depth : one.depth]))
      const depthOf = (investment: string | null) =>
        depths.get(investments.find((one) => one.id === investment)?.levelId ?? '') ?? -1
      if (investments.some((one) => depthOf(one.id) <= depthOf(one.parentId))) {
        return fail('INVALID', { depth: 'structure.error.depthOrder' })
      }
      if (id === null) {
        const made = await tx.investmentLevel.create({ data: { ...level, projectId, organisationId } })
        await record('structure.added', { part: 'InvestmentLevel', id: made.id, name: level.label })
        return ok({ id: made.id })
      }
      await tx.investmentLevel.update({ where: { id, projectId }, data: level })
      await record('structure.changed', { part: 'InvestmentLevel', id, name: level.label })
      return ok({ id })
    },
  )
}
