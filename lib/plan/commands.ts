import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/access/model'
import type { AuditAction } from '@/lib/platform/audit'
import { changeProject, type HeldProject } from '@/lib/projects/commands'
import { type FieldErrors, fail, ok, type Result } from '@/lib/values/result'

/** Why nothing was written. INVALID comes with the fields at fault. */
export type PlanReason = 'NOT_FOUND' | 'NOT_ALLOWED' | 'STALE' | 'INVALID'
export type PlanDone = Promise<Result<{ id: string }, PlanReason>>

type Places = { workPackageId?: string | null; neededId?: string | null; linkId?: string | null }

type Row = { projectId: string; id: string | null; version?: number }

/** What a table of the plan does with a row of the held project. Counts are of the rows that were changed. */
type RowTable = {
  exists(id: string): Promise<number>
  lastSort(): Promise<number | null>
  create(sort: number): Promise<{ id: string }>
  update(where: { id: string; version: number }): Promise<{ count: number }>
}

type Saving = {
  row: Row
  places: Places
  action: AuditAction
  told: Prisma.InputJsonObject
  table: (project: HeldProject) => RowTable
}

/**
 * Adds a row of the plan, or changes the one that was seen: right, places of the same project, version and audit row in one
 * transaction. Reasons: NOT_FOUND, NOT_ALLOWED, STALE, INVALID (a part or a link of another project, at its field).
 */
export function saveRow(viewer: Viewer, { row, places, action, told, table }: Saving): PlanDone {
  return changeProject<{ id: string }, PlanReason>(
    viewer,
    { projectId: row.projectId, by: 'plan.write' },
    async (project) => {
      const strange = await strangePlaces(project, places)
      if (strange) return fail('INVALID', strange)
      const rows = table(project)
      if (row.id === null) {
        const { id } = await rows.create(((await rows.lastSort()) ?? -1) + 1)
        await project.record(action, { id, added: true, ...told })
        return ok({ id })
      }
      if ((await rows.exists(row.id)) === 0) return fail('NOT_FOUND')
      const moved = await rows.update({ id: row.id, version: row.version ?? 0 })
      if (moved.count === 0) return fail('STALE')
      await project.record(action, { id: row.id, ...told })
      return ok({ id: row.id })
    },
  )
}

type Removing = {
  row: { projectId: string; id: string; version: number }
  action: AuditAction
  /** What the row said, for the audit; null when it is not there */
  find: (project: HeldProject) => Promise<Prisma.InputJsonObject | null>
  remove: (project: HeldProject) => Promise<{ count: number }>
}

/** Takes a row of the plan away. Reasons: NOT_FOUND, NOT_ALLOWED, STALE. */
export function removeRow(viewer: Viewer, { row, action, find, remove }: Removing): PlanDone {
  return changeProject<{ id: string }, PlanReason>(
    viewer,
    { projectId: row.projectId, by: 'plan.write' },
    async (project) => {
      const told = await find(project)
      if (!told) return fail('NOT_FOUND')
      if ((await remove(project)).count === 0) return fail('STALE')
      await project.record(action, { id: row.id, ...told })
      return ok({ id: row.id })
    },
  )
}

/** Parts and links in the input that are not this project's, each told at its field; null when all of them are. */
async function strangePlaces({ tx, id: projectId }: HeldProject, places: Places): Promise<FieldErrors | null> {
  const { workPackageId, neededId, linkId } = places
  const isPart = async (id: string | null | undefined) =>
    !id || (await tx.workPackage.count({ where: { id, projectId } })) === 1
  const known = {
    workPackageId: await isPart(workPackageId),
    neededId: await isPart(neededId),
    linkId: !linkId || (await tx.projectLink.count({ where: { id: linkId, projectId } })) === 1,
  }
  const strange = Object.entries(known).filter(([, found]) => !found)
  return strange.length === 0 ? null : Object.fromEntries(strange.map(([field]) => [field, 'plan.error.otherProject']))
}
