import 'server-only'
import type { Viewer } from '@/lib/access/model'
import type { ProjectStructure } from '@/lib/plan/structure/model'
import { readStructure } from '@/lib/plan/structure/queries'
import type { RemovalInput } from '@/lib/plan/structure/schema'
import { type StructureTable, usesOf } from '@/lib/plan/structure/uses/queries'
import type { Tx } from '@/lib/platform/db'
import { changeProject, type HeldProject, type ProjectReason } from '@/lib/projects/commands'
import { fail, ok, type Result } from '@/lib/values/result'

/** Why nothing was written. INVALID comes with the fields at fault; IN_USE: something hangs on the row. */
export type StructureReason = ProjectReason | 'STALE' | 'INVALID' | 'IN_USE'

export type Kept = { projectId: string; id: string | null; version: string }
type Own = 'STALE' | 'INVALID' | 'IN_USE' | 'NOT_FOUND'
const lists = { InvestmentLevel: 'levels', Investment: 'investments', WorkPackage: 'units' } as const

/**
 * Runs `work` on the structure of a project, one writer at a time; a row that is changed must be as the person saw it.
 * Reasons: NOT_FOUND, NOT_ALLOWED, STALE, and those of `work`.
 */
export function keepStructure<T>(
  viewer: Viewer,
  table: StructureTable,
  { projectId, id, version }: Kept,
  work: (project: HeldProject, structure: ProjectStructure) => Promise<Result<T, Own>>,
): Promise<Result<T, StructureReason>> {
  return changeProject<T, Own>(viewer, { projectId }, async (project) => {
    const { tx } = project
    // Trees are looked at as wholes: two moves that make a circle together must not miss each other.
    await tx.$queryRaw`SELECT 1 FROM "Project" WHERE id = ${projectId}::uuid FOR NO KEY UPDATE`
    if (id !== null) await lock(tx, table, id)
    const structure = await readStructure(viewer, tx, projectId)
    if (id !== null) {
      const row = structure[lists[table]].find((one) => one.id === id)
      if (!row) return fail('NOT_FOUND')
      if (row.stamp !== version) return fail('STALE')
    }
    return work(project, structure)
  })
}

/** Held for good: neither its fields change nor does anything begin to hang on it meanwhile. */
async function lock(tx: Tx, table: StructureTable, id: string): Promise<void> {
  if (table === 'InvestmentLevel') await tx.$queryRaw`SELECT 1 FROM "InvestmentLevel" WHERE id = ${id}::uuid FOR UPDATE`
  else if (table === 'Investment') await tx.$queryRaw`SELECT 1 FROM "Investment" WHERE id = ${id}::uuid FOR UPDATE`
  else await tx.$queryRaw`SELECT 1 FROM "WorkPackage" WHERE id = ${id}::uuid FOR UPDATE`
}

/** Removes a row on which nothing hangs. Reasons: NOT_FOUND, NOT_ALLOWED, STALE, IN_USE. */
export function removeFrom(
  viewer: Viewer,
  table: StructureTable,
  { projectId, id, version }: RemovalInput,
): Promise<Result<null, StructureReason>> {
  return keepStructure<null>(viewer, table, { projectId, id, version }, async ({ tx, record }) => {
    if ((await usesOf(viewer, tx, table, id)).length > 0) return fail('IN_USE')
    const where = { id, projectId }
    if (table === 'InvestmentLevel') await tx.investmentLevel.deleteMany({ where })
    else if (table === 'Investment') await tx.investment.deleteMany({ where })
    else await tx.workPackage.deleteMany({ where })
    await record('structure.removed', { part: table, id })
    return ok(null)
  })
}

/** Writes the order of the whole tree. */
export async function writeOrder(
  _viewer: Viewer,
  tx: Tx,
  table: Exclude<StructureTable, 'InvestmentLevel'>,
  ids: readonly string[],
): Promise<void> {
  if (table === 'Investment') {
    await tx.$executeRaw`UPDATE "Investment" t SET "sort" = o.at::int - 1
      FROM unnest(${ids}::uuid[]) WITH ORDINALITY o(id, at) WHERE t.id = o.id AND t."sort" <> o.at::int - 1`
    return
  }
  await tx.$executeRaw`UPDATE "WorkPackage" t SET "sort" = o.at::int - 1
    FROM unnest(${ids}::uuid[]) WITH ORDINALITY o(id, at) WHERE t.id = o.id AND t."sort" <> o.at::int - 1`
}
